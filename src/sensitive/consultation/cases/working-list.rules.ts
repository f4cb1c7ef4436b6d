import type { Actor } from "#foundation/actors/public.ts";
import { addDays, type PlainDate } from "#platform/kernel/plain-date.ts";
import { addWorkingDays } from "#platform/kernel/working-day.ts";
import type { WHICH_CASES } from "./case.present.ts";

/** A case without a contact for so many days stands on the list of the silent ones. */
export const SILENT_DAYS = 30;
/** What nobody has done so many working days after it was due climbs to the supervisor. */
export const CLIMB_DAYS = 2;
/** Within so many working days after acceptance the person is contacted. */
export const DAYS_TO_CONTACT = 2;

export type CaseFilter = Readonly<{
  which: (typeof WHICH_CASES)[number];
  caseworker: string;
  today: PlainDate;
  /** The day before which a contact is too long ago. */
  silentSince: PlainDate;
  /** The last day on which something was due that has climbed by now. */
  climbedSince: PlainDate;
  /** The last day to receive a referral whose answer is late by now. */
  answerSince: PlainDate;
}>;

/** By what the parts of a working list are told from each other on a day, for who asks. */
export const filterFor = (actor: Actor, today: PlainDate): Omit<CaseFilter, "which"> => ({
  caseworker: actor.kind === "person" ? actor.userId : "",
  today,
  silentSince: addDays(today, -SILENT_DAYS),
  climbedSince: climbedSince(today),
  answerSince: answerSince(today),
});

/** A referral is answered within so many working days after the last day to receive it. */
export const answerSince = (today: PlainDate): PlainDate => climbedSince(addDays(today, -1));

function climbedSince(today: PlainDate): PlainDate {
  let due = today;
  while (addWorkingDays(due, CLIMB_DAYS) > today) due = addDays(due, -1);
  return due;
}
