import { describe, expect, it } from "vitest";
import {
  HIGH_STRESS_CONVERSION_57,
  HIGH_STRESS_TOTAL_23,
  HIGH_STRESS_TOTAL_57,
} from "../../data/bjsq-criteria.ts";
import { DOMAIN_ITEMS_23, REVERSED_ITEMS, SCALES } from "../../data/bjsq-scales.ts";
import golden from "../../golden/scoring.json" with { type: "json" };
import { bjsqConversion } from "./bjsq-conversion.ts";
import { highStress } from "./bjsq-high-stress.ts";
import { bjsqTotals } from "./bjsq-totals.ts";

const all = (answer: number, length = 57): number[] => new Array(length).fill(answer);

describe("bjsqTotals", () => {
  it.each(golden.bjsqTotals)("$name", ({ answer, a, b, c, highStress: high }) => {
    expect(bjsqTotals(all(answer))).toMatchObject({ a, b, c, highStress: high });
  });

  it("scores the short form on its own items", () => {
    const items = [...DOMAIN_ITEMS_23.A, ...DOMAIN_ITEMS_23.B, ...DOMAIN_ITEMS_23.C];
    const most = items.map((item) => (REVERSED_ITEMS.has(item) ? 1 : 4));
    expect(bjsqTotals(most, 23)).toMatchObject({ a: 24, b: 44, c: 24, highStress: true });
  });

  it("gives no score with an answer missing, and names it", () => {
    const answers = all(2).map((answer, i) => (i === 16 ? null : answer));
    expect(bjsqTotals(answers)).toEqual({ status: "not-judged", missing: [17] });
    expect(bjsqConversion(answers, "male")).toEqual({ status: "not-judged", missing: [17] });
  });

  it.each([
    ["answers", all(2, 56)],
    ["answers[3]", all(2).with(3, 5)],
    ["answers[3]", all(2).with(3, 1.5)],
  ])("refuses wrong %s", (argument, answers) => {
    expect(() => bjsqTotals(answers)).toThrow(expect.objectContaining({ argument }));
  });
});

describe("bjsqConversion", () => {
  it("has a level for every score that answers can give, and no score in two", () => {
    for (const scale of SCALES) {
      const lowest = scale.base - 4 * scale.minus.length + scale.plus.length;
      const highest = scale.base - scale.minus.length + 4 * scale.plus.length;
      for (const sex of ["male", "female"] as const) {
        const covered = scale[sex].flatMap((level) =>
          level === null ? [] : Array.from({ length: level[1] - level[0] + 1 }, (_, i) => level[0] + i),
        );
        const wanted = Array.from({ length: highest - lowest + 1 }, (_, i) => lowest + i);
        expect(covered, `${scale.key} ${sex}`).toEqual(wanted);
      }
    }
  });

  it("knows levels that one sex does not have", () => {
    const calm = bjsqConversion(all(4), "female");
    expect(calm).toMatchObject({ raw: { environment: 1 }, points: { environment: 5 } });
    expect(bjsqConversion(all(4), "male")).toMatchObject({ points: { environment: 4 } });
  });

  it("ranges from most to least stress", () => {
    const low = all(1).map((_, i) => (REVERSED_ITEMS.has(i + 1) ? 1 : 4));
    expect(bjsqConversion(low, "male")).toMatchObject({ a: 9, b: 6, c: 3, highStress: true });
    const high = low.map((answer) => 5 - answer);
    expect(bjsqConversion(high, "male")).toMatchObject({ a: 42, b: 30, c: 15, highStress: false });
  });

  it("refuses a sex that has no table", () => {
    expect(() => bjsqConversion(all(1), "other" as never)).toThrow(
      expect.objectContaining({ argument: "sex" }),
    );
  });
});

describe("highStress", () => {
  const criteria = [HIGH_STRESS_TOTAL_57, HIGH_STRESS_TOTAL_23, HIGH_STRESS_CONVERSION_57];

  it.each(golden.highStress)("$criteria A $a B $b C $c", ({ criteria: name, a, b, c, expected }) => {
    expect(highStress({ a, b, c }, criteria.find((set) => set.name === name)!)).toBe(expected);
  });

  it("takes an employer's own criteria and refuses broken ones", () => {
    const own = { ...HIGH_STRESS_TOTAL_57, name: "own", b: 70 };
    expect(highStress({ a: 17, b: 70, c: 9 }, own)).toBe(true);
    expect(() => highStress({ a: 17, b: 70, c: 9 }, { ...own, aAndC: Number.NaN })).toThrow(
      expect.objectContaining({ argument: "criteria" }),
    );
  });
});
