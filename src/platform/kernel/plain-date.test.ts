import fc from "fast-check";
import { expect, it } from "vitest";
import { addDays, daysBetween, parsePlainDate, plainDate, plainDateIn } from "./plain-date.ts";

it.each([
  ["2026-11-22", 0, "2026-11-22"],
  ["2026-11-30", 1, "2026-12-01"],
  ["2026-12-31", 1, "2027-01-01"],
  ["2028-02-28", 1, "2028-02-29"],
  ["2027-03-01", -1, "2027-02-28"],
  ["1000-01-01", -1, "0999-12-31"],
])("%s and %i days is %s", (from, days, to) => expect(addDays(plainDate(from), days)).toBe(to));

it("moves a day by as many days as then lie between", () => {
  const shift = fc.integer({ min: -200_000, max: 200_000 });
  fc.assert(
    fc.property(shift, shift, (start, days) => {
      const from = addDays(plainDate("2026-11-22"), start);
      const to = addDays(from, days);
      expect(parsePlainDate(to)).toBe(to);
      expect(daysBetween(from, to)).toBe(days);
    }),
    { seed: 20_261_122 },
  );
});

it("tells the day where one is", () => {
  const instant = new Date("2026-11-21T15:00:00Z");
  const days = ["Asia/Tokyo", "UTC", "Asia/Tokyo"].map((zone) => plainDateIn(instant, zone));
  expect(days).toEqual(["2026-11-22", "2026-11-21", "2026-11-22"]);
});
