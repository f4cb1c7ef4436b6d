import type { PlainDate } from "#platform/kernel/plain-date.ts";
import type { BodyKind, Member } from "./body.schema.ts";

/**
 * Who should sit at the table. For a council: the partners that the guideline (令和元年9月) names for an area and
 * those of the source's councils; for the liaison meeting: its members in the source; for the heads above it: what by-laws of
 * cities name most often.
 */
const CHECKLISTS: Readonly<Record<BodyKind, readonly string[]>> = {
  area_council: [
    "public_health_centre",
    "municipality",
    "occupational_health_centre",
    "labour_standards_office",
    "medical_association",
    "dental_association",
    "occupational_physician",
    "checkup_provider",
    "insurer",
    "commerce",
    "industry_association",
    "worker_welfare",
    "workplace",
  ],
  prefecture_council: [
    "prefecture",
    "public_health_centre",
    "municipality",
    "occupational_health_centre",
    "labour_standards_office",
    "medical_association",
    "dental_association",
    "insurer",
    "commerce",
    "worker_welfare",
  ],
  suicide_prevention_heads: [
    "public_health_centre",
    "municipality",
    "mental_health_centre",
    "medical_association",
    "hospital",
    "labour_standards_office",
    "commerce",
    "welfare_commissioner",
    "health_promoter",
    "npo",
    "police",
    "fire_service",
  ],
  suicide_prevention_liaison: [
    "public_health_centre",
    "occupational_health_centre",
    "occupational_physician",
    "hospital",
    "municipality",
    "welfare_commissioner",
    "occupational_nurse",
    "workplace",
    "bereaved_group",
    "npo",
    "police",
    "fire_service",
    "pharmacy",
  ],
  working_group: [],
  other: [],
};

/** The sectors of the checklist that no present member comes from. */
export function missingSectors(
  kind: BodyKind,
  members: readonly Pick<Member, "sector" | "termFrom" | "termTo">[],
  on: PlainDate,
): string[] {
  const present = new Set(members.filter((member) => inTerm(member, on)).map((member) => member.sector));
  return CHECKLISTS[kind].filter((sector) => !present.has(sector));
}

/** An open end of a term is open. */
export const inTerm = (member: Pick<Member, "termFrom" | "termTo">, on: PlainDate): boolean =>
  (member.termFrom === null || member.termFrom <= on) && (member.termTo === null || member.termTo >= on);

/** Whether a term touches the span. */
export const inTermDuring = (
  member: Pick<Member, "termFrom" | "termTo">,
  from: PlainDate,
  to: PlainDate,
): boolean =>
  (member.termFrom === null || member.termFrom <= to) && (member.termTo === null || member.termTo >= from);
