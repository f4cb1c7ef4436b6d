import { finite, notEmpty, positiveCount, refuse } from "./guards.ts";
import type { Interval } from "./interval.ts";
import { quantileGroups } from "./quantile-groups.ts";

/** Whether a high figure is bad, good, or neither. */
export type Polarity = "higher-is-worse" | "lower-is-worse" | "none";

/** 0.95 or 0.998: the two levels a profile compares at. */
export type ComparisonLevel = 0.95 | 0.998;

export interface ComparableFigure {
  /** Null: no data. */
  readonly value: number | null;
  /** Hidden by disclosure control: then nothing derived from it may be said either. */
  readonly suppressed?: boolean;
  /** Limits at each level, where counts (or a published interval) allow. */
  readonly intervals?: { readonly at95?: Interval; readonly at998?: Interval };
  /** Kind of geography, for instance "municipality"; a benchmark says which kinds it may stand beside. */
  readonly geography?: string;
  /** Identifies what was counted and how (case definition, model population, age range). */
  readonly definition?: string;
}

export interface Benchmark extends ComparableFigure {
  /** Geographies that may be held against it; without it only its own. */
  readonly comparableGeographies?: readonly string[];
}

export type NotComparableReason =
  | "no-value"
  | "suppressed"
  | "no-benchmark"
  | "other-geography"
  | "other-definition"
  | "no-counts"
  | "too-few-areas";

/** `higher` and `lower` are the outcomes where polarity is none. */
export type Comparison =
  | {
      readonly outcome: "better" | "similar" | "worse" | "higher" | "lower";
      readonly position: "above" | "similar" | "below";
      readonly method: "interval-95" | "interval-99.8" | "quintile";
      /** 1 holds the highest values; only by quintile. */
      readonly quintile?: number;
    }
  | { readonly outcome: "not-comparable"; readonly reason: NotComparableReason };

/**
 * Comparison of a figure with a benchmark by its interval (信頼区間による比較): similar if the benchmark
 * lies between the limits, ends included, otherwise above or below; polarity turns that into better or
 * worse. The benchmark is taken as fixed: right for a nation or prefecture, too sure for a small area.
 *
 * Refused: a value or limit that is not a finite number; limits that do not run from low to high; an
 * unknown level or polarity.
 *
 * Source: the categories of public health profiles; Technical guide of the English Fingertips profiles.
 */
export function compareByInterval(
  figure: ComparableFigure,
  benchmark: Benchmark | null,
  options: { readonly polarity: Polarity; readonly level?: ComparisonLevel },
): Comparison {
  const { polarity, level = 0.95 } = options;
  checkPolarity(polarity);
  if (level !== 0.95 && level !== 0.998) refuse("level", "must be 0.95 or 0.998");
  const obstacle = obstacleOf(figure) ?? benchmarkObstacle(figure, benchmark);
  if (obstacle !== null) return { outcome: "not-comparable", reason: obstacle };
  const interval = level === 0.95 ? figure.intervals?.at95 : figure.intervals?.at998;
  if (interval === undefined) return { outcome: "not-comparable", reason: "no-counts" };
  const lower = finite(interval.lower, "figure.intervals.lower");
  const upper = finite(interval.upper, "figure.intervals.upper");
  if (lower > upper) refuse("figure.intervals", "must run from the lower limit to the upper");
  const against = finite(benchmark!.value!, "benchmark.value");
  const position = against < lower ? "above" : against > upper ? "below" : "similar";
  const method = level === 0.95 ? "interval-95" : "interval-99.8";
  return { outcome: outcomeOf(position, polarity), position, method };
}

/** With fewer areas a fifth of them is a handful, and its edge an accident. */
export const LEAST_AREAS_FOR_QUINTILES = 20;

/**
 * Comparison by quintile (五分位による比較) among areas of one kind: the fifth with the highest values is
 * above, the fifth with the lowest below, the three between are similar. It ranks and tests nothing: for
 * figures without counts, and said to be such.
 *
 * `figures` holds all areas, `index` the one asked for. Areas without value, hidden, or of another
 * geography or definition are left out of the ranking.
 *
 * Refused: no figures; `index` outside them; a value that is not a finite number; an unknown polarity;
 * `leastAreas` below five.
 */
export function compareByQuintile(
  figures: readonly ComparableFigure[],
  index: number,
  options: { readonly polarity: Polarity; readonly leastAreas?: number },
): Comparison {
  const { polarity, leastAreas = LEAST_AREAS_FOR_QUINTILES } = options;
  checkPolarity(polarity);
  if (positiveCount(leastAreas, "leastAreas") < 5) refuse("leastAreas", "must be at least five");
  const figure = notEmpty(figures, "figures")[index];
  if (figure === undefined) refuse("index", "must be the place of one of the figures");
  const obstacle = obstacleOf(figure);
  if (obstacle !== null) return { outcome: "not-comparable", reason: obstacle };
  const ranked = figures.map((other, i) => {
    const alike = other.geography === figure.geography && other.definition === figure.definition;
    if (obstacleOf(other) !== null || !alike) return null;
    return finite(other.value!, `figures[${i}].value`);
  });
  if (ranked.filter((value) => value !== null).length < leastAreas) {
    return { outcome: "not-comparable", reason: "too-few-areas" };
  }
  const quintile = quantileGroups(ranked, 5)[index]!;
  const position = quintile === 1 ? "above" : quintile === 5 ? "below" : "similar";
  return { outcome: outcomeOf(position, polarity), position, method: "quintile", quintile };
}

function obstacleOf(figure: ComparableFigure): NotComparableReason | null {
  if (figure.suppressed === true) return "suppressed";
  return figure.value === null ? "no-value" : null;
}

function benchmarkObstacle(
  figure: ComparableFigure,
  benchmark: Benchmark | null,
): NotComparableReason | null {
  if (benchmark === null || benchmark.value === null || benchmark.suppressed === true) return "no-benchmark";
  finite(figure.value!, "figure.value");
  const kinds: readonly (string | undefined)[] = benchmark.comparableGeographies ?? [];
  if (figure.geography !== benchmark.geography && !kinds.includes(figure.geography)) return "other-geography";
  return figure.definition === benchmark.definition ? null : "other-definition";
}

function checkPolarity(polarity: Polarity): void {
  if (!["higher-is-worse", "lower-is-worse", "none"].includes(polarity)) {
    refuse("polarity", "must be higher-is-worse, lower-is-worse or none");
  }
}

function outcomeOf(
  position: "above" | "similar" | "below",
  polarity: Polarity,
): "better" | "similar" | "worse" | "higher" | "lower" {
  if (position === "similar") return "similar";
  if (polarity === "none") return position === "above" ? "higher" : "lower";
  return (position === "above") === (polarity === "higher-is-worse") ? "worse" : "better";
}
