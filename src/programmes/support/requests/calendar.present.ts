import type { Config } from "#platform/config/config.ts";
import { type CalendarEntry, calendarFeed, calendarFile } from "#platform/files/calendar-file.ts";
import type { MailAttachment } from "#platform/mail/outbox.ts";
import type { Values } from "../letters/letter.messages.ts";
import type { Slot } from "../model/offer.rules.ts";
import type { SupportRequest } from "../model/request.schema.ts";

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

type Told = Readonly<{ slot: Slot; sequence: number; cancelled?: boolean; at: Date }>;

/** What goes with the letter that tells of a visit, or that it is off. */
export function visitFile(
  config: Pick<Config, "origin" | "mailFrom">,
  { id, number }: Pick<SupportRequest, "id" | "number">,
  { town = "", office = "" }: Values,
  { slot, sequence, cancelled = false, at }: Told,
): MailAttachment {
  const visit = { id, number, slot, town, sequence, cancelled, changedAt: at };
  const organiser = { name: office, email: config.mailFrom };
  return {
    name: `${number}.ics`,
    mediaType: `text/calendar; charset=utf-8; method=${cancelled ? "CANCEL" : "PUBLISH"}`,
    text: calendarFile(entryOf(visit, new URL(config.origin).hostname), organiser),
  };
}
