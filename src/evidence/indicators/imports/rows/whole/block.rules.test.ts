import { expect, it } from "vitest";
import type { AreaId } from "#platform/kernel/ids.ts";
import { ageBand } from "../../../observations/schema.ts";
import type { StagedFigure } from "../schema.ts";
import { dictionary } from "../testing.ts";
import { Blocks } from "./block.rules.ts";
import { checkWhole } from "./rules.ts";
import { Series } from "./series.rules.ts";

const byNo = new Map(dictionary.indicators.map((one) => [one.no, one]));
const no = (code: string) => dictionary.indicators.find((one) => one.code === code)!.no;
const BANDS = [ageBand(0, 14)!, ageBand(15, 64)!, ageBand(65)!];

/** Numbers that look like chance, the same in every run. */
function sequence(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

/** The figures of areas and years, totals and parts of one piece, of which every third block was spoiled. */
function figuresOf(next: (below: number) => number): StagedFigure[] {
  const rows: StagedFigure[] = [];
  for (const [area, year] of [0, 1, 2, 3, 4, 5].flatMap((at) =>
    [2019, 2020].map((year) => [at, year] as const),
  )) {
    const block: StagedFigure[] = [];
    const counts = [1, 2].map(() => BANDS.map(() => next(900)));
    const sum = (some: number[]) => some.reduce((all, one) => all + one, 0);
    const of = (sex: number, band: number) =>
      sum((sex === 0 ? counts : [counts[sex - 1]!]).flatMap((own) => (band < 0 ? own : [own[band]!])));
    for (const sex of [0, 1, 2])
      for (const band of [-1, 0, 1, 2])
        block.push({
          line: 0,
          areaId: `3220${area}` as AreaId,
          indicatorNo: no(next(2) === 0 ? "population" : "births"),
          fiscalYear: year,
          sex,
          ageBand: band < 0 ? 127 : BANDS[band]!,
          sourceNo: 1,
          numerator: of(sex, band),
          denominator: null,
          value: null,
          lower: null,
          upper: null,
          asOf: null,
        });
    const indicatorNo = block[0]!.indicatorNo;
    const one = block.map((row) => ({ ...row, indicatorNo }));
    const at = next(one.length);
    const spoiled = [
      () => one,
      () => one,
      () => one.with(at, { ...one[at]!, numerator: one[at]!.numerator! + 1 + next(50) }),
      () => one.toSpliced(at, 1),
      () => [...one, { ...one[at]!, numerator: next(2) === 0 ? 7 : one[at]!.numerator }],
      () => one.with(at, { ...one[at]!, ageBand: ageBand(60, 70)! }),
    ][next(6)]!();
    rows.push(...spoiled);
  }
  return rows.map((row, line) => ({ ...row, line: line + 2 }));
}

it("finds in files whose areas stand together what all figures beside one another tell", () => {
  let found = 0;
  for (let seed = 1; seed <= 300; seed++) {
    const rows = figuresOf(sequence(seed));
    const none: StagedFigure[] = [];
    const all = checkWhole({ repeated: rows, sexes: rows, ages: rows, parts: none, series: none }, byNo);
    const blocks = new Blocks(byNo);
    for (const row of rows) blocks.push(row);
    blocks.end();
    const told = checkWhole(
      { repeated: none, sexes: none, ages: none, parts: none, series: none },
      byNo,
      blocks.found,
    );
    const lines = (some: Iterable<number>) => [...some].toSorted((a, b) => a - b);
    expect([seed, blocks.scattered, lines(told.bad.keys()), lines(told.again)]).toEqual([
      seed,
      // An area comes again in another year, a block of it does not.
      false,
      lines(all.bad.keys()),
      lines(all.again),
    ]);
    expect(lines(told.rest.map(({ line }) => line))).toEqual(lines(all.rest.map(({ line }) => line)));
    found += all.bad.size;
  }
  expect(found).toBeGreaterThan(500);
});

it("tells nothing of a file that scatters the figures of a block", () => {
  const [one, other] = figuresOf(sequence(7));
  const blocks = new Blocks(byNo);
  for (const row of [one!, { ...one!, areaId: "13101" as AreaId }, other!]) blocks.push(row);
  blocks.end();
  expect(blocks.scattered).toBe(true);
});

it("misses no year that lies far off, and lets steady years be", () => {
  const ends = { far: 0, steady: 0 };
  for (let seed = 1; seed <= 300; seed++) {
    const next = sequence(seed);
    const base = figuresOf(next).filter(({ sex, ageBand }) => sex === 0 && ageBand === 127);
    const years = [0, 1, 2].flatMap((year) =>
      base.map((row) => ({
        ...row,
        fiscalYear: row.fiscalYear + 2 * year,
        numerator: 100 + Math.floor(row.numerator! / 20) + next(50),
      })),
    );
    const at = next(years.length);
    const rows = next(2) === 0 ? years : years.with(at, { ...years[at]!, numerator: 40 * (1 + next(60)) });
    const none: StagedFigure[] = [];
    const { far } = checkWhole({ repeated: none, sexes: none, ages: none, parts: none, series: rows }, byNo);
    const series = new Series();
    for (const row of rows) series.push(row);
    expect([seed, far.length > 0 && !series.mayJump]).toEqual([seed, false]);
    ends[series.mayJump ? "far" : "steady"] += 1;
  }
  expect(ends.far).toBeGreaterThan(50);
  expect(ends.steady).toBeGreaterThan(50);
});

it("looks closely at years on both sides of nought", () => {
  const [one] = figuresOf(sequence(7));
  const series = new Series();
  for (const [year, value] of [-3.1, -0.5, 0.4].entries()) {
    expect(series.mayJump).toBe(false);
    series.push({ ...one!, fiscalYear: 2020 + year, numerator: null, value });
  }
  expect(series.mayJump).toBe(true);
});

it("names some of the lines that contradict one another, however many there are", () => {
  const [one] = figuresOf(sequence(7));
  const rows = Array.from({ length: 5000 }, (_, at) => ({ ...one!, line: at + 2, numerator: at }));
  const blocks = new Blocks(byNo);
  for (const row of rows) blocks.push(row);
  blocks.end();
  const { bad } = blocks.found;
  expect(bad.size).toBe(5000);
  expect([...new Set(bad.values())]).toEqual([
    expect.stringMatching(/^2・3・4・5・6行目ほか4,995行は、.*いずれも取り込みません/),
  ]);
});

it("refuses more bands of ages than there are, and does not compare each with each", () => {
  const rows = Array.from({ length: 3000 }, (_, at) => ({
    ...{ line: at + 2, areaId: "32202" as AreaId, indicatorNo: no("population"), fiscalYear: 2020, sex: 0 },
    ...{
      ageBand: ageBand(at % 60, 60 + Math.floor(at / 60))!,
      sourceNo: 1,
      numerator: 100,
      denominator: null,
    },
    ...{ value: null, lower: null, upper: null, asOf: null },
  }));
  const { bad } = checkWhole({ repeated: [], sexes: [], ages: rows, parts: [], series: [] }, byNo);
  expect(bad.size).toBe(rows.length);
  expect(bad.get(2)).toContain("年齢区分が1,000を超えています");
});
