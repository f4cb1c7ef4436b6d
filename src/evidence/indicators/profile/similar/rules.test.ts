import { describe, expect, it } from "vitest";
import { fiscalYear } from "#platform/kernel/fiscal-year.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { ALL_AGES } from "../../observations/schema.ts";
import type { RawFigure } from "../schema.ts";
import { type LastFigure, pooled, SIMILAR_ID, similarTo } from "./rules.ts";

const id = (at: number) => `sma-${at}` as AreaId;
/** Eight areas that grow in size, age and workplaces step by step; the ninth is known by one figure alone. */
const FIGURES: LastFigure[] = Array.from({ length: 8 }, (_, at) => [
  { areaId: id(at), code: "population", value: 50_000 + at * 10_000 },
  { areaId: id(at), code: "population_65_plus", value: (50_000 + at * 10_000) * (0.4 - at * 0.02) },
  { areaId: id(at), code: "workplaces", value: 2000 + at * 500 },
])
  .flat()
  .concat({ areaId: id(9), code: "population", value: 50_000 });

describe("areas like one", () => {
  it("are the five nearest, told with the variables that both know", () => {
    const found = similarTo(id(0), FIGURES);
    expect(found).toMatchObject({ status: "found", variables: ["population", "aged", "workplaces"] });
    expect(found.status === "found" && found.areas.map((one) => one.id)).toEqual([1, 2, 3, 4, 5].map(id));
  });

  it("are none where too little is known of the area", () => {
    expect(similarTo(id(9), FIGURES)).toEqual({ status: "not-found", reason: "too-few-variables" });
    expect(similarTo("sma-unknown" as AreaId, FIGURES)).toMatchObject({ reason: "too-few-variables" });
  });
});

describe("the similar areas together", () => {
  const figure = (at: number, change: Partial<RawFigure>): RawFigure => ({
    ...{
      areaId: id(at),
      indicatorNo: 1,
      fiscalYear: fiscalYear(2020),
      sourceNo: 1,
      sex: 0,
      ageBand: ALL_AGES,
    },
    ...{ numerator: null, denominator: null, value: null, lower: null, upper: null, asOf: null, ...change },
  });
  const shown = ({ numerator }: RawFigure) => numerator === null || numerator >= 10;

  it("add their counts up, without a hidden one, which the sum would give back", () => {
    const counts = [20, 30, 40, 5].map((numerator, at) => figure(at, { numerator, denominator: 100 }));
    expect(pooled(counts, SIMILAR_ID, shown)).toMatchObject([
      { areaId: SIMILAR_ID, numerator: 90, denominator: 300 },
    ]);
    expect(pooled(counts.slice(1), SIMILAR_ID, shown)).toEqual([]);
  });

  it("are the mean of printed figures", () => {
    const printed = [10, 20, 60].map((value, at) => figure(at, { value }));
    expect(pooled(printed, SIMILAR_ID, shown)).toMatchObject([{ value: 30, numerator: null }]);
  });
});
