import { describe, expect, it } from "vitest";
import { type ProgressFigure, targetProgress } from "./target-progress.ts";

const at = (year: number, value: number | null, more: Partial<ProgressFigure> = {}): ProgressFigure => ({
  year,
  value,
  ...more,
});
const counted = (year: number, events: number, total: number) =>
  at(year, (100 * events) / total, { counts: { events, total } });
const target = { year: 2014, value: 87, direction: "at-least" } as const;

describe("targetProgress", () => {
  it.each([
    ["A", "reached", 87, 2012],
    ["B", "improving-on-course", 82, 2011],
    ["B*", "improving-behind-course", 79, 2012],
    ["B*", "target-year-passed", 82, 2014],
    ["C", "change-too-small", 75, 2012],
    ["D", "worse", 70, 2012],
  ] as const)("%s, %s: from 74.1 in 2009 to %d in %d", (expected, reason, value, year) => {
    const progress = targetProgress(at(2009, 74.1), at(year, value), target);
    expect(progress).toMatchObject({ class: expected, reason, rule: "relative-change", p: null });
    expect(progress.share).toBeCloseTo((value - 74.1) / (87 - 74.1), 12);
  });

  it("turns for targets that are to fall", () => {
    const fall = { year: 2014, value: 11, direction: "at-most" } as const;
    expect(targetProgress(at(2009, 21.2), at(2012, 11), fall)).toMatchObject({ class: "A", share: 1 });
    expect(targetProgress(at(2009, 21.2), at(2012, 15), fall)).toMatchObject({ class: "B" });
    expect(targetProgress(at(2009, 21.2), at(2012, 25), fall)).toMatchObject({ class: "D" });
  });

  it("tests counts before it looks at sizes", () => {
    const few = targetProgress(counted(2009, 74, 100), counted(2012, 80, 100), target);
    expect(few).toMatchObject({ class: "C", reason: "change-not-significant", rule: "test-of-counts" });
    const many = targetProgress(counted(2009, 7400, 10_000), counted(2012, 8000, 10_000), target);
    expect(many).toMatchObject({ class: "B*", rule: "test-of-counts" });
    expect(targetProgress(counted(2009, 0, 50), counted(2012, 0, 60), target)).toMatchObject({
      class: "C",
      p: 1,
    });
  });

  it("tests limits where both have them", () => {
    const limits = (value: number, reach: number) => ({
      interval95: { lower: value - reach, upper: value + reach },
    });
    const wide = targetProgress(at(2009, 74, limits(74, 5)), at(2012, 80, limits(80, 5)), target);
    expect(wide).toMatchObject({ class: "C", rule: "test-of-intervals" });
    const narrow = targetProgress(at(2009, 74, limits(74, 1)), at(2012, 80, limits(80, 1)), target);
    expect(narrow).toMatchObject({ class: "B*", rule: "test-of-intervals" });
    expect(narrow.projected).toBeCloseTo(84, 10);
  });

  it("has no share where baseline and target agree", () => {
    expect(targetProgress(at(2009, 87), at(2012, 90), target)).toMatchObject({ class: "A", share: null });
    expect(targetProgress(at(2009, 87), at(2012, 70), target)).toMatchObject({ class: "D", share: null });
  });

  it.each([
    ["no-baseline", null, at(2012, 80)],
    ["no-latest", at(2009, 74), null],
    ["no-latest", at(2009, 74), at(2012, null)],
    ["suppressed", at(2009, 74), at(2012, 80, { suppressed: true })],
    ["other-definition", at(2009, 74), at(2012, 80, { definition: "new" })],
    ["not-later-than-baseline", at(2009, 74), at(2009, 80)],
  ] as const)("cannot assess: %s", (reason, baseline, latest) => {
    expect(targetProgress(baseline, latest, target)).toMatchObject({ class: "E", reason, share: null });
  });

  it.each([
    ["target.value", at(2009, 74), { ...target, value: Number.NaN }],
    ["target.direction", at(2009, 74), { ...target, direction: "up" as never }],
    ["baseline.value", at(2009, Number.NaN), target],
    ["baseline.counts.events", at(2009, 74, { counts: { events: 5, total: 4 } }), target],
    ["baseline.interval95", at(2009, 74, { interval95: { lower: 2, upper: 1 } }), target],
  ] as const)("refuses wrong %s", (argument, baseline, goal) => {
    expect(() => targetProgress(baseline, at(2012, 80), goal)).toThrow(expect.objectContaining({ argument }));
  });
});
