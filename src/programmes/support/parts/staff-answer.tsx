import { SelectField, TextField } from "#ui/field.tsx";
import { answerFor, CommandForm } from "#ui/form.tsx";
import { ANSWER_NAMES } from "../model/enquiry.messages.ts";
import { ANSWERS } from "../model/enquiry.rules.ts";
import type { Slot } from "../model/offer.rules.ts";
import { showSlot } from "../model/visit.present.ts";
import type { Clash } from "../requests/engagement.rules.ts";
import type { ShownEnquiry } from "../requests/request-view.present.ts";
import { type Answered, forForm } from "./answers.tsx";
import { Clashes } from "./clashes.tsx";

/** An answer of a supporter who is signed in, or one that came by telephone, written down by staff. */
export function StaffAnswer({
  one,
  request,
  slots,
  clashes = [],
  answer,
}: {
  one: Pick<ShownEnquiry, "id" | "state" | "answers" | "proposal" | "comment">;
  request?: string;
  slots: readonly Slot[];
  clashes?: readonly (readonly Clash[])[] | undefined;
  answer: Answered;
}) {
  const mine = answerFor(forForm(answer, "enquiry", one.id), "enquiry.answer");
  const given = Object.fromEntries(slots.map((_, index) => [`slot${index}`, one.answers?.[index] ?? ""]));
  return (
    <details open={mine !== undefined}>
      <summary className="min-h-11 cursor-pointer py-2 underline underline-offset-4">
        {one.state === "answered" ? "回答を変更する" : "回答を入力する"}
      </summary>
      <CommandForm
        command="enquiry.answer"
        answer={mine}
        values={{ ...given, proposal: one.proposal, comment: one.comment }}
        submit="回答を登録する"
        kind="secondary"
      >
        <input type="hidden" name="enquiry" value={one.id} />
        {request ? <input type="hidden" name="request" value={request} /> : null}
        {clashes.map((each, index) => (
          <Clashes key={`clash-${slots[index]!.day}${slots[index]!.from}`} clashes={each} />
        ))}
        {slots.map((slot, index) => (
          <SelectField
            key={`${slot.day}${slot.from}`}
            label={showSlot(slot)}
            name={`slot${index}`}
            empty={request ? "未定" : "未確認"}
            options={ANSWERS.map((value) => ({
              value,
              label: `${ANSWER_NAMES[value].sign} ${ANSWER_NAMES[value].ja}`,
            }))}
          />
        ))}
        <TextField label="ほかの候補日" optional name="proposal" />
        <TextField label="備考" optional name="comment" />
      </CommandForm>
    </details>
  );
}
