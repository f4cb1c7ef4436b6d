import { type CalendarEntry, calendarFeed } from "#platform/files/calendar-file.ts";
import type { Slot } from "../model/offer.rules.ts";
import type { Place } from "../model/offer.schema.ts";

/** A visit as a calendar shows it. No name of a worker, a workplace or a topic: calendars are copied about. */
export type CalendarVisit = Readonly<{
  id: string;
  number: string;
  slot: Slot;
  town: string;
  /** Where it takes place, as calendars show it. */
  place?: string;
  /** How to reach the office, and where the page of the request is. */
  phone?: string;
  link?: string;
  /** Goes up with each change, so that calendars replace what they hold. */
  sequence: number;
  cancelled?: boolean;
  changedAt: Date;
}>;

/** Where a visit takes place, without the name of the workplace. */
export const placeIn = (town: string, place: Place): string =>
  place === "online" ? "オンライン" : `${town}${place === "on_site" ? "（事業所）" : "（窓口）"}`;

export const entryOf = (visit: CalendarVisit, host: string): CalendarEntry => ({
  uid: `${visit.id}@${host}`,
  sequence: visit.sequence,
  changedAt: visit.changedAt,
  day: visit.slot.day,
  from: visit.slot.from,
  to: visit.slot.to,
  summary: `事業所への支援 ${visit.number}${visit.town ? `（${visit.town}）` : ""}`,
  cancelled: visit.cancelled ?? false,
  ...(visit.place ? { location: visit.place } : {}),
  ...(visit.link ? { url: visit.link } : {}),
  description: [
    `受付番号 ${visit.number}`,
    ...(visit.phone ? [`窓口の電話 ${visit.phone}`] : []),
    ...(visit.link ? [visit.link] : []),
  ].join("\n"),
});

export const calendarOf = (name: string, visits: readonly CalendarVisit[], host: string): string =>
  calendarFeed(
    name,
    visits.map((visit) => entryOf(visit, host)),
  );
