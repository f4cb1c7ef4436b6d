import { FieldErrors } from "#ui/field.tsx";
import { useFormField } from "#ui/form.tsx";
import { ANSWER_NAMES } from "../model/enquiry.messages.ts";
import { ANSWERS, type Answer } from "../model/enquiry.rules.ts";
import type { Slot } from "../model/offer.rules.ts";
import { showSlot } from "../model/visit.present.ts";
import type { Clash } from "../requests/engagement.rules.ts";
import { Clashes } from "./clashes.tsx";

/** One row a day, three choices each. */
export function SlotAnswers({
  slots,
  given,
  clashes,
}: {
  slots: readonly Slot[];
  given: readonly (Answer | null)[] | null;
  clashes: readonly (readonly Clash[])[];
}) {
  const all = useFormField("answers");
  return (
    <div id={all?.id} tabIndex={-1}>
      {slots.map((slot, index) => (
        <SlotAnswer
          key={`${slot.day}${slot.from}`}
          name={`slot${index}`}
          legend={showSlot(slot)}
          given={given?.[index] ?? null}
          clashes={clashes[index] ?? []}
          described={all?.errors ? `${all.id}-error` : undefined}
        />
      ))}
      <FieldErrors id={`${all?.id}-error`} errors={all?.errors} />
    </div>
  );
}

function SlotAnswer({
  name,
  legend,
  given,
  clashes,
  described,
}: {
  name: string;
  legend: string;
  given: Answer | null;
  clashes: readonly Clash[];
  described: string | undefined;
}) {
  const field = useFormField(name);
  return (
    <fieldset className="my-4" aria-describedby={described}>
      <legend className="text-std-18B-160">{legend}</legend>
      <Clashes clashes={clashes} />
      <div className="mt-2 grid grid-cols-3">
        {ANSWERS.map((answer) => (
          <label
            key={answer}
            className="relative -ml-px flex min-h-16 cursor-pointer flex-col items-center justify-center border border-solid-gray-600 px-1 py-2 text-center text-oln-14B-100 first:ml-0 first:rounded-l-8 last:rounded-r-8 has-checked:z-10 has-checked:border-2 has-checked:border-blue-900 has-checked:bg-blue-100 has-focus-visible:z-20 has-focus-visible:outline-4 has-focus-visible:outline-black"
          >
            <input
              type="radio"
              name={name}
              value={answer}
              defaultChecked={(field?.value ?? given) === answer}
              className="absolute inset-0 size-full cursor-pointer opacity-0"
            />
            <span aria-hidden="true" className="text-std-20B-160">
              {ANSWER_NAMES[answer].sign}
            </span>
            {ANSWER_NAMES[answer].ja}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
