import { showInstantJa } from "#platform/kernel/instant.ts";
import { TextLink } from "#ui/button.tsx";
import { Fold } from "#ui/fold.tsx";
import { CommandForm } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Undoable } from "#ui/outward.tsx";
import type { Answered } from "../../parts/answers.tsx";
import type { RequestView } from "../../requests/request-view.queries.server.ts";
import { TOLD } from "../request-told.messages.ts";

type Props = Readonly<{ view: RequestView; answer: Answered }>;

/** What was just done, for as long as it can be undone. */
export const JustDone = ({ view: { undo }, answer }: Props) =>
  undo ? (
    <Undoable
      key={undo.until}
      command="request.undo"
      answer={answer}
      done={TOLD[undo.step]}
      until={undo.until}
      outbox="#mails"
    />
  ) : null;

/** Whom nobody has told yet, because there is no mailbox. */
export function TellByPhone({ view: { tell }, answer }: Props) {
  if (!tell) return null;
  return (
    <Notice kind="warning" title={TOLD.title(tell.what)}>
      <p>{TOLD.why}</p>
      <p className="text-std-20B-160">
        {tell.phone ? (
          <a
            className="text-blue-1000 underline underline-offset-4"
            href={`tel:${tell.phone.replace(/[^0-9+]/g, "")}`}
          >
            {tell.phone}
          </a>
        ) : (
          TOLD.noPhone
        )}
        {tell.contact ? <span className="ml-4 text-std-16N-170">{tell.contact}</span> : null}
      </p>
      <CommandForm
        command="request.told"
        answer={answer}
        submit={TOLD.done}
        kind="secondary"
        className="mt-2"
      />
    </Notice>
  );
}

/** Every mail about the request: when, to whom, and how it fared. */
export function Mails({ view: { mails, manages }, outbox }: Pick<Props, "view"> & { outbox: boolean }) {
  if (!manages) return null;
  return (
    <div id="mails">
      <Fold summary={`${TOLD.mails}（${mails.length}）`}>
        {mails.length === 0 ? <p>{TOLD.noMails}</p> : null}
        <ul>
          {mails.map((mail, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a list that is only read
            <li key={index} className="border-b border-solid-gray-200 py-2">
              <span className="mr-4 tabular-nums">{showInstantJa(mail.writtenAt)}</span>
              <span className="mr-4">{TOLD.states[mail.state]}</span>
              <span className="block">{mail.subject}</span>
              <span className="block text-dns-14N-130">{mail.to}</span>
            </li>
          ))}
        </ul>
        {outbox ? (
          <p className="my-2">
            <TextLink to="/outbox">{TOLD.outbox}</TextLink>
          </p>
        ) : null}
      </Fold>
    </div>
  );
}
