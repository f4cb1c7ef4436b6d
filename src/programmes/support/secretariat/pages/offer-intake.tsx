import { TextField } from "#ui/field.tsx";
import { Folded } from "#ui/fold.tsx";
import { answerFor, CommandForm } from "#ui/form.tsx";
import { INTAKE, INTAKE_NAMES } from "../../model/offer.messages.ts";
import type { OfferRow } from "../../offers/offer.present.ts";
import { type Answered, forForm } from "../../parts/answers.tsx";

/** Whether an offer takes any at present, as a switch where it stands in the list; stopping it asks why. */
export function IntakeSwitch({ offer, answer }: { offer: OfferRow; answer: Answered }) {
  const mine = forForm(answer, "id", offer.id);
  const open = offer.intake === "open";
  return (
    <>
      {open ? INTAKE_NAMES.open : `● ${INTAKE_NAMES[offer.intake]}`}
      {offer.intakeReason ? <span className="block text-dns-14N-130">{offer.intakeReason}</span> : null}
      {offer.writable ? (
        open ? (
          <Folded summary={INTAKE.stop} open={answerFor(mine, "offer.set-intake") !== undefined}>
            <CommandForm
              command="offer.set-intake"
              answer={mine}
              labels={{ reason: INTAKE.reason }}
              submit={INTAKE.stop}
              kind="secondary"
              label={`${INTAKE.stop}（${offer.title}）`}
            >
              <input type="hidden" name="id" value={offer.id} />
              <input type="hidden" name="intake" value="suspended" />
              <TextField name="reason" label={INTAKE.reason} hint={INTAKE.reasonHint} />
            </CommandForm>
          </Folded>
        ) : (
          <CommandForm
            command="offer.set-intake"
            answer={mine}
            submit={INTAKE.resume}
            kind="secondary"
            label={`${INTAKE.resume}（${offer.title}）`}
          >
            <input type="hidden" name="id" value={offer.id} />
            <input type="hidden" name="intake" value="open" />
          </CommandForm>
        )
      ) : null}
    </>
  );
}
