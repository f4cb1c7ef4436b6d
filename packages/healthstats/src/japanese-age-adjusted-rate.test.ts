import { describe, expect, test } from "vitest";
import { holdGolden } from "../test/hold-golden.ts";
import { expectRefused } from "../test/refused.ts";
import {
  type AgeAdjustedPoint,
  ageAdjustedSeries,
  japaneseAgeAdjustedRate,
} from "./japanese-age-adjusted-rate.ts";
import { MODEL_POPULATIONS, type ModelPopulationName } from "./model-populations.ts";

holdGolden("japanese-age-adjusted-rate", { japaneseAgeAdjustedRate });

const labels = (model: ModelPopulationName) => MODEL_POPULATIONS[model].bands.map(([band]) => band);
const flat = (bands: string[], deaths = 2) => ({
  bands,
  deaths: bands.map(() => deaths),
  populations: bands.map(() => 1000),
});

describe("the model populations", () => {
  test.each(["japan-1985", "japan-2015"] as const)("%s adds up to its official total", (name) => {
    const { bands, total } = MODEL_POPULATIONS[name];
    expect(bands.reduce((sum, [, persons]) => sum + persons, 0)).toBe(total);
  });

  test("the 2015 model falls and rises in the steps of a smoothed model", () => {
    const persons = MODEL_POPULATIONS["japan-2015"].bands.map(([, n]) => n);
    for (let i = 1; i <= 12; i++) expect([342_000, 343_000]).toContain(persons[i]! - persons[i - 1]!);
  });
});

test("equal rates in every band give that rate on either model", () => {
  for (const model of ["japan-1985", "japan-2015"] as const) {
    expect(japaneseAgeAdjustedRate(model, flat(labels(model))).value).toBeCloseTo(200, 9);
  }
});

test("data that end at 85+ are taken on the 2015 model and marked", () => {
  const data = flat(labels("japan-1985"));
  expect(japaneseAgeAdjustedRate("japan-2015", data).approximate).toBe(true);
  expect(japaneseAgeAdjustedRate("japan-1985", data).approximate).toBe(false);
});

describe("a series", () => {
  const old = japaneseAgeAdjustedRate("japan-1985", flat(labels("japan-1985")));
  const recent = japaneseAgeAdjustedRate("japan-2015", flat(labels("japan-2015")));

  test("is ordered by year and keeps its model", () => {
    const series = ageAdjustedSeries("japan-2015", [
      { year: 2022, rate: recent },
      { year: 2020, rate: recent },
    ]);
    expect(series.model).toBe("japan-2015");
    expect(series.points.map((point) => point.year)).toEqual([2020, 2022]);
  });

  test("can't mix two models: neither for the compiler nor at run time", () => {
    const mixed = () =>
      ageAdjustedSeries("japan-2015", [
        { year: 2020, rate: recent },
        // @ts-expect-error a rate on another model is another type
        { year: 2015, rate: old },
      ]);
    expectRefused(mixed, "points[0].rate", "standardised to japan-2015");
    const untyped = [{ year: 2015, rate: old }] as unknown as AgeAdjustedPoint<"japan-2015">[];
    expectRefused(() => ageAdjustedSeries("japan-2015", untyped), "points[0].rate");
  });

  test("has each year once and at least one", () => {
    const twice = { year: 2020, rate: recent };
    expectRefused(() => ageAdjustedSeries("japan-2015", [twice, twice]), "points", "only once");
    expectRefused(() => ageAdjustedSeries("japan-2015", []), "points", "empty");
  });
});

test("refuses bands that are not the model's", () => {
  const shuffled = [...labels("japan-1985")].reverse();
  expectRefused(
    () => japaneseAgeAdjustedRate("japan-1985", flat(shuffled)),
    "bands",
    "age bands of the model",
  );
  expectRefused(() => japaneseAgeAdjustedRate("japan-1985", flat(labels("japan-2015"))), "bands");
  const short = { ...flat(labels("japan-1985")), deaths: [1] };
  expectRefused(() => japaneseAgeAdjustedRate("japan-1985", short), "deaths", "as many");
});
