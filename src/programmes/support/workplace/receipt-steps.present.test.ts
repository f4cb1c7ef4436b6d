import { describe, expect, it } from "vitest";
import type { PlainDate } from "#platform/kernel/plain-date.ts";
import { STATUSES } from "../model/request.rules.ts";
import { weekdaysOf } from "./consultation.present.ts";
import { stepsOf } from "./receipt-steps.present.ts";

const REQUEST = {
  ...{ number: "JWH-YTFE", madeOn: "2026-11-24" as PlainDate, language: "ja" as const },
  fixed: null,
};
const FIXED = { day: "2026-12-10" as PlainDate, from: "12:10", to: "12:50" };
const deadline = new Date("2026-12-07T15:00:00Z");

describe("the steps of a receipt", () => {
  it.each([
    ["new", "調整", /3営業日以内/],
    ["asking", "調整", /12月8日/],
    ["deciding", "調整", /事務局が日程を決めて/],
    ["waiting", "調整", /空きを待って/],
    ["fixed", "決定", /12月10日（木） 12:10/],
    ["reported", "ご感想", /アンケート/],
  ] as const)("say where it stands and by when: %s", (status, name, when) => {
    const fixed = ["fixed", "reported"].includes(status) ? FIXED : null;
    const steps = stepsOf({ ...REQUEST, status, fixed }, [{ state: "open", deadline }], false);
    expect(steps.filter(({ is }) => is === "now")).toEqual([
      { name, when: expect.stringMatching(when), is: "now" },
    ]);
    expect(steps[0]).toMatchObject({ is: "done", when: "2026年11月24日（火） 受付番号 JWH-YTFE" });
  });

  it("are told in every state, but where it came to nothing", () => {
    const told = STATUSES.filter((status) => stepsOf({ ...REQUEST, status }, [], false).length === 5);
    expect(STATUSES.filter((status) => !told.includes(status))).toEqual(["unmet", "withdrawn"]);
  });
});

it.each([
  ["FREQ=WEEKLY;BYDAY=MO,TU,FR", "月・火・金"],
  ["FREQ=MONTHLY;BYDAY=2TH", ""],
  ["", ""],
])("says the weekdays of a place that a worker can go to: %s", (rule, days) =>
  expect(weekdaysOf(rule)).toBe(days),
);
