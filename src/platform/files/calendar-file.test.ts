import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import type { PlainDate } from "#platform/kernel/plain-date.ts";
import { type CalendarEntry, calendarFeed, calendarFile, calendarInvitation } from "./calendar-file.ts";

const ENTRY: CalendarEntry = {
  uid: "0198f2a0-0000-7000-8000-000000000001@yui.example.jp",
  sequence: 2,
  changedAt: new Date("2026-11-22T01:00:00Z"),
  day: "2026-12-02" as PlainDate,
  from: "10:00",
  to: "11:30",
  summary:
    "第2回 浜田圏域 地域・職域連携推進協議会; 議題, 資料 \\ 「計画」\n（髙橋会館 𠮷田ホール、二階の大きい会議室）",
  location: "浜田保健所",
};
const OFFICE = { name: "浜田保健所, 事務局", email: "Yui <yui@example.jp>" };

/** As another program reads it. */
function read(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const events = calendar.getAllSubcomponents("vevent");
  return { calendar, events, value: (name: string) => events[0]!.getFirstPropertyValue(name) };
}

describe("a calendar, as another program reads it", () => {
  it("has lines of at most 75 bytes, ended as the standard says, cut inside no character", () => {
    const lines = calendarFeed("浜田圏域の予定", [ENTRY]).split("\r\n");
    expect(lines.some((line) => line.includes("\n"))).toBe(false);
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
    expect(lines.join("")).not.toContain("\uFFFD");
  });

  it("gives back what was put in", () => {
    const { calendar, value } = read(calendarFeed("浜田圏域の予定", [ENTRY]));
    expect(calendar.getFirstPropertyValue("version")).toBe("2.0");
    expect(value("summary")).toBe(ENTRY.summary);
    expect(value("uid")).toBe(ENTRY.uid);
    expect(value("sequence")).toBe(2);
    expect(value("status")).toBe("CONFIRMED");
    expect((value("dtstamp") as ICAL.Time).toJSDate()).toEqual(ENTRY.changedAt);
    expect((value("dtstart") as ICAL.Time).toJSDate().toISOString()).toBe("2026-12-02T01:00:00.000Z");
    expect((value("dtend") as ICAL.Time).toJSDate().toISOString()).toBe("2026-12-02T02:30:00.000Z");
  });

  it("asks nothing of the calendar that fetches it, and is one also without an appointment", () => {
    expect(read(calendarFeed("予定", [ENTRY])).calendar.getFirstPropertyValue("method")).toBeNull();
    const empty = read(calendarFeed("予定", []));
    expect(empty.events).toEqual([]);
    expect(empty.calendar.getAllSubcomponents().map(({ name }) => name)).toEqual(["vtimezone"]);
    expect(read(calendarFeed("予定", [ENTRY])).calendar.getAllSubcomponents()).toHaveLength(1);
  });

  it.each([
    [false, undefined, "PUBLISH", "CONFIRMED"],
    [false, "member@example.jp", "REQUEST", "CONFIRMED"],
    [true, "member@example.jp", "CANCEL", "CANCELLED"],
    [true, undefined, "CANCEL", "CANCELLED"],
  ] as const)("in a mail says what is to be done (off: %s, %s)", (cancelled, attendee, said, status) => {
    const entry = { ...ENTRY, cancelled };
    const file = attendee ? calendarInvitation(entry, OFFICE, attendee) : calendarFile(entry, OFFICE);
    const { calendar, value } = read(file);
    expect(calendar.getFirstPropertyValue("method")).toBe(said);
    expect(value("status")).toBe(status);
    expect(value("organizer")).toBe("mailto:yui@example.jp");
    expect(value("attendee") && String(value("attendee")).toLowerCase()).toBe(
      attendee ? `mailto:${attendee}` : null,
    );
  });
});
