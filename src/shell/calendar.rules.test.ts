import { describe, expect, it } from "vitest";
import { plainDate } from "#platform/kernel/plain-date.ts";
import type { CalendarItem } from "#platform/web/today.ts";
import { periodOf, weeksOf } from "./calendar.rules.ts";
import { stationsOf } from "./year.rules.ts";

const TODAY = plainDate("2026-11-30");
const period = (query: string) => periodOf(new URLSearchParams(query), TODAY);

describe("the calendar", () => {
  it("shows the month of a day in whole weeks, and the months beside it", () => {
    expect(period("")).toEqual({
      view: "month",
      from: "2026-11-01",
      until: "2026-12-05",
      first: "2026-11-01",
      last: "2026-11-30",
      before: "2026-10-01",
      after: "2026-12-01",
    });
    expect(weeksOf(period("day=2027-02-10")).map((week) => [week[0], week[6]])).toEqual([
      ["2027-01-31", "2027-02-06"],
      ["2027-02-07", "2027-02-13"],
      ["2027-02-14", "2027-02-20"],
      ["2027-02-21", "2027-02-27"],
      ["2027-02-28", "2027-03-06"],
    ]);
  });

  it("shows the week of a day, and of today where the address names no day", () => {
    expect(period("view=week&day=2026-12-31")).toMatchObject({ from: "2026-12-27", until: "2027-01-02" });
    expect(period("view=week&day=nonsense")).toMatchObject({ first: "2026-11-29", after: "2026-12-06" });
  });
});

describe("the year of a council", () => {
  const meeting = (title: string, day: string): CalendarItem => ({
    ...{ kind: "会議", title, day: plainDate(day), link: `/m/${title}`, station: true },
  });

  it("stands at the meeting that comes next", () => {
    const line = stationsOf([meeting("第1回", "2026-06-18"), meeting("第2回", "2026-12-10")], TODAY);
    expect(line.map(({ title, state }) => [title, state])).toEqual([
      ["年度開始", "done"],
      ["第1回", "done"],
      ["第2回", "now"],
      ["評価・年報", "ahead"],
    ]);
  });

  it("stands at the report after the last meeting, and is no line without any of the year", () => {
    expect(stationsOf([meeting("第1回", "2026-06-18")], TODAY).at(-1)).toMatchObject({ state: "now" });
    expect(stationsOf([meeting("前年度", "2026-03-18")], TODAY)).toEqual([]);
    expect(stationsOf([{ ...meeting("訪問", "2026-12-01"), station: false }], TODAY)).toEqual([]);
  });
});
