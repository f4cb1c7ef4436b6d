import type { DraftFields, Sector } from "../schema.ts";

/** Fields that a form sends as text just as it is stored. */
export const TEXT_FIELDS = [
  "name",
  "kana",
  "sector",
  "areaId",
  "desk",
  "phone",
  "fax",
  "email",
  "postalCode",
  "address",
  "website",
  "note",
  "validFrom",
  "validTo",
] as const;

/** What was typed; areas as words, `published` as "yes" or nothing. */
export type FormValues = Readonly<Record<(typeof TEXT_FIELDS)[number] | "servedAreas" | "published", string>>;

/** Reads what a form sent; what it lacks is empty. */
export function valuesOf(form: { get(name: string): unknown }): FormValues {
  const names = [...TEXT_FIELDS, "servedAreas", "published"] as const;
  return Object.fromEntries(names.map((name) => [name, String(form.get(name) ?? "")])) as FormValues;
}

export const EMPTY: FormValues = valuesOf({ get: () => "" });

export const fieldsOf = (
  values: FormValues,
  sector: Sector,
  areaId: string,
  servedAreas: readonly string[],
): DraftFields => ({
  ...values,
  sector,
  areaId,
  servedAreas: [...servedAreas],
  published: values.published === "yes",
});

/** The fields in which what was typed differs from what stands now. */
export const differingFields = (typed: FormValues, current: FormValues): (keyof FormValues)[] =>
  (Object.keys(typed) as (keyof FormValues)[]).filter(
    (field) => typed[field].trim() !== current[field].trim(),
  );
