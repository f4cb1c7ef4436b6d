import { describe, expect, it } from "vitest";
import type { PlainDate } from "#platform/kernel/plain-date.ts";
import {
  closedDays,
  type Hours,
  NO_HOURS,
  nextOpen,
  openAt,
  openingHoursSpecification,
  openOn,
  rowNames,
  ruleOfRow,
} from "./hours.rules.ts";

const day = (text: string) => text as PlainDate;
const weekdays: Hours = {
  ...NO_HOURS,
  rows: [{ weeks: [], days: ["MO", "TU", "WE", "TH", "FR"], from: "09:00", to: "17:00" }],
};
const monthly: Hours = {
  ...NO_HOURS,
  rows: [{ weeks: ["2"], days: ["TH"], from: "13:30", to: "15:30" }],
};

describe("hours", () => {
  it.each([
    ["2026-12-10", true],
    ["2026-12-03", false],
    ["2026-12-17", false],
    ["2026-12-11", false],
  ])("second Thursday: %s", (on, names) => {
    expect(rowNames(monthly.rows[0]!, day(on))).toBe(names);
  });

  it("knows the last weekday of a month, which may be the fourth or the fifth", () => {
    const last = { weeks: ["-1" as const], days: ["TH" as const], from: "09:00", to: "10:00" };
    expect(["2026-12-24", "2026-12-31", "2026-11-26"].map((on) => rowNames(last, day(on)))).toEqual([
      false,
      true,
      true,
    ]);
  });

  it("is closed on a second Thursday that is a holiday, names the next day, and leaves it out of its rule", () => {
    // 11 February 2027 is 建国記念の日, the second Thursday of its month.
    expect(openOn(monthly, day("2027-02-11"))).toEqual([]);
    expect(nextOpen(monthly, day("2027-02-11"))).toEqual({ day: "2027-03-11", from: "13:30", to: "15:30" });
    expect(ruleOfRow(monthly.rows[0]!)).toBe("FREQ=MONTHLY;BYDAY=2TH");
    expect(closedDays(monthly, monthly.rows[0]!, day("2027-01-01"), day("2027-06-30"))).toEqual([
      "2027-02-11",
    ]);
    const open = { ...monthly, closedOnHolidays: false };
    expect(openOn(open, day("2027-02-11"))).toHaveLength(1);
  });

  it("takes an exception before everything else", () => {
    const hours: Hours = {
      ...weekdays,
      exceptions: [
        { day: day("2026-12-01"), from: "", to: "", note: "棚卸し" },
        { day: day("2026-12-06"), from: "10:00", to: "12:00", note: "" },
      ],
    };
    expect(openAt(hours, day("2026-12-01"), "10:00")).toBe(false);
    expect(openAt(hours, day("2026-12-06"), "11:59")).toBe(true);
    expect(openAt(hours, day("2026-12-06"), "12:00")).toBe(false);
    expect(openAt(NO_HOURS, day("2026-12-06"), "12:00")).toBeUndefined();
  });

  it("says what is weekly by schema.org, with the days that are otherwise", () => {
    const spec = openingHoursSpecification({
      ...weekdays,
      rows: [...weekdays.rows, ...monthly.rows],
      exceptions: [{ day: day("2026-12-01"), from: "", to: "", note: "" }],
    });
    expect(spec).toHaveLength(2);
    expect(spec[0]).toMatchObject({ opens: "09:00", closes: "17:00" });
    expect(spec[1]).toMatchObject({ validFrom: "2026-12-01", opens: "00:00", closes: "00:00" });
  });
});
