import type { InputHTMLAttributes, ReactNode, SelectHTMLAttributes, TextareaHTMLAttributes } from "react";
import { useId } from "react";
import { leaveOutOthers, tellLength } from "./enhance/fields.ts";
import { useFormField, useFormTexts, useMarksRequired } from "./form-field.ts";
import { Asked } from "./form-place.tsx";

export type Common = {
  label: string;
  /** One sentence under the label: what is expected, with an example. Never as a placeholder, which vanishes when one types. */
  hint?: ReactNode;
  /** Sentences that name the mend. */
  errors?: readonly string[] | undefined;
  optional?: boolean;
  /** Not marked where a form marks what is required: it may be one of several. */
  unmarked?: boolean | undefined;
};

/** The label and name of a field, of the labels of its form: `const field = labelled(LABELS)`, then `{...field("title")}`. */
export const labelled =
  <Labels extends Readonly<Record<string, string>>>(labels: Labels) =>
  <Name extends keyof Labels & string>(name: Name) => ({ label: labels[name] as string, name });

export const BOX =
  "min-h-12 w-full rounded-8 border border-solid-gray-600 bg-white px-4 py-2.5 text-std-16N-170 hover:border-black aria-invalid:border-error-1 aria-invalid:border-2 disabled:bg-solid-gray-50";

export function Frame({
  id,
  label,
  hint,
  errors,
  optional,
  unmarked,
  children,
}: Common & { id: string; children: ReactNode }) {
  return (
    <div className="my-5 max-w-xl">
      <label htmlFor={id} className="block text-std-16B-170">
        {label}
        <Mark {...{ optional, unmarked }} />
      </label>
      {hint ? (
        <p id={`${id}-hint`} className="mb-1 text-dns-14N-130 text-solid-gray-700">
          {hint}
        </p>
      ) : null}
      {children}
      <FieldErrors id={`${id}-error`} errors={errors} />
    </div>
  );
}

/** 任意 at what may be left empty; 必須 at the rest, in forms that say so. */
function Mark({ optional, unmarked }: { optional: boolean | undefined; unmarked: boolean | undefined }) {
  const texts = useFormTexts();
  const marks = useMarksRequired();
  if (unmarked) return null;
  if (optional) return <span className="ml-2 text-dns-14N-130 text-solid-gray-700">{texts.optional}</span>;
  return marks ? (
    <span className="ml-2 inline-block rounded-4 bg-error-2 px-1.5 text-dns-14N-130 text-white">
      {texts.required}
    </span>
  ) : null;
}

/** The id, errors and value of a field: given by hand, or by the form around it. */
export function useField(name: string | undefined, given: readonly string[] | undefined) {
  const own = useId();
  const form = useFormField(name);
  return { id: form?.id ?? own, errors: given ?? form?.errors, value: form?.value, choices: form?.choices };
}

/** Sentences under a field that say what to mend. */
export function FieldErrors({ id, errors }: { id: string; errors?: readonly string[] | undefined }) {
  if (!errors?.length) return null;
  return (
    <ul id={id} className="mt-1 text-std-16N-170 text-error-2">
      {errors.map((error) => (
        <li key={error}>＊{error}</li>
      ))}
    </ul>
  );
}

export function described(id: string, { hint, errors }: Common) {
  const ids = [hint ? `${id}-hint` : "", errors?.length ? `${id}-error` : ""].filter(Boolean).join(" ");
  return { id, "aria-describedby": ids || undefined, "aria-invalid": errors?.length ? true : undefined };
}

export function TextField({
  label,
  hint,
  errors: given,
  optional,
  unmarked,
  className = "",
  ...rest
}: Common & Omit<InputHTMLAttributes<HTMLInputElement>, "placeholder">) {
  const { id, errors, value } = useField(rest.name, given);
  return (
    <Frame id={id} {...{ label, hint, errors, optional: optional ?? false, unmarked }}>
      <input
        {...described(id, { label, hint, errors })}
        required={!optional}
        defaultValue={value}
        className={`${BOX} ${className}`}
        {...rest}
      />
    </Frame>
  );
}

export function TextArea({
  label,
  hint,
  errors: given,
  optional,
  unmarked,
  most,
  ...rest
}: Common &
  Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, "placeholder"> & {
    /** So many letters are taken; how many are left is told. */
    most?: number;
  }) {
  const texts = useFormTexts();
  const { id, errors, value } = useField(rest.name, given);
  return (
    <Frame id={id} {...{ label, hint, errors, optional: optional ?? false, unmarked }}>
      <textarea
        {...described(id, { label, hint, errors })}
        required={!optional}
        rows={4}
        defaultValue={value}
        className={BOX}
        {...(most ? { "data-most": most, onInput: ({ currentTarget }) => tellLength(currentTarget) } : {})}
        {...rest}
      />
      {most ? (
        <p
          id={`${id}-length`}
          className="mt-1 text-right text-dns-14N-130 text-solid-gray-700"
          data-template={texts.length}
        >
          {texts.length.replace("{n}", String([...(value ?? "")].length)).replace("{most}", String(most))}
        </p>
      ) : null}
    </Frame>
  );
}

/** `none` is the answer that leaves out all others. */
export type Option = Readonly<{ value: string; label: string; none?: boolean }>;

export function SelectField({
  label,
  hint,
  errors: given,
  optional,
  unmarked,
  options,
  empty,
  ...rest
}: Common & SelectHTMLAttributes<HTMLSelectElement> & { options: readonly Option[]; empty?: string }) {
  const { id, errors, value } = useField(rest.name, given);
  return (
    <Frame id={id} {...{ label, hint, errors, optional: optional ?? false, unmarked }}>
      <select
        {...described(id, { label, hint, errors })}
        required={!optional}
        defaultValue={value}
        className={BOX}
        {...rest}
      >
        {empty === undefined ? null : <option value="">{empty}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Frame>
  );
}

const CHIP =
  "flex min-h-12 cursor-pointer items-center gap-2 rounded-8 border border-solid-gray-600 px-4 py-2 text-std-16N-170 has-checked:border-2 has-checked:border-blue-900 has-checked:bg-blue-50 has-checked:font-bold has-focus-visible:outline-4 has-focus-visible:outline-offset-2 has-focus-visible:outline-black";

/** Several boxes or one choice, as one question. */
export function ChoiceField({
  label,
  hint,
  errors: given,
  name,
  type,
  options,
  chosen: chosenFirst,
  optional,
  unmarked = true,
  chips = false,
}: Common & {
  name: string;
  type: "radio" | "checkbox";
  options: readonly Option[];
  chosen?: readonly string[];
  /** Shown as buttons that stay pressed. */
  chips?: boolean;
}) {
  const { id, errors, value, choices } = useField(name, given);
  const chosen = choices ?? chosenFirst ?? (value ? value.split(" ") : []);
  return (
    <fieldset
      id={id}
      tabIndex={-1}
      className="my-5 max-w-xl"
      aria-describedby={errors?.length ? `${id}-error` : undefined}
    >
      {label ? (
        <legend className="text-std-16B-170">
          {label}
          <Mark {...{ optional, unmarked: unmarked && !optional }} />
        </legend>
      ) : null}
      {hint ? <p className="mb-1 text-dns-14N-130 text-solid-gray-700">{hint}</p> : null}
      <Asked name={name} />
      <div className={chips ? "mt-1 flex flex-wrap gap-2" : "flex flex-wrap gap-x-6"}>
        {options.map((option) => (
          <label
            key={option.value}
            className={chips ? CHIP : "flex min-h-11 cursor-pointer items-center gap-2 text-std-16N-170"}
          >
            <input
              type={type}
              name={name}
              value={option.value}
              defaultChecked={chosen.includes(option.value)}
              data-none={option.none || undefined}
              onChange={({ currentTarget }) => leaveOutOthers(currentTarget)}
              className="size-5 shrink-0 accent-blue-900"
            />
            {option.label}
          </label>
        ))}
      </div>
      <FieldErrors id={`${id}-error`} errors={errors} />
    </fieldset>
  );
}
