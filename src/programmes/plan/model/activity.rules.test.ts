import { describe, expect, it } from "vitest";
import { plainDate } from "#platform/kernel/plain-date.ts";
import { impossible, oddities } from "./activity.rules.ts";
import { ToldActivity } from "./activity.schema.ts";

const TODAY = plainDate("2026-11-22");
const base = { kind: "training", title: "研修会", from: "2026-11-20", host: "浜田保健所" };

function refusedAt(change: object): string[] {
  const parsed = ToldActivity.safeParse({ ...base, ...change });
  if (!parsed.success) return parsed.error.issues.map((issue) => String(issue.path[0]));
  return Object.keys(impossible(parsed.data, TODAY));
}

describe("numbers that can't be", () => {
  it.each([
    [{}, []],
    [{ sessions: "1", participants: "24" }, []],
    [{ sessions: "", participants: "" }, []],
    [{ participants: "-3" }, ["participants"]],
    [{ participants: "2.5" }, ["participants"]],
    [{ participants: "二十" }, ["participants"]],
    [{ from: "2026-02-31" }, ["from"]],
    [{ from: "2026-11-20", to: "2026-11-19" }, ["to"]],
    [{ sessions: "10000" }, ["sessions"]],
    [{ sessions: "100" }, []],
    [{ sessions: "101" }, ["sessions"]],
    [{ from: "2026-04-01", to: "2027-03-31", sessions: "10000" }, []],
    [{ participants: "10", men: "6", women: "5" }, ["participants"]],
    [{ participants: "10", men: "6", women: "4" }, []],
    [{ sessions: "0", participants: "5" }, ["sessions"]],
    [{ from: "2096-11-20" }, ["from"]],
    [{ from: "0206-11-20" }, ["from"]],
    [{ title: " " }, ["title"]],
  ])("%j", (change, fields) => expect(refusedAt(change)).toEqual(fields));
});

describe("oddities", () => {
  const past = [20, 25, 30].map((participants) => ({ sessions: 1, participants }));
  it.each([
    ["usual", { sessions: 1, participants: 24 }, past, 0],
    ["five times the largest", { sessions: 1, participants: 150 }, past, 0],
    ["more than five times", { sessions: 1, participants: 151 }, past, 1],
    ["under a fifth", { sessions: 1, participants: 3 }, past, 1],
    ["many in many sessions", { sessions: 10, participants: 250 }, past, 0],
    ["nothing to compare with", { sessions: 1, participants: 900 }, past.slice(1), 0],
    [
      "sixty thousand after forty",
      { sessions: 1, participants: 60_000 },
      [{ sessions: 1, participants: 40 }],
      1,
    ],
    ["unknown", { sessions: 1, participants: null }, past, 0],
  ])("%s", (_name, now, before, questions) => expect(oddities(now, before)).toHaveLength(questions));
});
