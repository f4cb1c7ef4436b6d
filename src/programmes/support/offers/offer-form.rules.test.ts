import { describe, expect, it } from "vitest";
import { plainDate } from "#platform/kernel/plain-date.ts";
import { ruleNames } from "../model/offer.rules.ts";
import { OfferInput } from "../model/offer.schema.ts";
import { daysOf, ruleOf, WEEKDAYS, WEEKS } from "./offer-form.rules.ts";

describe("the days of an offer's form", () => {
  it.each([
    [[], [], ""],
    [["MO", "FR"], [], "FREQ=WEEKLY;BYDAY=MO,FR"],
    [["TH"], ["2"], "FREQ=MONTHLY;BYDAY=2TH"],
    [["TU", "TH"], ["1", "-1"], "FREQ=MONTHLY;BYDAY=1TU,1TH,-1TU,-1TH"],
  ])("%o in the weeks %o are a rule, and it is read again", (weekdays, weeks, rule) => {
    expect(ruleOf(weekdays, weeks)).toBe(rule);
    expect(daysOf(rule)).toEqual({ weekdays, weeks });
  });

  it("are read in any order", () =>
    expect(daysOf("FREQ=MONTHLY;BYDAY=4TH,2TH")).toEqual({ weekdays: ["TH"], weeks: ["2", "4"] }));

  it.each([
    "FREQ=MONTHLY;BYDAY=1MO,2TH",
    "FREQ=MONTHLY;BYDAY=TH",
    "FREQ=MONTHLY;BYDAY=5TH",
    "FREQ=MONTHLY;BYMONTHDAY=10",
    "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH",
    "FREQ=DAILY",
  ])("are none where the form can't ask for them: %s", (rule) => expect(daysOf(rule)).toBeUndefined());

  it.each([
    ["2026-12-10", true],
    ["2026-12-31", true],
    ["2026-12-03", false],
    ["2026-12-24", false],
  ])("name those days: %s %s", (day, named) =>
    expect(ruleNames(ruleOf(["TH"], ["2", "-1"]), plainDate(day))).toBe(named),
  );

  it("are never too many to be kept", () =>
    expect(OfferInput.shape.rrule.safeParse(ruleOf(WEEKDAYS, WEEKS)).success).toBe(true));
});
