import { type Option, SelectField, TextArea } from "#ui/field.tsx";
import { CommandForm } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { OutwardForm } from "#ui/outward.tsx";
import { Section } from "#ui/page.tsx";
import type { Answered } from "../../parts/answers.tsx";
import { Behind } from "../../parts/request-parts.tsx";
import { ASKS } from "../../requests/request-asks.messages.ts";
import type { RequestView } from "../../requests/request-view.queries.server.ts";
import { PASSING } from "../passing.messages.ts";

const LABELS = { to: PASSING.to, why: PASSING.why };

/** Hands a request to a neighbouring area, with a sentence why. */
export function PassOn({ to, answer }: { to: readonly Option[]; answer: Answered }) {
  return (
    <Behind summary={PASSING.pass} command="request.pass" answer={answer}>
      {to.length === 0 ? (
        <p>{PASSING.none}</p>
      ) : (
        <OutwardForm
          command="request.pass"
          question={ASKS.pass}
          answer={answer}
          labels={LABELS}
          submit={PASSING.submit}
          kind="secondary"
        >
          <SelectField label={PASSING.to} hint={PASSING.toHint} name="to" options={to} empty="" />
          <TextArea label={PASSING.why} hint={PASSING.whyHint} name="why" />
        </OutwardForm>
      )}
    </Behind>
  );
}

/** What was handed on and waits for an answer: the receiving area answers, the other may take it back. */
export function Passed({
  view: { request, events, takes, manages },
  answer,
}: {
  view: RequestView;
  answer: Answered;
}) {
  if (request.status !== "passed") return null;
  const last = events.findLast((event) => event.action === "pass");
  const why = String(last?.detail.why ?? "");
  if (takes)
    return (
      <Section title={PASSING.theirs} lead={PASSING.theirsLead}>
        <p className="whitespace-pre-line">{`${PASSING.why}: ${why}`}</p>
        <CommandForm command="request.take" answer={answer} submit={PASSING.take} className="my-4" />
        <Behind summary={PASSING.giveBack} command="request.return" answer={answer}>
          <CommandForm
            command="request.return"
            answer={answer}
            labels={LABELS}
            submit={PASSING.giveBackSubmit}
            kind="secondary"
          >
            <TextArea label={PASSING.why} name="why" />
          </CommandForm>
        </Behind>
      </Section>
    );
  return manages ? (
    <Notice title={`${PASSING.waiting}　${String(last?.detail.who ?? "")}`}>
      <p className="whitespace-pre-line">{why}</p>
      <CommandForm
        command="request.recall"
        answer={answer}
        submit={PASSING.recall}
        kind="secondary"
        className="mt-2"
      />
    </Notice>
  ) : null;
}
