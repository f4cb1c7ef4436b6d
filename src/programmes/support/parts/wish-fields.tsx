import { FieldErrors } from "#ui/field.tsx";
import { useFormField } from "#ui/form.tsx";
import type { Texts } from "../model/request-form.messages.ts";

const BOX = "min-h-11 rounded-8 border border-solid-gray-600 px-3 text-std-16N-170";

/** Up to three days with hours; none means "you propose". */
export function Wishes({ text, name = "" }: { text: Texts; name?: string }) {
  const all = useFormField(name);
  return (
    <fieldset id={all?.id} tabIndex={-1} className="my-5 max-w-xl">
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
  const boxes = [
    ["day", "date", day, ""],
    ["from", "time", text.from, "10:00"],
    ["to", "time", text.to, "11:00"],
  ] as const;
  return (
    <div id={wish?.id} tabIndex={-1} className="my-3">
      <div className="flex flex-wrap items-end gap-3">
        {boxes.map(([name, type, label, usual]) => (
          <Box
            key={name}
            name={`${name}${n}`}
            type={type}
            usual={usual}
            label={label}
            whole={`${day} ${name === "day" ? "" : label}`.trim()}
            described={wish?.errors ? `${wish.id}-error` : undefined}
          />
        ))}
      </div>
      <FieldErrors id={`${wish?.id}-error`} errors={wish?.errors} />
    </div>
  );
}

function Box({
  name,
  type,
  usual,
  label,
  whole,
  described,
}: {
  name: string;
  type: "date" | "time";
  usual: string;
  label: string;
  /** Its name where the row is not seen. */
  whole: string;
  described: string | undefined;
}) {
  const field = useFormField(name);
  return (
    <label className={type === "date" ? "block basis-full desktop:basis-auto" : "block"}>
      <span className="block text-dns-14N-130">{label}</span>
      <input
        type={type}
        name={name}
        aria-label={whole}
        aria-invalid={described ? true : undefined}
        aria-describedby={described}
        defaultValue={field?.value ?? usual}
        className={BOX}
      />
    </label>
  );
}
