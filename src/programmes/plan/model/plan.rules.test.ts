import { describe, expect, it } from "vitest";
import { chainsOf, oddTarget, stateOf, unlinkedOf } from "./plan.rules.ts";
import type { Initiative, PlanSkeleton, TargetRow } from "./plan.schema.ts";
import { TargetInput } from "./plan.schema.ts";

const target = (values: TargetRow["values"], change: Partial<TargetRow> = {}): TargetRow => ({
  id: "t",
  goalId: "g",
  goal: "G",
  item: "組織的に取り組む必要性があると思う事業主",
  unit: "%",
  direction: "at_least",
  baselineYear: 2009,
  baselineValue: 74.1,
  targetYear: 2014,
  targetValue: 87,
  source: "",
  indicator: null,
  values,
  ...change,
});
const value = (fiscalYear: number, figure: number) => ({ id: "v", fiscalYear, value: figure, source: "" });

describe("stateOf", () => {
  it.each([
    ["no later value", [], "E", "no-latest", null],
    ["only the baseline's year", [value(2009, 90)], "E", "no-latest", null],
    ["reached", [value(2012, 87)], "A", "reached", 0],
    ["on course", [value(2011, 80)], "B", "improving-on-course", 7],
    ["behind its course", [value(2013, 79)], "B*", "improving-behind-course", 8],
    ["hardly moved", [value(2012, 75)], "C", "change-too-small", 12],
    ["worse", [value(2012, 60)], "D", "worse", 27],
  ] as const)("%s", (_name, values, progress, reason, distance) => {
    expect(stateOf(target(values))).toMatchObject({ class: progress, reason, distance });
  });

  it("looks at nothing later than the year asked for", () => {
    expect(stateOf(target([value(2011, 80), value(2014, 60)]), 2012)).toMatchObject({
      class: "B",
      latest: { fiscalYear: 2011 },
    });
  });

  it("measures a target that is to fall downwards", () => {
    const falling = target([value(2012, 12.5)], {
      direction: "at_most",
      baselineValue: 21.2,
      targetValue: 11,
    });
    expect(stateOf(falling)).toMatchObject({ class: "B", distance: 1.5 });
  });
});

const skeleton: PlanSkeleton = {
  issues: [
    { id: "i1", title: "メンタルヘルス", description: "", seenIn: 2009, origin: null },
    { id: "i2", title: "根拠も目標もない課題", description: "", seenIn: 2009, origin: null },
  ],
  evidence: [
    {
      id: "e1",
      issueId: "i1",
      kind: "finding",
      text: "2割が相談相手なし",
      source: "",
      sector: null,
      figure: null,
    },
  ],
  pillars: [],
  goals: [
    { id: "g1", title: "関心が持てる", issueId: "i1", pillarId: null },
    { id: "g2", title: "課題のない目標", issueId: null, pillarId: null },
  ],
  targets: [target([], { goalId: "g1" })],
};
const initiative = (id: string, goalId: string | null) => ({ id, goalId, title: id }) as Initiative;

describe("chainsOf", () => {
  const rows = chainsOf(skeleton, [initiative("x", null), initiative("y", "g1")], [], [], {
    reachedGoals: new Set(["g1"]),
  });
  it("reads from issue to initiative, linked ones first, and shows what stands alone", () => {
    expect(rows.map((row) => [row.issue?.id, row.goal?.id, row.initiative?.id])).toEqual([
      ["i1", "g1", "y"],
      ["i2", undefined, undefined],
      [undefined, undefined, "x"],
      [undefined, "g2", undefined],
    ]);
  });
  it("carries the evidence and targets of its chain", () => {
    expect(rows[0]).toMatchObject({ evidence: [{ id: "e1" }], targets: [{ class: "E" }] });
  });
});

it("lists what is unlinked with what it misses", () => {
  const loose = {
    initiatives: [{ id: "x", title: "x" }],
    activities: [{ id: "a", title: "a" }],
    reachedGoals: new Set(["g1"]),
  };
  expect(unlinkedOf(skeleton, loose).map(({ kind, id, missing }) => `${kind} ${id}: ${missing}`)).toEqual([
    "issue i2: evidence",
    "issue i2: goal",
    "goal g2: issue",
    "goal g2: target",
    "goal g2: initiative",
    "initiative x: goal",
    "activity a: initiative",
  ]);
});

describe("targets", () => {
  const input = {
    item: "減らす",
    direction: "at_most",
    baselineYear: "2009",
    baselineValue: "21.2",
    targetYear: "2014",
    targetValue: "11",
  };
  it.each([
    [{}, undefined],
    [{ targetYear: "2009" }, "targetYear"],
    [{ targetYear: "2008" }, "targetYear"],
    [{ baselineValue: "120" }, "baselineValue"],
    [{ targetValue: "-3" }, "targetValue"],
    [{ targetValue: "十" }, "targetValue"],
    [{ direction: "" }, "direction"],
    [{ baselineYear: "X21" }, "baselineYear"],
  ])("%j is refused at %s", (change, field) => {
    const parsed = TargetInput.safeParse({ ...input, ...change });
    expect(parsed.success ? undefined : parsed.error.issues[0]!.path[0]).toBe(field);
  });
  it("asks about one that points the wrong way", () => {
    expect(oddTarget({ direction: "at_least", baselineValue: 74.1, targetValue: 60 })).toMatch("以上");
    expect(oddTarget({ direction: "at_most", baselineValue: 21.2, targetValue: 30 })).toMatch("以下");
    expect(oddTarget({ direction: "at_most", baselineValue: 21.2, targetValue: 11 })).toBe(undefined);
  });
});
