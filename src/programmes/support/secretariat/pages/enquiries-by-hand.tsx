import { ChoiceField } from "#ui/field.tsx";
import { Fold } from "#ui/fold.tsx";
import { answerFor } from "#ui/form.tsx";
import { OutwardForm } from "#ui/outward.tsx";
import { ANSWER_NAMES, ENQUIRIES } from "../../model/enquiry.messages.ts";
import { may } from "../../model/request.rules.ts";
import { PAGE } from "../../model/request-form.messages.ts";
import { timeValues } from "../../model/request-form.rules.ts";
import { showSlot } from "../../model/visit.present.ts";
import { type Answered, forForm } from "../../parts/answers.tsx";
import { Wishes } from "../../parts/wish-fields.tsx";
import { ASKS } from "../../requests/request-asks.messages.ts";
import type { RequestView } from "../../requests/request-view.queries.server.ts";

const TEXT = { ...PAGE.ja, when: ENQUIRIES.slots, whenHint: ENQUIRIES.slotsHint, day: ENQUIRIES.slot };

/** What the coordinator does otherwise than proposed: another choice of people, other times. */
export function ByHand({
  view: { request, enquiries, shown },
  answer,
}: {
  view: RequestView;
  answer: Answered;
}) {
  const answered = enquiries.filter((one) => one.state === "answered" && one.answers);
  const slots = request.slots.map((slot, index) => ({ value: String(index), label: showSlot(slot) }));
  const signs = (answers: (typeof enquiries)[number]["answers"]) =>
    (answers ?? []).map((one) => (one ? ANSWER_NAMES[one].sign : "―")).join(" ");
  const decided = answerFor(forForm(answer, "team", "by hand"), "visit.decide");
  const retimed = answerFor(answer, "request.retime");
  return (
    <>
      {may(request.status, "fix") && answered.length > 0 ? (
        <Fold summary={ENQUIRIES.byHand} open={decided !== undefined}>
          <OutwardForm
            command="visit.decide"
            answer={decided}
            question={ASKS.byHand}
            confirm="決定してメールを送信する"
            values={{ slot: "0" }}
            labels={{ slot: ENQUIRIES.when, member: ENQUIRIES.who }}
            submit={ENQUIRIES.byHandSubmit}
            kind="secondary"
          >
            <input type="hidden" name="team" value="by hand" />
            <ChoiceField label={ENQUIRIES.when} name="slot" type="radio" options={slots} />
            <ChoiceField
              label={ENQUIRIES.who}
              name="member"
              type="checkbox"
              options={answered.map((one) => ({
                value: one.id,
                label: `${one.organisationName} ${signs(one.answers)}`,
              }))}
            />
          </OutwardForm>
        </Fold>
      ) : null}
      {may(request.status, "reask") ? (
        <Fold summary={ENQUIRIES.times} open={retimed !== undefined}>
          <p>{ENQUIRIES.timesLead}</p>
          <OutwardForm
            command="request.retime"
            answer={retimed}
            question={ASKS.retime}
            confirm="変更して再打診する"
            values={timeValues(request.slots)}
            {...(shown ? { seen: shown.times } : {})}
            submit={ENQUIRIES.timesSubmit}
            kind="secondary"
          >
            <Wishes text={TEXT} name="slots" />
          </OutwardForm>
        </Fold>
      ) : null}
    </>
  );
}
