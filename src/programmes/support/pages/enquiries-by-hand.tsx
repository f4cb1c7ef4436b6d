import { ChoiceField } from "#ui/field.tsx";
import { Fold } from "#ui/fold.tsx";
import { OnceForm } from "#ui/once.tsx";
import { ANSWER_NAMES, ENQUIRIES } from "../enquiries/messages.ts";
import { PAGE } from "../requests/asking/messages.ts";
import { may } from "../requests/rules.ts";
import type { RequestView } from "../requests/view/usecases.server.ts";
import { showSlot } from "../visits/present.ts";
import { Wishes } from "./wish-fields.tsx";

const TEXT = { ...PAGE.ja, when: ENQUIRIES.slots, whenHint: ENQUIRIES.slotsHint, day: ENQUIRIES.slot };

/** What the coordinator does otherwise than proposed: another choice of people, other times. */
export function ByHand({ view: { request, enquiries } }: { view: RequestView }) {
  const answered = enquiries.filter((one) => one.state === "answered" && one.answers);
  const slots = request.slots.map((slot, index) => ({ value: String(index), label: showSlot(slot) }));
  const times = Object.fromEntries(
    request.slots.flatMap(({ day, from, to }, index) => [
      [`day${index + 1}`, day],
      [`from${index + 1}`, from],
      [`to${index + 1}`, to],
    ]),
  );
  const signs = (answers: (typeof enquiries)[number]["answers"]) =>
    (answers ?? []).map((one) => (one ? ANSWER_NAMES[one].sign : "―")).join(" ");
  return (
    <>
      {may(request.status, "fix") && answered.length > 0 ? (
        <Fold summary={ENQUIRIES.byHand}>
          <OnceForm submit={ENQUIRIES.byHandSubmit} kind="secondary">
            <input type="hidden" name="do" value="decide" />
            <ChoiceField label={ENQUIRIES.when} name="slot" type="radio" options={slots} chosen={["0"]} />
            <ChoiceField
              label={ENQUIRIES.who}
              name="member"
              type="checkbox"
              options={answered.map((one) => ({
                value: one.id,
                label: `${one.organisationName} ${signs(one.answers)}`,
              }))}
            />
          </OnceForm>
        </Fold>
      ) : null}
      {may(request.status, "reask") ? (
        <Fold summary={ENQUIRIES.times}>
          <p>{ENQUIRIES.timesLead}</p>
          <OnceForm submit={ENQUIRIES.timesSubmit} kind="secondary" noValidate>
            <input type="hidden" name="do" value="retime" />
            <Wishes typed={times} errors={{}} text={TEXT} />
          </OnceForm>
        </Fold>
      ) : null}
    </>
  );
}
