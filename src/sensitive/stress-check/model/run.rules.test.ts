import { expect, it } from "vitest";
import type { PlainDate } from "#platform/kernel/plain-date.ts";
import { dueOf, isPast, readLines } from "./run.rules.ts";

const on = (day: string) => day as PlainDate;
const asked = {
  ...{ askedOn: on("2026-11-01"), interviewOn: null, opinionOn: null },
  ...{ measureOn: null, reviewOn: null, reviewedOn: null },
};

it("names the next step after a request, and its day, until the measure was looked at again", () => {
  expect(dueOf(asked)).toEqual({ step: "interview", on: "2026-12-01" });
  const held = { ...asked, interviewOn: on("2026-11-20"), opinionOn: on("2026-11-21") };
  expect(dueOf(held)).toEqual({ step: "measure", on: "2026-12-21" });
  const done = { ...held, measureOn: on("2026-12-01"), reviewOn: on("2027-03-01") };
  expect(dueOf(done)).toEqual({ step: "review", on: "2027-03-01" });
  expect(dueOf({ ...done, reviewedOn: on("2027-03-05") })).toBeUndefined();
});

it("keeps records for five years after the last of them", () => {
  expect(isPast(on("2026-11-22"), null, on("2031-11-22"))).toBe(false);
  expect(isPast(on("2026-11-22"), null, on("2031-11-23"))).toBe(true);
  expect(isPast(on("2026-11-22"), on("2027-02-22"), on("2031-11-23"))).toBe(false);
  expect(isPast(null, null, on("2040-01-01"))).toBe(false);
});

it("reads pasted lines as offices write them, and names the one that it can't", () => {
  expect(readLines("甲商店，６人\n\n乙工務店\t7\n")).toEqual({
    rows: [
      { name: "甲商店", workers: 6 },
      { name: "乙工務店", workers: 7 },
    ],
  });
  expect(readLines("甲商店,6\n丙製作所")).toMatchObject({ wrong: "丙製作所" });
});
