import type { AreaId } from "#platform/kernel/ids.ts";
import { sentenceOf } from "#platform/kernel/issue.messages.ts";
import type { PlainDate } from "#platform/kernel/plain-date.ts";
import type { FieldErrors } from "#platform/kernel/result.ts";
import { type Draft, type DraftField, type DraftFields, DraftInput } from "./schema.ts";

export type Status = "coming" | "active" | "ended";

/** Whether the organisation is at work on that day: told by its dates, never set by hand. */
export function statusOn(dates: Pick<Draft, "validFrom" | "validTo">, today: PlainDate): Status {
  if (dates.validTo !== null && dates.validTo < today) return "ended";
  return dates.validFrom !== null && dates.validFrom > today ? "coming" : "active";
}

/** Reads the fields; one that serves nobody else serves its home area. */
export function readDraft(
  fields: DraftFields,
): { draft: Draft; errors: undefined } | { draft: undefined; errors: FieldErrors } {
  const parsed = DraftInput.safeParse(fields, { error: sentenceOf });
  if (parsed.success) {
    const { areaId, servedAreas, ...rest } = parsed.data;
    const served = [...new Set(servedAreas.length > 0 ? servedAreas : [areaId])].sort();
    return {
      draft: { ...rest, areaId: areaId as AreaId, servedAreas: served as AreaId[] },
      errors: undefined,
    };
  }
  const errors: Record<string, string[]> = {};
  for (const issue of parsed.error.issues) {
    const field = String(issue.path[0]);
    errors[field] = [...(errors[field] ?? []), issue.message];
  }
  return { draft: undefined, errors };
}

const FIELDS: readonly DraftField[] = [
  "name",
  "kana",
  "sector",
  "areaId",
  "servedAreas",
  "desk",
  "phone",
  "fax",
  "email",
  "postalCode",
  "address",
  "website",
  "note",
  "published",
  "validFrom",
  "validTo",
];

/** The fields in which two drafts differ. */
export function differences(before: Draft, after: Draft): DraftField[] {
  return FIELDS.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));
}
