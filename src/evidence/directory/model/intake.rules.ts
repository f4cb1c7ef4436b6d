import { addDays, addMonths, type PlainDate } from "#platform/kernel/plain-date.ts";
import type { FieldGroup, Intake, Wait } from "./resource-lists.schema.ts";
import { FIELD_GROUPS } from "./resource-lists.schema.ts";

/** Whether somebody is taken at present, as it was said: by whom, on which day, and until when it holds. */
export type IntakeSaid = Readonly<{
  intake: Intake;
  intakeWait: Wait;
  intakeUntil: PlainDate | null;
  intakeBy: string;
  intakeOn: PlainDate | null;
}>;

/** So long it holds where nobody says until when. */
export const PROMISE_DAYS = 30;

/** The state that may be shown on that day: after its promise it is not known. */
export const intakeNow = (
  { intake, intakeUntil }: Pick<IntakeSaid, "intake" | "intakeUntil">,
  today: PlainDate,
): Intake => (intakeUntil !== null && today <= intakeUntil ? intake : "unknown");

export const promisedUntil = (until: PlainDate | null, today: PlainDate): PlainDate =>
  until ?? addDays(today, PROMISE_DAYS);

/** When each group of fields was checked last, and by whom. */
export type Checks = Readonly<Partial<Record<FieldGroup, Readonly<{ on: PlainDate; by: string }>>>>;

/** The day since which everything is checked; null where a group never was. */
export function checkedOn(checks: Checks): PlainDate | null {
  const days = FIELD_GROUPS.map((group) => checks[group]?.on);
  return days.includes(undefined) ? null : (days as PlainDate[]).toSorted()[0]!;
}

export const checkedBy = (
  checks: Checks,
  groups: readonly FieldGroup[],
  one: Readonly<{ on: PlainDate; by: string }>,
): Checks => ({ ...checks, ...Object.fromEntries(groups.map((group) => [group, one])) });

/** After so many months its owner is asked, and after these it is found no more. */
export const ASKED_AFTER_MONTHS = 6;
export const FOUND_FOR_MONTHS = 12;

/** The last day on which it is found; what was never checked whole is found from its listing on. */
export const foundUntil = (checked: PlainDate | null, listed: PlainDate): PlainDate =>
  addMonths(checked ?? listed, FOUND_FOR_MONTHS);
