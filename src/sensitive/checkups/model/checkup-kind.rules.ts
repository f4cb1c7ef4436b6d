import { type FiscalYear, lastDayOf } from "#platform/kernel/fiscal-year.ts";
import type { PlainDate } from "#platform/kernel/plain-date.ts";

/** What kind of checkup a record is of: it decides, beside the agreement's ground, to whom it may go. */
export const CHECKUP_KINDS = ["specific", "employer", "under-40", "voluntary", "late-elderly"] as const;
export type CheckupKind = (typeof CHECKUP_KINDS)[number];

export const PROVIDER_KINDS = ["nhi", "late-elderly", "employees", "mutual", "employer"] as const;
export type ProviderKind = (typeof PROVIDER_KINDS)[number];

/** Completed years on that day, by birthdays as checkups print them. */
export function ageOn(birth: PlainDate, day: PlainDate): number {
  const years = Number(day.slice(0, 4)) - Number(birth.slice(0, 4));
  return day.slice(5) >= birth.slice(5) ? years : years - 1;
}

/** The age that specific checkups go by: of the last day of the fiscal year. */
export const ageAtEndOf = (birth: PlainDate, year: FiscalYear): number => ageOn(birth, lastDayOf(year));

export function kindOfCheckup(provider: ProviderKind, ageAtEnd: number, voluntary: boolean): CheckupKind {
  if (voluntary) return "voluntary";
  if (ageAtEnd >= 75 || provider === "late-elderly") return "late-elderly";
  if (provider === "employer") return "employer";
  return ageAtEnd >= 40 ? "specific" : "under-40";
}

/** Ways in which results leave: none carries a kind that it does not name. */
export const OUTGOING = {
  // 高齢者の医療の確保に関する法律27条: from the year in which somebody turns 40 on.
  "new-insurer": { lawful: ["specific", "late-elderly"], byConsent: ["under-40", "employer", "voluntary"] },
  edition: { lawful: ["specific", "employer", "under-40", "voluntary", "late-elderly"], byConsent: [] },
} as const satisfies Readonly<
  Record<string, Readonly<{ lawful: readonly CheckupKind[]; byConsent: readonly CheckupKind[] }>>
>;
export type Outgoing = keyof typeof OUTGOING;

/**
 * Whether a record may go that way. What counts is the age in the year of the checkup, not the age today; who has filed an
 * opt-out is not passed on, and what the law does not carry needs a consent.
 */
export function mayGoOut(
  way: Outgoing,
  record: Readonly<{ kind: CheckupKind }>,
  person: Readonly<{ consented: boolean; optedOut: boolean }>,
): boolean {
  if (way !== "edition" && person.optedOut) return false;
  const { lawful, byConsent } = OUTGOING[way];
  if ((lawful as readonly CheckupKind[]).includes(record.kind)) return true;
  return person.consented && (byConsent as readonly CheckupKind[]).includes(record.kind);
}
