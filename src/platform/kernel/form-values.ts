import { fingerprintOf } from "./fingerprint.ts";
import { newId } from "./ids.ts";
import type { FormValues } from "./result.ts";

type Field = string | number | boolean | null | undefined;

/** Fields of a thing as a form shows them: `true` where a box is ticked, empty where nothing is known or there is no thing. */
export const formTexts = <Name extends string>(
  thing: Readonly<Partial<Record<Name, Field>>> | null | undefined,
  ...names: readonly Name[]
): Record<Name, string> =>
  Object.fromEntries(
    names.map((name) => [name, thing?.[name] === false ? "" : String(thing?.[name] ?? "")]),
  ) as Record<Name, string>;

/** What `CommandForm` is shown with: the values, what tells of a concurrent edit, and the key by which it acts once. */
export const formShowing = <Values extends FormValues>(values: Values) => ({
  values,
  seen: fingerprintOf(values),
  once: newId() as string,
});
