import {
  type Benchmark,
  type ComparableFigure,
  compareByInterval,
  LEAST_RELATIVE_CHANGE,
  mannKendall,
  type Polarity,
  type RecentTrend,
  recentTrend,
} from "@yui/healthstats";
import type { Area } from "#foundation/areas/public.ts";
import type { Indicator } from "../../dictionary/schema.ts";
import { limitsAt } from "../figures/rules.ts";
import type {
  Change,
  Difference,
  IndicatorRow,
  Place,
  Point,
  ProfileOptions,
  RankTrend,
  Series,
  Verdict,
} from "../schema.ts";
import { SIMILAR_ID } from "../similar/rules.ts";

export function polarityOf(indicator: Indicator): Polarity {
  if (indicator.polarity === "higher_is_worse") return "higher-is-worse";
  return indicator.polarity === "lower_is_worse" ? "lower-is-worse" : "none";
}

/** What was counted and how. A benchmark of another source, sex or age band is another definition. */
export const definitionOf = (series: Series): string =>
  `${series.indicator.code}/${series.source.code}/${series.sex}/${series.ageBand}`;

/**
 * The line of one series: its latest figure beside the benchmark's of the same year, and how it moved. The latest
 * year is the one in which both have a figure, if there is any: a comparison across years compares nothing.
 */
export function rowOf(
  series: Series,
  place: Place,
  compared: IndicatorRow["compared"],
  options: ProfileOptions,
): IndicatorRow {
  const latest = latestOf(series);
  const against = compared.find((other) => isBenchmark(other.area, options.benchmark)) ?? null;
  const point = against?.series.points.find((candidate) => candidate.year === latest.year) ?? null;
  const benchmark = against && point ? { area: against.area, point } : null;
  return {
    series,
    place,
    compared,
    latest,
    benchmark,
    difference: benchmark ? differenceOf(latest, benchmark.point) : null,
    verdict: verdictOf(series, latest, place.area, against && { ...against, point }),
    trend: trendOf(series),
    rankTrend: rankTrendOf(series),
    change: changeOf(series, options.period),
  };
}

const isBenchmark = (area: Area, benchmark: ProfileOptions["benchmark"]): boolean =>
  benchmark === "similar" ? area.id === SIMILAR_ID : area.kind === benchmark && area.id !== SIMILAR_ID;

export function latestOf(series: Series): Point {
  return series.points.findLast((point) => point.value !== null || point.suppressed) ?? series.points.at(-1)!;
}

export function verdictOf(
  series: Series,
  latest: Point,
  area: Area,
  against: Readonly<{ area: Area; series: Series; point: Point | null }> | null,
): Verdict {
  if (series.indicator.kind === "count") return { outcome: "not-comparable", reason: "count-follows-size" };
  // A profile looks at many figures at once, of which one in twenty would differ at 95 % by chance alone. An interval
  // that the source printed is at 95 % and stays so.
  const at998 = limitsAt(series.indicator, latest, 0.998);
  const figure: ComparableFigure = {
    value: latest.value,
    suppressed: latest.suppressed,
    geography: area.kind,
    definition: definitionOf(series),
    intervals: {
      ...(latest.interval ? { at95: latest.interval } : {}),
      ...(at998 ? { at998 } : {}),
    },
  };
  return compareByInterval(figure, against && benchmarkOf(area, against), {
    polarity: polarityOf(series.indicator),
    level: at998 ? 0.998 : 0.95,
  });
}

function benchmarkOf(
  area: Area,
  against: Readonly<{ area: Area; series: Series; point: Point | null }>,
): Benchmark {
  // A prefecture is a benchmark for what lies in it, the nation for everything.
  const holds =
    against.area.kind === "nation" || against.area.id === area.prefectureId || against.area.id === SIMILAR_ID;
  return {
    value: against.point?.value ?? null,
    suppressed: against.point?.suppressed ?? false,
    geography: against.area.kind,
    definition: definitionOf(against.series),
    comparableGeographies: holds ? [area.kind] : [],
  };
}

/** This area less the benchmark. The benchmark counts as fixed, so its limits are those of the area, moved. */
export function differenceOf(latest: Point, benchmark: Point): Difference | null {
  if (latest.value === null || benchmark.value === null) return null;
  const against = benchmark.value;
  return {
    value: latest.value - against,
    interval: latest.interval && {
      lower: latest.interval.lower - against,
      upper: latest.interval.upper - against,
    },
  };
}

/** Last five years by the library. Rates are given as counts where there are counts, else by their printed limits. */
export function trendOf(series: Series): RecentTrend {
  const counted = series.indicator.kind === "proportion" || series.indicator.kind === "rate";
  return recentTrend(
    series.points
      .filter((point) => point.value !== null || point.suppressed)
      .map((point) => ({
        year: point.year,
        value: point.value,
        interval95: point.interval,
        suppressed: point.suppressed,
        ...(counted && point.numerator.state === "shown" && point.denominator.state === "shown"
          ? { events: point.numerator.value, denominator: point.denominator.value }
          : {}),
      })),
    {
      kind: series.indicator.kind === "proportion" ? "proportion" : "rate",
      polarity: polarityOf(series.indicator),
    },
  );
}

/** From five years on; the rank test needs neither counts nor limits. */
const LEAST_RANKED = 5;
const MOST_RANKED = 10;
/** Two-sided. Below this a row of values is called rising or falling. */
const RANK_SIGNIFICANT_BELOW = 0.05;

/** Mann–Kendall over up to ten years, for a series to which the recent trend can't be put for want of counts. */
export function rankTrendOf(series: Series): RankTrend | null {
  if (series.points.some((point) => point.interval !== null || point.suppressed)) return null;
  const points = shown(series).slice(-MOST_RANKED);
  if (points.length < LEAST_RANKED) return null;
  const { s, p } = mannKendall(
    points.map((point) => point.value),
    points.map((point) => point.year),
  );
  const direction = p >= RANK_SIGNIFICANT_BELOW ? "none" : s > 0 ? "increasing" : "decreasing";
  return { direction, p, points: points.length };
}

const shown = (series: Series) =>
  series.points.filter((point): point is Point & { value: number } => point.value !== null);

/** From the first to the last year of the period that ends with the latest figure. Null where there is one year only. */
export function changeOf(series: Series, period: ProfileOptions["period"]): Change | null {
  const points = shown(series);
  const to = points.at(-1);
  const from = to && points.find((point) => period === "all" || point.year > to.year - period);
  if (!from || !to || from === to) return null;
  const amount = to.value - from.value;
  const polarity = series.indicator.polarity;
  const worse =
    polarity === "neutral" ? undefined : amount !== 0 && amount > 0 === (polarity === "higher_is_worse");
  return { from, to, amount, worse, years: to.year - from.year };
}

/** Whether a change is large enough to be called one without a test: the library's own share of the first figure. */
export const isSizeable = (change: Change): boolean =>
  change.amount !== 0 && Math.abs(change.amount) >= LEAST_RELATIVE_CHANGE * Math.abs(change.from.value);
