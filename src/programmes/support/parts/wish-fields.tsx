import { ChoiceField, FieldErrors } from "#ui/field.tsx";
import { DayField } from "#ui/field-kinds.tsx";
import { Folded } from "#ui/fold.tsx";
import { useFilled, useFormField } from "#ui/form.tsx";
import { Asked } from "#ui/form-place.tsx";
import type { Texts } from "../model/request-form.messages.ts";
import { HOURS, OTHER_HOURS } from "../model/request-lists.schema.ts";

/** Up to three days with a part of the day, the second and third behind one tap; none means "you propose". */
export function Wishes({ text, name = "", hint = "" }: { text: Texts; name?: string; hint?: string }) {
  const all = useFormField(name);
  const more = useFilled("day2", "day3", "wish2", "wish3");
  return (
    <fieldset id={all?.id} tabIndex={-1} className="my-5 max-w-2xl">
      <legend className="text-std-20B-160">{text.when}</legend>
      <p>{`${text.whenHint}${hint}`}</p>
      <Wish n={1} text={text} />
      <Folded summary={text.addDay} open={more}>
        <Wish n={2} text={text} />
        <Wish n={3} text={text} />
      </Folded>
      <FieldErrors id={`${all?.id}-error`} errors={all?.errors} />
    </fieldset>
  );
}

function Wish({ n, text }: { n: number; text: Texts }) {
  const wish = useFormField(`wish${n}`);
  const part = useFormField(`part${n}`);
  const day = text.day.replace("{n}", String(n));
  return (
    <div
      id={wish?.id}
      tabIndex={-1}
      className="group/wish my-3 rounded-8 border border-solid-gray-300 px-4 py-1"
    >
      <Asked name={`wish${n}`} />
      <DayField label={day} name={`day${n}`} required={false} errors={wish?.errors} unmarked />
      <ChoiceField
        label={text.hours}
        name={`part${n}`}
        type="radio"
        chips
        chosen={[part?.value ?? HOURS[0].part]}
        options={[
          ...HOURS.map((one) => ({ value: one.part, label: text.parts[one.part] })),
          { value: OTHER_HOURS, label: text.otherHours },
        ]}
      />
      <div className="flex-wrap gap-x-4 supports-[selector(:has(*))]:hidden group-has-[[value=other]:checked]/wish:flex!">
        <Hour name={`from${n}`} usual={HOURS[0].from} label={text.from} whole={`${day} ${text.from}`} />
        <Hour name={`to${n}`} usual={HOURS[0].to} label={text.to} whole={`${day} ${text.to}`} />
      </div>
    </div>
  );
}

function Hour({
  name,
  usual,
  label,
  whole,
}: {
  name: string;
  usual: string;
  label: string;
  /** Its name where the row is not seen. */
  whole: string;
}) {
  const field = useFormField(name);
  return (
    <label className="my-3 block">
      <span className="block text-std-16N-170">{label}</span>
      <input
        type="time"
        name={name}
        aria-label={whole}
        defaultValue={field?.value ?? usual}
        className="min-h-12 rounded-8 border border-solid-gray-600 px-3 text-std-16N-170"
      />
    </label>
  );
}
