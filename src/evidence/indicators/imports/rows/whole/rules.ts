import type { Indicator } from "../../../dictionary/schema.ts";
import { ALL_AGES } from "../../../observations/schema.ts";
import { MEND } from "../messages.ts";
import type { Block, StagedFigure } from "../schema.ts";
import { apartFrom, filling, isWithin } from "./bands.rules.ts";

/** What figures of one file say of one another. */
export type WholeFile = Readonly<{
  /** Lines of which not all can be right, and why. */
  bad: ReadonlyMap<number, string>;
  /** Lines that say again what an earlier line says. */
  again: ReadonlySet<number>;
  /** Parts that come to less than their total: others may be of unknown sex or age. */
  rest: readonly StagedFigure[];
  /** Figures far off from the year before. */
  far: readonly StagedFigure[];
}>;

type Rows = readonly StagedFigure[];
type Indicators = ReadonlyMap<number, Indicator>;

export const keyOf = (row: StagedFigure): string =>
  `${row.areaId} ${row.indicatorNo} ${row.fiscalYear} ${row.sex} ${row.ageBand} ${row.sourceNo}`;

const figureOf = ({ numerator, denominator, value, lower, upper, asOf }: StagedFigure): string =>
  [numerator, denominator, value, lower, upper, asOf].join();

/** What figures of one area, indicator and year say against one another. */
export type FoundInBlocks = Readonly<{
  bad: Map<number, string>;
  again: Set<number>;
  rest: StagedFigure[];
}>;

/** Adds what is found in one block, of which every figure is given. */
export function checkBlock(rows: Rows, indicators: Indicators, found: FoundInBlocks): void {
  for (const line of repeated(rows, found.bad)) found.again.add(line);
  const once = () => rows.filter(({ line }) => !found.bad.has(line) && !found.again.has(line));
  found.rest.push(...sexes(once(), indicators, found.bad));
  found.rest.push(...ages(once(), indicators, found.bad));
}

/** Looks at every figure beside every other that tells something of it. */
export function checkWhole(
  rows: Readonly<Record<"repeated" | "sexes" | "ages" | "parts" | "series", Rows>>,
  indicators: Indicators,
  before: FoundInBlocks = { bad: new Map(), again: new Set(), rest: [] },
): WholeFile {
  const bad = new Map(before.bad);
  const again = new Set([...before.again, ...repeated(rows.repeated, bad)]);
  const once = (some: Rows) => some.filter(({ line }) => !bad.has(line) && !again.has(line));
  const rest = [
    ...before.rest,
    ...sexes(once(rows.sexes), indicators, bad),
    ...ages(once(rows.ages), indicators, bad),
  ];
  parts(once(rows.parts), indicators, bad);
  return { bad, again, rest, far: series(once(rows.series), indicators) };
}

const blockOf = ({ areaId, indicatorNo, fiscalYear }: Block): string =>
  `${areaId} ${indicatorNo} ${fiscalYear}`;

/**
 * Where figures of one block contradict one another, none of it is taken: a label that slipped by a row makes some of them
 * contradict, and others only wrong.
 */
export function withBlocks(
  rows: Rows,
  bad: ReadonlyMap<number, string>,
  contradicted: readonly Block[],
): Map<number, string> {
  const all = new Map(bad);
  const blocks = new Set([...contradicted, ...rows.filter(({ line }) => bad.has(line))].map(blockOf));
  for (const row of rows) if (blocks.has(blockOf(row))) mark(all, row.line, MEND.besideContradiction);
  return all;
}

/** Of rows with one key that say the same one is enough; where they differ none is taken. */
function repeated(rows: Rows, bad: Map<number, string>): ReadonlySet<number> {
  const again = new Set<number>();
  for (const group of Map.groupBy(rows, keyOf).values()) {
    if (group.length === 1) continue;
    const [first] = group;
    if (group.every((row) => figureOf(row) === figureOf(first!)))
      for (const { line } of group.slice(1)) again.add(line);
    else {
      const mend = MEND.duplicates(group.map(({ line }) => line));
      for (const { line } of group) mark(bad, line, mend);
    }
  }
  return again;
}

const mark = (bad: Map<number, string>, line: number, mend: string) =>
  void (bad.has(line) || bad.set(line, mend));

/** 男 + 女 = 総数, in counts; a rate of both lies between those of the two. */
function sexes(rows: Rows, indicators: Indicators, bad: Map<number, string>): StagedFigure[] {
  const rest: StagedFigure[] = [];
  const groups = Map.groupBy(
    rows,
    (row) => `${row.areaId} ${row.indicatorNo} ${row.fiscalYear} ${row.ageBand} ${row.sourceNo}`,
  );
  for (const group of groups.values()) {
    const whole = group.find(({ sex }) => sex === 0);
    const two = group.filter(({ sex }) => sex !== 0);
    if (!whole || two.length === 0) continue;
    compare(whole, two, two.length === 2, indicators, bad, rest);
  }
  return rest;
}

/** Single ages and every band in use come to some 200; each is compared with each. */
const MOST_BANDS = 1000;

/** Bands of ages that fill a wider one add up to it: 0–14, 15–64 and 65+ to all ages, 65–74 and 75+ to 65+. */
function ages(rows: Rows, indicators: Indicators, bad: Map<number, string>): StagedFigure[] {
  const rest: StagedFigure[] = [];
  const groups = Map.groupBy(
    rows,
    (row) => `${row.areaId} ${row.indicatorNo} ${row.fiscalYear} ${row.sex} ${row.sourceNo}`,
  );
  for (const group of groups.values()) {
    if (group.length < 2) continue;
    if (group.length > MOST_BANDS) {
      for (const { line } of group) mark(bad, line, MEND.manyBands(MOST_BANDS));
      continue;
    }
    const sorted = group.toSorted((a, b) => a.ageBand - b.ageBand);
    for (const whole of sorted) {
      const within = sorted.filter((row) => row !== whole && isWithin(row.ageBand, whole.ageBand));
      if (within.length === 0) continue;
      const filled = filling(whole, within);
      if (filled) compare(whole, filled, true, indicators, bad, rest);
      else if (whole.ageBand === ALL_AGES) compare(whole, apartFrom(within), false, indicators, bad, rest);
      // Of an incomplete set only counts tell anything.
      else if (whole.numerator !== null || whole.denominator !== null)
        for (const row of within) compare(whole, [row], false, indicators, bad, rest);
    }
  }
  return rest;
}

/** Notes that parts and their whole contradict one another; those that come to less may have others beside them. */
function compare(
  whole: StagedFigure,
  parts: Rows,
  complete: boolean,
  indicators: Indicators,
  bad: Map<number, string>,
  rest: StagedFigure[],
): void {
  const indicator = indicators.get(whole.indicatorNo)!;
  const all = [whole, ...parts];
  let less = false;
  for (const field of ["numerator", "denominator"] as const) {
    const total = whole[field];
    const counts = parts.flatMap((row) => row[field] ?? []);
    // One part alone may be more than a whole only where either is wrong.
    if (total === null || counts.length === 0 || indicator.kind === "ratio") continue;
    const sum = counts.reduce((all, one) => all + one, 0);
    if (sum > total) for (const { line } of all) mark(bad, line, MEND.sumOver(total, counts));
    else if (complete && counts.length === parts.length && sum < total) less = true;
  }
  if (less) rest.push(...all);
  const printed = parts.flatMap((row) => row.value ?? []);
  if (whole.value === null || !complete || printed.length < parts.length || indicator.least === null) return;
  const slack = 1.01 * 10 ** -Math.max(0, indicator.decimals - 1);
  if (whole.value < Math.min(...printed) - slack || whole.value > Math.max(...printed) + slack)
    for (const { line } of all) mark(bad, line, MEND.notBetween(whole.value, printed));
}

/** What is a part of another count can't be more: consultations on mental health of consultations. */
function parts(rows: Rows, indicators: Indicators, bad: Map<number, string>): void {
  const byCode = new Map([...indicators.values()].map((one) => [one.code, one.no]));
  const byKey = new Map(rows.map((row) => [keyOf(row), row]));
  for (const row of rows) {
    const indicator = indicators.get(row.indicatorNo)!;
    const no = indicator.whole === null ? undefined : byCode.get(indicator.whole);
    const whole = no === undefined ? undefined : byKey.get(keyOf({ ...row, indicatorNo: no }));
    if (!whole || row.numerator === null || whole.numerator === null || row.numerator <= whole.numerator)
      continue;
    for (const { line } of [row, whole])
      mark(bad, line, MEND.partOver(indicator.name_ja, indicators.get(no!)!.name_ja));
  }
}

/** As many times the figure of another year, or so small a part of it, is asked about. */
export const FAR_TIMES = 4;
/** Below so many, counts jump by themselves. */
export const FAR_LEAST = 30;

/** Figures far off from the year before or after, in which a nought may be missing or too many. */
function series(rows: Rows, indicators: Indicators): StagedFigure[] {
  const far = new Set<StagedFigure>();
  const groups = Map.groupBy(
    rows,
    (row) => `${row.areaId} ${row.indicatorNo} ${row.sex} ${row.ageBand} ${row.sourceNo}`,
  );
  for (const group of groups.values()) {
    const sorted = group.toSorted((a, b) => a.fiscalYear - b.fiscalYear);
    for (const [at, row] of sorted.entries()) {
      const before = sorted[at - 1];
      if (before && isFar(before, row, indicators.get(row.indicatorNo)!)) far.add(row);
    }
  }
  return [...far];
}

/** What is compared from year to year: the rate where there is one, and the count. */
export function isFar(one: StagedFigure, other: StagedFigure, indicator: Indicator): boolean {
  if (indicator.least === null) return (one.value ?? 0) * (other.value ?? 0) < 0;
  const apart = (a: number | null, b: number | null, least: number) =>
    a !== null && b !== null && Math.max(a, b) >= least && Math.max(a, b) >= FAR_TIMES * Math.min(a, b);
  if (indicator.kind === "count") return apart(one.numerator, other.numerator, FAR_LEAST);
  const counted =
    apart(one.denominator, other.denominator, FAR_LEAST) || apart(one.numerator, other.numerator, FAR_LEAST);
  return counted || apart(one.value, other.value, 1);
}
