import { expect, it } from "vitest";
import { planGroups, targetBar } from "./plan.present.ts";
import { type Chain, stateOf } from "./plan.rules.ts";
import type { TargetRow } from "./plan.schema.ts";

const issue = (id: string) => ({ id, title: `課題${id}`, description: "", seenIn: 2020, origin: null });
const goal = (id: string, issueId: string | null) => ({ id, title: `目標${id}`, issueId, pillarId: null });
const chain = (key: string, own: Partial<Chain>): Chain => ({
  key,
  issue: null,
  evidence: [],
  goal: null,
  targets: [],
  initiative: null,
  tally: null,
  evaluations: [],
  ...own,
});
const initiative = (id: string) =>
  ({ id, title: `事業${id}`, status: "running", organisations: [] }) as unknown as Chain["initiative"];

const target = (values: TargetRow["values"], change: Partial<TargetRow> = {}): TargetRow => ({
  id: "t",
  goalId: "g",
  goal: "目標g",
  item: "取り組む事業所",
  unit: "%",
  direction: "at_least",
  baselineYear: 2020,
  baselineValue: 40,
  targetYear: 2030,
  targetValue: 60,
  source: "",
  indicator: null,
  values,
  ...change,
});

it("says each issue and each goal once, and what has neither by itself", () => {
  const [a, b] = [issue("a"), issue("b")];
  const groups = planGroups([
    chain("1", { issue: a, goal: goal("g", "a"), initiative: initiative("1") }),
    chain("2", { issue: a, goal: goal("g", "a"), initiative: initiative("2") }),
    chain("3", { issue: a, goal: goal("h", "a") }),
    chain("4", { issue: b }),
    chain("5", { initiative: initiative("5") }),
  ]);
  const told = groups.map((group) => [
    group.issue?.title ?? null,
    group.goals.map((one) => [one.goal?.title ?? null, one.initiatives.map(({ title }) => title)]),
  ]);
  expect(told).toEqual([
    [
      "課題a",
      [
        ["目標g", ["事業1", "事業2"]],
        ["目標h", []],
      ],
    ],
    ["課題b", [[null, []]]],
    [null, [[null, ["事業5"]]]],
  ]);
});

it.each([
  ["half of the way up", 50, { targetValue: 60 }, 50],
  ["half of the way down", 35, { direction: "at_most", targetValue: 30 }, 50],
  ["the wrong way", 30, {}, 0],
  ["farther than aimed at", 90, {}, 100],
] as const)("draws %s", (_, value, change, done) => {
  const values = [{ id: "v", fiscalYear: 2024, value, source: "" }];
  expect(targetBar(stateOf(target(values, change))).done).toBe(done);
});

it("knows of no way done before there is a later value", () => {
  expect(targetBar(stateOf(target([])))).toMatchObject({ done: null, now: null });
});
