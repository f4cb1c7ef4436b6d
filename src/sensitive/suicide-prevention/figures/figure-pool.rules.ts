import { ok, type Result, refuse } from "#platform/kernel/result.ts";
import { COLUMNS, RULES } from "../model/prevention-data.schema.ts";
import { AGES, SEXES, type Sheet, WORKS } from "../model/prevention-kinds.schema.ts";
import type { FigureCounts } from "./figure-sheet.rules.ts";

export type TakenFigure = Readonly<{ year: number; town: string; sex: Sheet; counts: FigureCounts }>;
export type Pooled = Readonly<{
  from: number;
  to: number;
  /** By sex and age, and by sex and work where the series is not broken between. Two attributes at most. */
  ages: readonly number[];
  works: readonly number[] | null;
  total: number;
}>;

/** The years of which the categories of work and motives can't be put together. */
const brokenBetween = (from: number, to: number) => COLUMNS.breaks.some((year) => from < year && year <= to);

/**
 * The years to a last one as one, over the towns of an area. What the ministry hid is counted with those of whom it is not
 * known, so that sums stay true and nothing tells which cell was hidden.
 */
export function pool(
  figures: readonly TakenFigure[],
  towns: readonly string[],
  to: number,
): Result<Pooled, string> {
  const from = to - RULES.pooledYears + 1;
  const found = new Map(figures.map((one) => [`${one.year} ${one.town} ${one.sex}`, one.counts]));
  const broken = brokenBetween(from, to);
  const [ages, works]: [number[], number[]] = [[], []];
  for (const sex of SEXES) {
    const sums: Record<string, number> = {};
    for (let year = from; year <= to; year += 1)
      for (const town of towns) {
        const counts = found.get(`${year} ${town} ${sex}`);
        if (!counts) return refuse(`${year}年の男女別の表が、圏域の全市町村分そろっていません。`);
        if (counts.total === null || counts.total === undefined)
          return refuse(`${year}年に総数が秘匿された市町村があり、合計できません。`);
        addWithRest(sums, counts, counts.total, AGES, "age-unknown");
        if (!broken) addWithRest(sums, counts, counts.total, WORKS, "work-unknown");
      }
    ages.push(...AGES.map((key) => sums[key] ?? 0));
    works.push(...WORKS.map((key) => sums[key] ?? 0));
  }
  const total = ages.reduce((sum, one) => sum + one, 0);
  return ok({ from, to, ages, works: broken ? null : works, total });
}

function addWithRest(
  sums: Record<string, number>,
  counts: FigureCounts,
  total: number,
  keys: readonly string[],
  rest: string,
): void {
  let known = 0;
  for (const key of keys) {
    if (key === rest) continue;
    sums[key] = (sums[key] ?? 0) + (counts[key] ?? 0);
    known += counts[key] ?? 0;
  }
  sums[rest] = (sums[rest] ?? 0) + total - known;
}

/** What a page says of so few: none and nine are the same. */
export const fewOr = (count: number): string =>
  count < RULES.leastForRate ? `${RULES.leastForRate}人未満` : `${count.toLocaleString("ja-JP")}人`;

export type Trend = Readonly<{ from: number; to: number; text: string }>;

/** Sums of three years beside each other: a single year or quarter of a small area tells of single persons. */
export function trendOf(totals: ReadonlyMap<number, number>, last: number): Trend[] {
  const lines: Trend[] = [];
  for (let to = last; totals.has(to); to -= RULES.trendYears) {
    const years = Array.from({ length: RULES.trendYears }, (_, back) => totals.get(to - back));
    if (years.some((one) => one === undefined)) break;
    const sum = years.reduce<number>((all, one) => all + one!, 0);
    lines.unshift({ from: to - RULES.trendYears + 1, to, text: fewOr(sum) });
  }
  return lines;
}
