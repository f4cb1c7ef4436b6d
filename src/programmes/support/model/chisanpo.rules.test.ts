import { describe, expect, it } from "vitest";
import { plainDate } from "#platform/kernel/plain-date.ts";
import { dueOn, serviceOn, servicesOn } from "./chisanpo.rules.ts";

const TODAY = plainDate("2026-11-22");

describe("the services of the regional occupational health centres", () => {
  it("are six, each with its forms", () => {
    expect(servicesOn(TODAY).map((one) => one.key)).toEqual([
      "opinion",
      "overwork",
      "stress",
      "consult_cvd",
      "consult_mh",
      "visit",
    ]);
    for (const one of servicesOn(TODAY)) expect(one.forms[0]).toBe("様式地1 利用申込書");
  });

  it("are none before the law that they are shipped with", () => {
    expect(servicesOn(plainDate("2010-01-01"))).toEqual([]);
  });

  it.each([
    ["opinion", "2026-11-30", "2027-02-28"],
    ["opinion", "2026-10-02", "2027-01-02"],
    ["overwork", "2026-11-01", "2026-12-01"],
    ["visit", "2026-11-01", null],
  ])("%s from %s is due on %s", (key, from, due) => {
    const day = plainDate(from);
    expect(dueOn(serviceOn(key, TODAY), { checkupOn: day, appliedOn: day })).toBe(due);
  });

  it("have no deadline while the day it is counted from is not known", () => {
    expect(dueOn(serviceOn("opinion", TODAY), { appliedOn: TODAY })).toBeNull();
  });
});
