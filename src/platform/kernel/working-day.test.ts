import { expect, it } from "vitest";
import { plainDate } from "./plain-date.ts";
import { addWorkingDays, isWorkingDay } from "./working-day.ts";

it("passes over weekends, public holidays and the turn of the year", () => {
  expect(addWorkingDays(plainDate("2026-11-20"), 2)).toBe("2026-11-25");
  expect(addWorkingDays(plainDate("2026-12-28"), 1)).toBe("2027-01-04");
  expect(isWorkingDay(plainDate("2026-11-23"))).toBe(false);
  expect(isWorkingDay(plainDate("2026-11-24"))).toBe(true);
});
