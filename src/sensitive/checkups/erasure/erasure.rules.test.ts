import { expect, it } from "vitest";
import type { PlainDate } from "#platform/kernel/plain-date.ts";
import { erasableBefore } from "./erasure.rules.ts";

it("counts the years kept from the end of the fiscal year of the checkup", () => {
  const of2020 = (today: string, yearsKept = 5) => 2020 < erasableBefore({ yearsKept }, today as PlainDate);
  expect(of2020("2026-03-31")).toBe(false);
  expect(of2020("2026-04-01")).toBe(true);
  expect(of2020("2022-03-31", 1)).toBe(false);
  expect(of2020("2022-04-01", 1)).toBe(true);
});
