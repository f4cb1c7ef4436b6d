import { FieldErrors } from "#ui/field.tsx";
import { DayField } from "#ui/field-kinds.tsx";
import { useFormField } from "#ui/form.tsx";
import { Asked } from "#ui/form-place.tsx";
import type { Texts } from "../model/request-form.messages.ts";

/** Up to three days with hours; none means "you propose". */
export function Wishes({ text, name = "" }: { text: Texts; name?: string }) {
  const all = useFormField(name);
  return (
    <fieldset id={all?.id} tabIndex={-1} className="my-5 max-w-2xl">
      <legend className="text-std-20B-160">{text.when}</legend>
      <p>{text.whenHint}</p>
      {[1, 2, 3].map((n) => (
        <Wish key={n} n={n} text={text} />
      ))}
      <FieldErrors id={`${all?.id}-error`} errors={all?.errors} />
    </fieldset>
  );
}

function Wish({ n, text }: { n: number; text: Texts }) {
  const wish = useFormField(`wish${n}`);
  const day = text.day.replace("{n}", String(n));
  return (
    <div id={wish?.id} tabIndex={-1} className="my-3 flex flex-wrap items-start gap-x-3">
      <Asked name={`wish${n}`} />
      <DayField label={day} name={`day${n}`} required={false} errors={wish?.errors} />
      <Hour name={`from${n}`} usual="10:00" label={text.from} whole={`${day} ${text.from}`} />
      <Hour name={`to${n}`} usual="11:00" label={text.to} whole={`${day} ${text.to}`} />
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
    <label className="my-5 block">
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
