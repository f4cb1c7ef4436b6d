import ical, { ICalCalendarMethod, ICalEventStatus } from "ical-generator";
import type { MailAttachment } from "#platform/mail/outbox.ts";
import type { Slot } from "../offers/rules.ts";

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

const instant = (slot: Slot, time: string) => new Date(`${slot.day}T${time}:00+09:00`);

/** Visits as an iCalendar file in Japan's time, which knows no summer time. */
export function calendarOf(name: string, visits: readonly CalendarVisit[], host: string): string {
  const calendar = ical({ name, prodId: "-//Yui//Yui//JA" });
  calendar.method(ICalCalendarMethod.PUBLISH);
  for (const visit of visits)
    calendar.createEvent({
      id: `${visit.id}@${host}`,
      sequence: visit.sequence,
      stamp: visit.changedAt,
      start: instant(visit.slot, visit.slot.from),
      end: instant(visit.slot, visit.slot.to),
      summary: `事業所への支援 ${visit.number}${visit.town ? `（${visit.town}）` : ""}`,
      status: visit.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    });
  return calendar.toString();
}

export const calendarFile = (visit: CalendarVisit, host: string): MailAttachment => ({
  name: `${visit.number}.ics`,
  mediaType: "text/calendar; charset=utf-8",
  text: calendarOf("", [visit], host),
});
