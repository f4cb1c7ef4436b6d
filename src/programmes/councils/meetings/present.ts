import ical, { ICalCalendarMethod, ICalEventStatus } from "ical-generator";
import { type PlainDate, showDateJa } from "#platform/kernel/plain-date.ts";
import type { Meeting } from "./schema.ts";

/** 2026年12月3日（木） 10:00〜11:00 */
export const showSlot = (slot: { day: PlainDate; startsAt: string; endsAt: string }): string =>
  `${showDateJa(slot.day)} ${slot.startsAt}〜${slot.endsAt}`;

export const showWhen = (meeting: Pick<Meeting, "heldOn" | "startsAt" | "endsAt">): string =>
  meeting.heldOn === null
    ? "日程を調整しています"
    : showSlot({ day: meeting.heldOn, startsAt: meeting.startsAt ?? "", endsAt: meeting.endsAt ?? "" });

/** The meeting as a calendar file (RFC 5545). The same uid with a higher sequence moves the entry, never doubles it. */
export function calendarFile(
  meeting: Pick<Meeting, "id" | "title" | "place" | "heldOn" | "startsAt" | "endsAt" | "calendarSequence">,
  host: string,
  organiser: Readonly<{ name: string; email: string }>,
  at: Date,
  method: "REQUEST" | "CANCEL",
): string {
  const instant = (time: string) => new Date(`${meeting.heldOn}T${time}:00+09:00`);
  const calendar = ical({ prodId: "//Yui//Councils//JA", method: ICalCalendarMethod[method] });
  calendar.createEvent({
    id: `${meeting.id}@${host}`,
    sequence: meeting.calendarSequence,
    start: instant(meeting.startsAt!),
    end: instant(meeting.endsAt!),
    stamp: at,
    summary: meeting.title,
    location: meeting.place,
    organizer: organiser,
    status: method === "CANCEL" ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  });
  return calendar.toString();
}
