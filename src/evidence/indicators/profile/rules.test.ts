import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Area } from "#foundation/areas/public.ts";
import { fiscalYear } from "#platform/kernel/fiscal-year.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { Indicator, Source } from "../dictionary/schema.ts";
import type { TargetFact } from "../facts/schema.ts";
import { ALL_AGES, ageBand } from "../observations/schema.ts";
import { hiddenParts } from "./disclosure/rules.ts";
import { type Level, pointOf, seriesOf, totalOf } from "./figures/rules.ts";
import type { Place, RawFigure, Series } from "./schema.ts";
import { missedTargets, shortListOf } from "./short-list/rules.ts";
import { standingOf } from "./standing/rules.ts";
import { changeOf, rowOf } from "./verdicts/rules.ts";

const indicator = (change: Partial<Indicator> = {}): Indicator =>
  Indicator.parse({
    no: 1,
    code: "smoking_rate",
    name_ja: "喫煙率",
    name_en: "Smoking",
    definition_ja: "吸う人の割合",
    kind: "proportion",
    unit: "percent",
    multiplier: 100,
    decimals: 1,
    polarity: "higher_is_worse",
    theme: "lifestyle",
    position: 1,
    default_source: "survey",
    geographies: ["municipality"],
    ...change,
  });
const source = (no: number, code: string): Source =>
  Source.parse({ no, code, name_ja: code, name_en: code, owner_ja: "o", population_ja: "p" });
const SURVEY = source(1, "survey");
const OTHER = source(2, "other");

const area = (id: string, kind: Area["kind"], prefectureId: string | null = "14") =>
  ({ id, kind, name: id, slug: id, prefectureId }) as Area;
const CITY = area("14150", "municipality");
const NATION = area("jp", "nation", null);
const PREFECTURE = area("14", "prefecture");
const ELSEWHERE = area("32", "prefecture", "32");
const HERE: Place = { area: CITY, relation: "self" };

const figure = (year: number, change: Partial<RawFigure> = {}): RawFigure => ({
  areaId: CITY.id,
  indicatorNo: 1,
  fiscalYear: fiscalYear(year),
  sourceNo: 1,
  sex: 0,
  ageBand: ALL_AGES,
  numerator: null,
  denominator: null,
  value: null,
  lower: null,
  upper: null,
  asOf: null,
  ...change,
});

const series = (figures: readonly RawFigure[], of: Indicator = indicator()): Series =>
  seriesOf(
    figures,
    new Set(),
    new Map([[of.no, of]]),
    new Map([
      [1, SURVEY],
      [2, OTHER],
    ]),
  )[0]!;
const counts = (year: number, numerator: number, denominator: number) =>
  figure(year, { numerator, denominator });
const values = (from: number, list: readonly number[]) => list.map((value, i) => figure(from + i, { value }));
const against = (of: Area, figures: readonly RawFigure[], by: Indicator = indicator()) => [
  { area: of, series: series(figures, by) },
];
const OPTIONS = { benchmark: "nation", period: 10 } as const;

describe("pointOf", () => {
  it.each([
    ["a proportion with counts", counts(2020, 180, 800), { value: 22.5, suppressed: false }],
    ["a small numerator", counts(2020, 9, 800), { value: null, suppressed: true, interval: null }],
    ["a small complement", counts(2020, 795, 800), { value: null, suppressed: true }],
    ["zero", counts(2020, 0, 800), { value: 0, suppressed: false }],
    ["a printed value", figure(2020, { value: 51.65 }), { value: 51.65, interval: null }],
    [
      "a printed interval",
      figure(2020, { value: 5, lower: 4, upper: 6 }),
      { interval: { lower: 4, upper: 6 }, intervalMethod: "source" },
    ],
    ["nothing", figure(2020), { value: null, suppressed: false }],
  ] as const)("of %s", (_, raw, wanted) => {
    expect(pointOf(indicator(), raw)).toMatchObject(wanted);
  });

  it.each([
    ["persons", 7, { value: null, suppressed: true }],
    ["persons", 0, { value: 0, suppressed: false }],
    ["persons", 12, { value: 12, suppressed: false }],
    // Offices are nobody.
    ["offices", 7, { value: 7, suppressed: false }],
  ] as const)("of a count of %s: %i", (unit, numerator, wanted) => {
    const of = indicator({ kind: "count", unit, multiplier: 1, decimals: 0 });
    expect(pointOf(of, figure(2020, { numerator }))).toMatchObject(wanted);
  });

  it("never tells a count from 1 to 9, of whom it may be", () => {
    fc.assert(
      fc.property(fc.nat(30), fc.nat(30), (with_, without) => {
        const point = pointOf(indicator(), counts(2020, with_, with_ + without));
        const small = [with_, without].some((count) => count > 0 && count < 10);
        if (small) expect([point.value, point.interval]).toEqual([null, null]);
      }),
      { seed: 20_260_401, numRuns: 500 },
    );
  });
});

describe("totalOf", () => {
  const level = (change: Partial<Level>): Level => ({
    ...figure(2020, { numerator: 50, denominator: 100 }),
    level: "strata",
    rows: 4,
    counted: true,
    firstAge: 20,
    lastAge: 39,
    width: 40,
    men: 2,
    ...change,
  });
  it.each([
    ["both sexes of bands that meet", level({}), 20 * 128 + 39],
    ["men alone", level({ men: 4, width: 40 }), undefined],
    ["bands that overlap", level({ width: 50 }), undefined],
    ["a part without counts", level({ counted: false }), undefined],
    ["the two sexes", level({ level: "sexes", rows: 2, men: 1, firstAge: 0, lastAge: 127 }), ALL_AGES],
    ["one sex", level({ level: "sexes", rows: 1, men: 1, firstAge: 0, lastAge: 127 }), undefined],
    ["the printed total", level({ level: "total" }), ALL_AGES],
  ])("%s", (_, given, band) => {
    expect(totalOf(indicator(), [given])?.ageBand).toBe(band);
  });
  it("does not add up means", () => {
    expect(totalOf(indicator({ kind: "value" }), [level({})])).toBeUndefined();
  });
});

describe("verdict", () => {
  const nation = against(NATION, [figure(2020, { value: 19 })]);
  const ofNation = (row: ReturnType<typeof rowOf>) => row.verdict;
  it.each([
    ["worse beyond the 99.8 % limits", counts(2020, 900, 4000), nation, { outcome: "worse" }],
    // 22.5 % with 19.7–25.5 at 95 % and 18.3–27.4 at 99.8 %: the profile looks at many, so 99.8 % decides.
    ["similar within them", counts(2020, 180, 800), nation, { outcome: "similar" }],
    ["better", counts(2020, 400, 4000), nation, { outcome: "better" }],
    ["no counts", figure(2020, { value: 30 }), nation, { reason: "no-counts" }],
    ["no benchmark of that year", counts(2019, 900, 4000), nation, { reason: "no-benchmark" }],
    ["suppressed", counts(2020, 3, 4000), nation, { reason: "suppressed" }],
    [
      "another source",
      counts(2020, 900, 4000),
      against(NATION, [figure(2020, { value: 19, sourceNo: 2 })]),
      { reason: "other-definition" },
    ],
  ])("%s", (_, raw, compared, wanted) => {
    expect(ofNation(rowOf(series([raw]), HERE, compared, OPTIONS))).toMatchObject(wanted);
  });

  it("compares with the prefecture that holds the area, and with no other", () => {
    const options = { ...OPTIONS, benchmark: "prefecture" } as const;
    const one = series([counts(2020, 900, 4000)]);
    const verdict = (of: Area) =>
      rowOf(one, HERE, against(of, [figure(2020, { value: 19 })]), options).verdict;
    expect(verdict(PREFECTURE)).toMatchObject({ outcome: "worse" });
    expect(verdict(ELSEWHERE)).toMatchObject({ reason: "other-geography" });
  });

  it("says nothing of counts, which follow the size of the area", () => {
    const of = indicator({ kind: "count", unit: "persons", multiplier: 1 });
    const row = rowOf(series([figure(2020, { numerator: 120 })], of), HERE, [], OPTIONS);
    expect(row.verdict).toMatchObject({ reason: "count-follows-size" });
  });
});

describe("change and trend", () => {
  it.each([
    [5, 2003, 4.26],
    [10, 1999, 8.92],
    ["all", 1999, 8.92],
  ] as const)("over a period of %s years", (period, from, amount) => {
    const rate = series(values(1999, [42.73, 43.59, 45.42, 47.69, 47.39, 49.08, 51.09, 50.23, 51.65]));
    const change = changeOf(rate, period)!;
    expect(change.from.year).toBe(from);
    expect(change.amount).toBeCloseTo(amount, 10);
    expect(change.worse).toBe(true);
  });

  it("gives the reason where there are fewer than five years", () => {
    const row = rowOf(series([counts(2019, 100, 800), counts(2020, 120, 800)]), HERE, [], OPTIONS);
    expect(row.trend).toMatchObject({ status: "not-calculated", reason: "fewer-than-five-years" });
  });

  it("calls a trend of counts by the library", () => {
    const years = [312, 340, 371, 398, 441].map((cases, i) => counts(2016 + i, cases, 2040));
    expect(rowOf(series(years), HERE, [], OPTIONS).trend).toMatchObject({ meaning: "worsening" });
  });
});

describe("shortListOf", () => {
  const rising = [42.73, 43.59, 45.42, 47.69, 48.14, 49.08, 51.09, 50.23, 51.65];
  const nation = (last: number) => against(NATION, [figure(2007, { value: last })]);
  const row = (figures: readonly RawFigure[], compared: ReturnType<typeof against>, of = indicator()) =>
    rowOf(series(figures, of), HERE, compared, OPTIONS);
  const reasons = (rows: ReturnType<typeof rowOf>[], targets: TargetFact[] = []) =>
    shortListOf(rows, targets).map(({ worseThan, gettingWorse }) => `${worseThan.kind}/${gettingWorse.by}`);

  it.each([
    ["values above the nation's that rise", values(1999, rising), 49.9, ["value/rank"]],
    ["below the nation's", values(1999, rising), 52, []],
    ["falling", values(1999, rising.toReversed()), 40, []],
    ["rising by less than a twentieth", values(2003, [50, 50.1, 50.2, 50.3, 51]), 49.9, []],
    ["two years only", values(2006, [40, 51.65]), 49.9, ["value/size"]],
    ["one year only", values(2007, [51.65]), 49.9, []],
    ["up and down", values(1999, [42, 50, 43, 51, 44, 50, 43, 51, 46]), 40, []],
  ])("%s", (_, figures, benchmark, wanted) => {
    expect(reasons([row(figures, nation(benchmark))])).toEqual(wanted);
  });

  it("takes a tested figure only by its verdict and its trend", () => {
    const years = [312, 340, 371, 398, 441].map((cases, i) => counts(2003 + i, cases, 2040));
    expect(reasons([row(years, nation(15))])).toEqual(["tested/trend"]);
    expect(reasons([row(years, nation(21.5))])).toEqual([]);
  });

  it("turns with the polarity", () => {
    const better = indicator({ polarity: "lower_is_worse" });
    const falling = row(values(1999, rising.toReversed()), nation(49.9), better);
    expect(reasons([falling])).toEqual(["value/rank"]);
    expect(reasons([row(values(1999, rising), nation(49.9), indicator({ polarity: "neutral" }))])).toEqual(
      [],
    );
  });

  it("takes a missed target where the figure or one of its age bands gets worse", () => {
    const target = {
      areaId: CITY.id as AreaId,
      indicatorCode: "smoking_rate",
      sex: 1,
      direction: "at_most",
      targetValue: 15,
    } as TargetFact;
    const forties = { sex: 1, ageBand: ageBand(40, 49)! } as const;
    const men = row([figure(2007, { value: 24, sex: 1 })], []);
    const band = row(
      [figure(2001, { value: 29, ...forties }), figure(2007, { value: 36.9, ...forties })],
      [],
    );
    expect(reasons([men, band], [target])).toEqual(["target/size"]);
    expect(reasons([men], [target])).toEqual([]);
    expect(reasons([men, band], [{ ...target, targetValue: 25 }])).toEqual([]);
  });
});

describe("one rule for headline, table and filter", () => {
  it.each([
    ["tested", "worse", null, 1, "higher-is-worse", "worse"],
    ["untested, on the worse side", "not-comparable", "no-counts", 1, "higher-is-worse", "worse-untested"],
    ["untested, less is worse", "not-comparable", "no-counts", 1, "lower-is-worse", "better-untested"],
    ["untested, the same", "not-comparable", "no-counts", 0, "higher-is-worse", "not-comparable"],
    ["without a side", "not-comparable", "no-counts", 1, "none", "not-comparable"],
    ["without a benchmark", "not-comparable", "no-benchmark", null, "higher-is-worse", "not-comparable"],
  ] as const)("%s", (_, outcome, reason, difference, polarity, wanted) => {
    expect(standingOf({ outcome, reason, difference, polarity })).toBe(wanted);
  });

  it("lists each missed target, also where nothing gets worse", () => {
    const target = { indicatorCode: "smoking_rate", sex: null, direction: "at_most", targetValue: 15 };
    const row = rowOf(series([figure(2007, { value: 24 })]), HERE, [], OPTIONS);
    const missed = (value: number) =>
      missedTargets([row], [{ ...target, targetValue: value } as TargetFact], []).map((one) => one.worsening);
    expect([missed(15), missed(24)]).toEqual([[false], []]);
  });

  it("counts the years that lie between two figures", () => {
    expect(changeOf(series(values(1999, [40, 41, 42, 43, 44, 45, 46, 47, 48])), "all")!.years).toBe(8);
  });
});

describe("hiddenParts", () => {
  const part = (sex: 1 | 2, numerator: number) => figure(2020, { sex, numerator, denominator: 500 });
  const whole = (numerator: number) => figure(2020, { numerator, denominator: 1000 });
  it.each([
    ["all large", [whole(90), part(1, 40), part(2, 50)], 0],
    ["one small: the other and the whole would give it back", [whole(55), part(1, 5), part(2, 50)], 2],
    ["a small rest", [whole(45), part(1, 40)], 1],
    ["a large rest", [whole(90), part(1, 40)], 0],
    ["parts whose sum may stand elsewhere", [part(1, 5), part(2, 50)], 2],
  ])("%s", (_, figures, hidden) => {
    expect(hiddenParts(figures, indicator()).size).toBe(hidden);
  });

  it("leaves nothing from which a small count of a sex could be worked out", () => {
    fc.assert(
      fc.property(fc.nat(40), fc.nat(40), (men, women) => {
        const figures = [whole(men + women), part(1, men), part(2, women)];
        const hidden = hiddenParts(figures, indicator());
        const known = figures.filter((f) => !hidden.has(f) && !pointOf(indicator(), f).suppressed);
        const small = [men, women].some((count) => count > 0 && count < 10);
        // With a small part at most the whole is known, from which neither part follows.
        if (small) expect(known.every((f) => f.sex === 0)).toBe(true);
      }),
      { seed: 20_260_401, numRuns: 500 },
    );
  });
});
