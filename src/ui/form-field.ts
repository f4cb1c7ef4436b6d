import { createContext, useContext } from "react";
import type { FormAnswer } from "#platform/kernel/form-answer.ts";
import { TEXTS } from "./form.messages.ts";

type Shown = Readonly<Record<string, string>>;

/** What the fields of a form read: their values, what is to be mended, and the ids that the summary links to. */
export type FormState = Readonly<{
  id: string;
  values: Shown;
  choices: Readonly<Record<string, readonly string[]>>;
  errors: FormAnswer["errors"];
  language: "ja" | "en";
  /** Whether what is required is marked as such. */
  marksRequired?: boolean | undefined;
}>;

export const FormContext = createContext<FormState | undefined>(undefined);

/** What the form around a field knows of it; outside of one nothing. */
export function useFormField(name: string | undefined) {
  const form = useContext(FormContext);
  if (!form || !name) return undefined;
  return {
    id: fieldId(form.id, name),
    value: form.values[name],
    choices: form.choices[name],
    errors: form.errors[name],
  };
}

/** Whether any of these fields is filled or wrong, so that it must not be folded away. */
export function useFilled(...names: readonly string[]): boolean {
  const form = useContext(FormContext);
  return names.some((name) => form?.errors[name] || form?.values[name]);
}

export const fieldId = (form: string, name: string) => `${form}-${name}`;

/** The texts of the form mechanism in the language of the form around. */
export const useFormTexts = () => TEXTS[useContext(FormContext)?.language ?? "ja"];

/** Whether the form around marks what is required. */
export const useMarksRequired = () => useContext(FormContext)?.marksRequired === true;

/** In which language the form around is. */
export const useFormLanguage = () => useContext(FormContext)?.language ?? "ja";
