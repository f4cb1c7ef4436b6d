import { onRow } from "#foundation/authority/public.ts";
import { requestOf } from "#foundation/identity/public.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { Fold } from "#ui/fold.tsx";
import { answerFor, CommandForm } from "#ui/form.tsx";
import { Empty } from "#ui/notice.tsx";
import { PageHead } from "#ui/page.tsx";
import { Removal } from "#ui/removal.tsx";
import {
  flagHonour,
  handHonour,
  listHonours,
  renewHonour,
  revokeHonour,
} from "../honours/honour.usecases.server.ts";
import { HONOURS } from "../model/award.messages.ts";
import { Reason } from "../parts/entry-fields.tsx";
import type { Route } from "./+types/honours";

export const handle = { japaneseOnly: true };

export async function loader({ context, params: { area } }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  return shown(await listHonours(app, actor, { area }));
}

export async function action({ context, params: { area }, request }: Route.ActionArgs) {
  const { app, actor } = requestOf(context);
  const on = onRow(app, actor, { area });
  const here = () => `/areas/${area}/honours`;
  return answerForm(request, [
    on(handHonour, here),
    on(revokeHonour, here),
    on(renewHonour, here),
    on(flagHonour, here),
  ]);
}

/** Who was honoured and agreed to be named; the secretariat sees all, and hands over, renews and revokes. */
export default function Honours({ loaderData: { area, manages, rows }, actionData }: Route.ComponentProps) {
  return (
    <>
      <PageHead title={HONOURS.title} place={area.name} lead={HONOURS.lead} />
      {rows.length === 0 ? <Empty title={HONOURS.none} /> : null}
      <ul>
        {rows.map((row) => (
          <li key={row.code} className="border-b border-solid-gray-300 py-4">
            <p className="text-std-16B-170">{row.workplace}</p>
            <p>{`${row.title}（${row.term}）`}</p>
            {row.words ? <p>{row.words}</p> : null}
            {manages ? (
              <p className="text-dns-14N-130">
                {[
                  `${HONOURS.number} ${row.number}`,
                  row.handedOn && `${HONOURS.handedOver} ${row.handedOn}`,
                  row.revokedOn && HONOURS.revoked(row.revokedOn),
                  row.flag && `${HONOURS.flagged}: ${row.flag}`,
                ]
                  .filter(Boolean)
                  .join("・")}
              </p>
            ) : null}
            {manages && row.id && row.standing !== "revoked" ? (
              <Deeds
                {...{ id: row.id, seen: row.seen, name: row.workplace, handed: row.handedOn !== null }}
                answer={actionData}
              />
            ) : null}
          </li>
        ))}
      </ul>
    </>
  );
}

type Deed = Readonly<{ id: string; seen: string; name: string; handed: boolean; answer: unknown }>;

function Deeds({ id, seen, name, handed, answer }: Deed) {
  const own = (command: string) => (answerFor(answer, command)?.values.id === id ? answer : undefined);
  const form = (command: string, submit: string, reason?: string) => (
    <CommandForm
      {...{ command, submit, ...(command === "honour.renew" ? { seen } : {}) }}
      answer={own(command)}
      kind="secondary"
      label={`${name} ${submit}`}
    >
      <input type="hidden" name="id" value={id} />
      {reason ? <Reason label={reason} /> : null}
    </CommandForm>
  );
  return (
    <Fold summary={`${name} ${HONOURS.manage}`}>
      <div className="my-4 flex flex-col items-start gap-6">
        {handed ? null : form("honour.hand", HONOURS.hand)}
        {form("honour.renew", HONOURS.renew)}
        {form("honour.flag", HONOURS.flag, HONOURS.flagged)}
        <Removal
          command="honour.revoke"
          answer={own("honour.revoke")}
          open={HONOURS.revoke}
          asks={HONOURS.revokeAsks(name)}
          submit={HONOURS.revoke}
          busy={HONOURS.revokeBusy}
          label={`${name} ${HONOURS.revoke}`}
        >
          <input type="hidden" name="id" value={id} />
          <Reason label={HONOURS.revokeReason} />
        </Removal>
      </div>
    </Fold>
  );
}
