import { type CalendarEntry, calendarFeed } from "#platform/files/calendar-file.ts";
import type { Slot } from "../model/offer.rules.ts";

/** A visit as a calendar shows it. No name of a worker, a workplace or a topic: calendars are copied about. */
export type CalendarVisit = Readonly<{
  id: string;
  number: string;
  slot: Slot;
  town: string;
  /** Goes up with each change, so that calendars replace what they hold. */
  sequence: number;
  cancelled?: boolean;
  changedAt: Date;
}>;

export const entryOf = (visit: CalendarVisit, host: string): CalendarEntry => ({
  uid: `${visit.id}@${host}`,
  sequence: visit.sequence,
  changedAt: visit.changedAt,
  day: visit.slot.day,
  from: visit.slot.from,
  to: visit.slot.to,
  summary: `事業所への支援 ${visit.number}${visit.town ? `（${visit.town}）` : ""}`,
  cancelled: visit.cancelled ?? false,
});

export const calendarOf = (name: string, visits: readonly CalendarVisit[], host: string): string =>
  calendarFeed(
    name,
    visits.map((visit) => entryOf(visit, host)),
  );
