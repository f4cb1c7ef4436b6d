import fc from "fast-check";
import { expect, it } from "vitest";
import { goalsByPillar, movedTo } from "./goal.rules.ts";
import type { Evaluation, PlanSkeleton } from "./plan.schema.ts";

const goal = (id: string, pillarId: string | null) => ({ id, title: id, issueId: null, pillarId });
const skeleton: PlanSkeleton = {
  issues: [],
  evidence: [],
  pillars: [
    { id: "p2", title: "環境づくり" },
    { id: "p1", title: "情報" },
  ],
  goals: [goal("a", "p1"), goal("b", null), goal("c", "gone")],
  targets: [],
};
const evaluation = (change: Partial<Evaluation>): Evaluation => ({
  id: "e",
  initiativeId: null,
  goalId: "a",
  fiscalYear: 2026,
  kind: "process",
  finding: "続いた",
  grade: null,
  carriesOver: false,
  nextStep: "",
  achieved: "",
  putDownTo: "",
  ...change,
});

it("shows goals under their pillars in the pillars' order, and those under none last", () => {
  expect(
    goalsByPillar(skeleton, [], 2026).map(({ pillar, goals }) => [
      pillar?.id ?? null,
      goals.map((line) => line.goal.id),
    ]),
  ).toEqual([
    ["p2", []],
    ["p1", ["a"]],
    [null, ["b", "c"]],
  ]);
});

it("shows of each goal the latest evaluation of each kind in that year alone", () => {
  const evaluations = [
    evaluation({ finding: "はじめ" }),
    evaluation({ finding: "あと" }),
    evaluation({ kind: "outcome", fiscalYear: 2025 }),
    evaluation({ kind: "output", goalId: null, initiativeId: "a" }),
  ];
  const [line] = goalsByPillar(skeleton, evaluations, 2026)[1]!.goals;
  expect(Object.values(line!.evaluations).map((one) => one.finding)).toEqual(["あと"]);
});

it.each([
  [["a", "b", "c"], "c", 1, ["a", "c", "b"]],
  [["a", "b", "c"], "a", 1, ["b", "a", "c"]],
  [["a", "b", "c"], "a", -1, ["a", "b", "c"]],
  [["a", "b", "c"], "a", 9, ["b", "c", "a"]],
  [["a", "b"], "x", 0, ["a", "b"]],
])("of %j, %s goes to place %i", (ids, id, place, order) => expect(movedTo(ids, id, place)).toEqual(order));

it("loses none, doubles none, and is the same move said twice", () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.string(), { minLength: 1 }),
      fc.nat(),
      fc.integer(),
      (ids, which, place) => {
        const id = ids[which % ids.length]!;
        const moved = movedTo(ids, id, place);
        expect(moved.toSorted()).toEqual(ids.toSorted());
        expect(movedTo(moved, id, place)).toEqual(moved);
      },
    ),
    { seed: 4 },
  );
});
