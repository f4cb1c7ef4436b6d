import { type ReactNode, useRef, useState } from "react";
import { Button } from "./button.tsx";
import { FieldErrors } from "./field.tsx";
import { useFormField, useFormTexts } from "./form-field.ts";
import { Asked } from "./form-place.tsx";

/**
 * Rows of the same fields, called `slots.0.day`. Without script the buttons bring the same form back with a row more or
 * less and all that was typed (`answerForm`); with React that happens in place.
 */
export function RowsField({
  name,
  label,
  hint,
  first = 1,
  most = 20,
  add,
  children,
}: {
  name: string;
  label: string;
  hint?: ReactNode;
  /** So many empty rows are shown at first. */
  first?: number;
  most?: number;
  add?: string;
  /** The fields of a row; `at` gives the name of one of them. */
  children: (at: (part: string) => string, row: number) => ReactNode;
}) {
  const { id = name, errors } = useFormField(name) ?? {};
  const sent = useFormField(`${name}.rows`)?.value;
  const texts = useFormTexts();
  const counted = Math.min(most, Math.max(1, Math.trunc(Number(sent ?? first)) || first));
  const next = useRef(counted);
  const [[shown, rows], setRows] = useState(() => [sent, numbers(counted)] as const);
  // The server's answer says how many rows stand now.
  const keys = shown === sent ? rows : numbers(counted);
  const change = (changed: readonly number[]) => setRows([sent, changed]);
  return (
    <fieldset id={id} tabIndex={-1} className="my-5">
      <legend className="text-std-16B-170">{label}</legend>
      {hint ? <p className="mb-1 text-dns-14N-130 text-solid-gray-700">{hint}</p> : null}
      <Asked name={name} />
      <FieldErrors id={`${id}-error`} errors={errors} />
      <input type="hidden" name={`${name}.rows`} value={keys.length} />
      {/* The Enter key presses a form's first button: that must be no button of a row. */}
      <button type="submit" tabIndex={-1} aria-hidden="true" className="sr-only" />
      {keys.map((key, row) => (
        <fieldset
          key={key}
          className="my-2 flex flex-wrap items-start gap-x-6 border-t border-solid-gray-300 pt-2"
        >
          <legend className="sr-only">{`${label} ${row + 1}`}</legend>
          {children((part) => `${name}.${row}.${part}`, row)}
          {keys.length > 1 ? (
            <Button
              name="rows"
              value={`${name}-${row}`}
              kind="plain"
              className="my-5"
              onClick={(event) => {
                event.preventDefault();
                change(keys.filter((one) => one !== key));
              }}
            >
              {texts.remove}
              <span className="sr-only">{`（${label} ${row + 1}）`}</span>
            </Button>
          ) : null}
        </fieldset>
      ))}
      {keys.length < most ? (
        <Button
          name="rows"
          value={`${name}+`}
          kind="secondary"
          onClick={(event) => {
            event.preventDefault();
            next.current += 1;
            change([...keys, next.current + 1000]);
          }}
        >
          {add ?? texts.add}
        </Button>
      ) : null}
    </fieldset>
  );
}

const numbers = (count: number): readonly number[] => [...Array(count).keys()];
