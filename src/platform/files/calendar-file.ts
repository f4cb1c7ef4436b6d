import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendarMethod,
  ICalEventStatus,
} from "ical-generator";
import type { PlainDate } from "#platform/kernel/plain-date.ts";

/** An appointment as a calendar shows it. Calendars are copied about: no name of a person, nothing of anybody's health. */
export type CalendarEntry = Readonly<{
  /** Stays the same for one appointment, in every file and feed. */
  uid: string;
  /** Goes up with each change: a calendar replaces what it holds by what has the higher number. */
  sequence: number;
  changedAt: Date;
  day: PlainDate;
  /** Wall-clock times in Japan, `10:00`. */
  from: string;
  to: string;
  summary: string;
  location?: string;
  description?: string;
  url?: string;
  cancelled?: boolean;
  /** It comes again by this rule of RFC 5545, but not on these days. */
  again?: Readonly<{ rule: string; but: readonly PlainDate[] }>;
}>;

type Organiser = Readonly<{ name: string; email: string }>;

// Japan knows no summer time: the instant in UTC says all, and no VTIMEZONE has to be read.
const instant = (day: PlainDate, time: string) => new Date(`${day}T${time}:00+09:00`);

/** A calendar holds one component at least (RFC 5545, 3.4): where it has no appointment, the time of Japan. */
const JAPAN = [
  "BEGIN:VTIMEZONE",
  "TZID:Asia/Tokyo",
  "BEGIN:STANDARD",
  "DTSTART:19700101T000000",
  "TZOFFSETFROM:+0900",
  "TZOFFSETTO:+0900",
  "TZNAME:JST",
  "END:STANDARD",
  "END:VTIMEZONE",
].join("\r\n");

/** What a calendar fetches again and again (RFC 5545). Without a method: that is for files that ask something of it. */
export const calendarFeed = (name: string, entries: readonly CalendarEntry[]): string =>
  written(entries, { name });

/** One appointment as the news of it in a mail (RFC 5546), or the word that it is off. */
export const calendarFile = (entry: CalendarEntry, organiser: Organiser): string =>
  written([entry], { method: entry.cancelled ? "CANCEL" : "PUBLISH", organiser });

/** The invitation of one mailbox to an appointment (RFC 5546, 3.2.2 wants an attendee), or the word that it is off. */
export const calendarInvitation = (entry: CalendarEntry, organiser: Organiser, attendee: string): string =>
  written([entry], { method: entry.cancelled ? "CANCEL" : "REQUEST", organiser, attendee });

function written(
  entries: readonly CalendarEntry[],
  {
    name,
    method,
    organiser,
    attendee,
  }: {
    name?: string;
    method?: keyof typeof ICalCalendarMethod;
    organiser?: Organiser;
    attendee?: string;
  },
): string {
  const calendar = ical({ prodId: "-//Yui//Yui//JA" });
  if (name) calendar.name(name);
  if (method) calendar.method(ICalCalendarMethod[method]);
  if (entries.length === 0) calendar.timezone({ name: "Asia/Tokyo", generator: () => JAPAN });
  for (const entry of entries)
    calendar.createEvent({
      id: entry.uid,
      sequence: entry.sequence,
      stamp: entry.changedAt,
      start: instant(entry.day, entry.from),
      end: instant(entry.day, entry.to),
      summary: entry.summary,
      status: entry.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      ...(entry.location ? { location: entry.location } : {}),
      ...(entry.description ? { description: entry.description } : {}),
      ...(entry.url ? { url: entry.url } : {}),
      ...(entry.again ? { repeating: repeating(entry, entry.again) } : {}),
      // Who is invited answers by the link of the letter: nobody reads the mailbox that it comes from.
      ...(attendee
        ? {
            attendees: [
              {
                email: attendee,
                rsvp: false,
                role: ICalAttendeeRole.REQ,
                status: ICalAttendeeStatus.NEEDSACTION,
              },
            ],
          }
        : {}),
      ...(organiser ? { organizer: { name: organiser.name, email: mailboxOf(organiser.email) } } : {}),
    });
  return entries.some(({ again }) => again)
    ? inJapaneseTime(calendar.toString(), entries)
    : calendar.toString();
}

const local = (day: PlainDate, time: string) => `${day}T${time}:00`.replace(/[-:]/g, "");
const utc = (day: PlainDate, time: string) =>
  `${instant(day, time).toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;

const repeating = ({ from }: CalendarEntry, { rule, but }: NonNullable<CalendarEntry["again"]>): string =>
  [
    `RRULE:${rule}`,
    ...(but.length > 0 ? [`EXDATE;TZID=Asia/Tokyo:${but.map((day) => local(day, from)).join(",")}`] : []),
  ].join("\n");

/** What comes again on a weekday does so by the clocks of Japan: early in the morning UTC still has the day before. */
function inJapaneseTime(text: string, entries: readonly CalendarEntry[]): string {
  const moved = entries.reduce(
    (all, { day, from, to, again }) =>
      again
        ? all
            .replaceAll(`DTSTART:${utc(day, from)}`, `DTSTART;TZID=Asia/Tokyo:${local(day, from)}`)
            .replaceAll(`DTEND:${utc(day, to)}`, `DTEND;TZID=Asia/Tokyo:${local(day, to)}`)
        : all,
    text,
  );
  return moved.replace("BEGIN:VEVENT", `${JAPAN}\r\nBEGIN:VEVENT`);
}

/** `Yui <yui@example.jp>` is how a sender may be written; a calendar wants the mailbox. */
const mailboxOf = (sender: string): string => /<([^<>]+)>\s*$/.exec(sender)?.[1] ?? sender;
