import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LEVELS, ladder, type MaturityFacts } from "./maturity.rules.ts";

const joint = (change: Partial<MaturityFacts["joint"][number]> = {}) => ({
  title: "出前講座",
  kind: "health_promotion",
  issueId: "i",
  sectors: ["public_health_centre"],
  ranThisYear: true,
  years: 1,
  prefectureGoal: "",
  budgetOwner: "",
  carriedOver: false,
  ...change,
});
const one = { fiscalYear: 2009, meetingsHeld: 1, minutesApproved: 1, reportingMembers: 0, joint: [] };
const two = { ...one, reportingMembers: 2 };
const sectors = ["insurer", "public_health_centre"];
const survey = joint({ kind: "survey", sectors, prefectureGoal: "健康長寿" });

describe("the ladder", () => {
  it.each([
    ["nothing", { ...one, meetingsHeld: 0, minutesApproved: 0 }, "0"],
    ["met without minutes", { ...one, minutesApproved: 0 }, "0"],
    ["met", one, "1-1"],
    ["members reported", two, "1-2"],
    ["joint work without a shared issue", { ...two, joint: [joint({ issueId: null })] }, "1-2"],
    ["joint work of another year", { ...two, joint: [joint({ ranThisYear: false })] }, "1-2"],
    ["joint work on a shared issue", { ...two, joint: [joint()] }, "2-1"],
    ["joint work, nobody ever met", { ...two, meetingsHeld: 0, minutesApproved: 0, joint: [joint()] }, "0"],
    ["data of two sectors", { ...two, joint: [joint({ sectors })] }, "2-2"],
    ["own survey, one with the prefecture", { ...two, joint: [survey] }, "2-3"],
    ["it lasts", { ...two, joint: [{ ...survey, years: 2, budgetOwner: "保健所", carriedOver: true }] }, "3"],
    ["it lasts, nobody pays", { ...two, joint: [{ ...survey, years: 2, carriedOver: true }] }, "2-3"],
  ])("%s", (_name, facts, reached) => expect(ladder(facts).reached).toBe(reached));

  it("names what is missing for the next level", () => {
    const { steps } = ladder({ ...two, joint: [joint()] });
    expect(steps.find((step) => !step.met)).toMatchObject({
      level: "2-2",
      missing: ["健康課題の根拠に「2つ以上の分野のデータ」"],
    });
  });

  it("speaks of its own year, also where that is long over", () => {
    const nothing = ladder({ ...one, meetingsHeld: 0, joint: [] }).steps;
    const done = ladder({ ...two, joint: [joint()] }).steps;
    expect(nothing.find((step) => step.level === "1-1")?.missing).toEqual(["2009年度の会議"]);
    expect(nothing.find((step) => step.level === "2-1")?.missing[0]).toBe(
      "2つ以上の機関による2009年度の事業",
    );
    expect(done.find((step) => step.level === "2-1")?.evidence[0]).toBe(
      "2つ以上の機関による2009年度の事業 1件",
    );
    expect(JSON.stringify([nothing, done])).not.toMatch(/今年度|いま/);
  });

  it("never falls when more is done", () => {
    const facts = fc.record({
      fiscalYear: fc.constant(2009),
      meetingsHeld: fc.nat(3),
      minutesApproved: fc.nat(3),
      reportingMembers: fc.nat(4),
      joint: fc.array(
        fc.record({
          title: fc.constant("x"),
          kind: fc.constantFrom("survey", "health_promotion"),
          issueId: fc.constantFrom(null, "i"),
          sectors: fc.subarray(["a", "b", "c"]),
          ranThisYear: fc.boolean(),
          years: fc.nat(3),
          prefectureGoal: fc.constantFrom("", "g"),
          budgetOwner: fc.constantFrom("", "o"),
          carriedOver: fc.boolean(),
        }),
        { maxLength: 4 },
      ),
    });
    const rank = (given: MaturityFacts) => ["0", ...LEVELS].indexOf(ladder(given).reached);
    fc.assert(
      fc.property(facts, (given) => {
        const more = { ...given, meetingsHeld: given.meetingsHeld + 1, joint: [...given.joint, survey] };
        expect(rank(more)).toBeGreaterThanOrEqual(rank(given));
      }),
      { seed: 4 },
    );
  });
});
