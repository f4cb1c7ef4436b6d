import type { FieldErrors } from "#platform/kernel/result.ts";
import { FieldErrors as Errors } from "#ui/field.tsx";
import type { Texts } from "../requests/asking/messages.ts";

const BOX = "min-h-11 rounded-8 border border-solid-gray-600 px-3 text-std-16N-170";

/** Up to three days with hours; none means "you propose". */
export function Wishes({
  typed,
  errors,
  text,
}: {
  typed: Readonly<Record<string, string>>;
  errors: FieldErrors;
  text: Texts;
}) {
  return (
    <fieldset className="my-5 max-w-xl">
      <legend className="text-std-20B-160">{text.when}</legend>
      <p>{text.whenHint}</p>
      {[1, 2, 3].map((n) => (
        <div key={n} className="my-3">
          <div className="flex flex-wrap items-end gap-3">
            {(
              [
                ["day", "date", text.day.replace("{n}", String(n)), ""],
                ["from", "time", text.from, "10:00"],
                ["to", "time", text.to, "11:00"],
              ] as const
            ).map(([name, type, label, usual]) => (
              <label key={name} className={name === "day" ? "block basis-full desktop:basis-auto" : "block"}>
                <span className="block text-dns-14N-130">{label}</span>
                <input
                  type={type}
                  name={`${name}${n}`}
                  aria-label={`${text.day.replace("{n}", String(n))} ${name === "day" ? "" : label}`.trim()}
                  aria-invalid={errors[`wish${n}`] ? true : undefined}
                  aria-describedby={errors[`wish${n}`] ? `wish${n}-error` : undefined}
                  defaultValue={typed[`${name}${n}`] ?? usual}
                  className={BOX}
                />
              </label>
            ))}
          </div>
          <Errors id={`wish${n}-error`} errors={errors[`wish${n}`]} />
        </div>
      ))}
    </fieldset>
  );
}
