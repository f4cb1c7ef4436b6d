import type { Polarity } from "./comparison.ts";
import { atMost, count, finite, positive, refuse } from "./guards.ts";
import type { Interval } from "./interval.ts";
import { rateByars } from "./rate-byars.ts";
import { logisticSlope, type Slope, weightedSlope } from "./slopes.ts";
import { normalQuantileFor, normalTwoSidedP } from "./special-functions.ts";

/** One figure of a series. Of counts, interval and value the best that is given is used, in that order. */
export interface TrendPoint {
  /** First year of the period; a yearly figure has only this one. */
  readonly year: number;
  /** Last year of a pooled period. */
  readonly lastYear?: number;
  readonly events?: number | null;
  /** Persons for a proportion, person-years (or persons) for a rate. */
  readonly denominator?: number | null;
  /** 95 % limits, for a figure without counts. */
  readonly interval95?: Interval | null;
  readonly value?: number | null;
  readonly suppressed?: boolean;
}

export type NoTrendReason =
  | "fewer-than-five-years"
  | "gap-in-years"
  | "overlapping-periods"
  | "pooled-periods"
  | "suppressed"
  | "no-counts-or-intervals"
  | "no-fit";

export interface SizeOfChange {
  readonly fromYear: number;
  readonly toYear: number;
  readonly from: number;
  readonly to: number;
  /** to − from, in the unit of the value; says nothing about chance. */
  readonly change: number;
}

export type RecentTrend =
  | {
      readonly status: "calculated";
      readonly direction: "increasing" | "decreasing" | "no-significant-change";
      /** The direction read with polarity; `none` where polarity is none or nothing changed. */
      readonly meaning: "improving" | "worsening" | "none";
      readonly method: "logistic" | "weighted";
      /** Per year: log odds for logistic, unit of the value for weighted. */
      readonly slope: number;
      readonly standardError: number;
      readonly p: number;
      /** Whether the slope keeps its sign whichever single year is left out. */
      readonly stable: boolean;
      readonly years: readonly number[];
    }
  | {
      readonly status: "not-calculated";
      readonly reason: NoTrendReason;
      readonly change: SizeOfChange | null;
    };

const YEARS = 5;
/** Two-sided, at the 99.8 % level: a profile looks at many indicators at once. */
const SIGNIFICANT_BELOW = 0.002;

/**
 * Recent trend (直近の推移): the last five yearly, independent figures. Proportions with counts by logistic
 * regression on the year; everything else by regression weighted with 1/se², se from Byar's or exact
 * limits of a rate's counts or from the 95 % limits given. A trend is called at p < 0.002, and only if the
 * slope keeps its sign whichever single year is left out: one outlying year makes no trend.
 *
 * Refused: `kind` other than proportion or rate; a year that is not whole, or given twice; `lastYear`
 * before `year`; events that are no count, or more than the persons of a proportion; a denominator that
 * is not above zero; limits that are not finite or do not run from low to high.
 *
 * Source: the recent trend of the English Fingertips profiles (five points, 99.8 %), here with the sign check.
 */
export function recentTrend(
  points: readonly TrendPoint[],
  options: { readonly kind: "proportion" | "rate"; readonly polarity: Polarity },
): RecentTrend {
  const { kind, polarity } = options;
  if (kind !== "proportion" && kind !== "rate") refuse("kind", "must be proportion or rate");
  const sorted = checkedPoints(points);
  const last = sorted.slice(-YEARS);
  const reason = obstacleOf(sorted, last);
  if (reason !== null) return { status: "not-calculated", reason, change: null };
  const years = last.map(({ year }) => year);
  const fit = fitter(last, kind);
  if (fit === null) {
    return { status: "not-calculated", reason: "no-counts-or-intervals", change: changeOver(last) };
  }
  const all = fit.slope([0, 1, 2, 3, 4]);
  if (all === null) return { status: "not-calculated", reason: "no-fit", change: changeOver(last) };
  const stable = years.every((_, left) => {
    const without = fit.slope([0, 1, 2, 3, 4].filter((i) => i !== left));
    return without !== null && Math.sign(without.slope) === Math.sign(all.slope);
  });
  const p = all.standardError === 0 ? 1 : normalTwoSidedP(all.slope / all.standardError);
  const called = p < SIGNIFICANT_BELOW && stable;
  const direction = !called ? "no-significant-change" : all.slope > 0 ? "increasing" : "decreasing";
  const meaning =
    !called || polarity === "none"
      ? "none"
      : (direction === "increasing") === (polarity === "higher-is-worse")
        ? "worsening"
        : "improving";
  return { status: "calculated", direction, meaning, method: fit.method, ...all, p, stable, years };
}

function checkedPoints(points: readonly TrendPoint[]): TrendPoint[] {
  const sorted = [...points].sort((a, b) => a.year - b.year);
  sorted.forEach(({ year, lastYear, interval95, value }, i) => {
    if (!Number.isInteger(year)) refuse("points.year", "must be a whole number");
    if (lastYear !== undefined && (!Number.isInteger(lastYear) || lastYear < year)) {
      refuse("points.lastYear", "must be a whole number, not before year");
    }
    if (i > 0 && sorted[i - 1]!.year === year) refuse("points.year", `must not be given twice (${year})`);
    if (interval95) {
      finite(interval95.lower, "points.interval95.lower");
      if (finite(interval95.upper, "points.interval95.upper") < interval95.lower) {
        refuse("points.interval95", "must run from the lower limit to the upper");
      }
    }
    if (value !== undefined && value !== null) finite(value, "points.value");
  });
  return sorted;
}

function obstacleOf(all: readonly TrendPoint[], last: readonly TrendPoint[]): NoTrendReason | null {
  const end = ({ year, lastYear }: TrendPoint): number => lastYear ?? year;
  if (last.some((point, i) => i > 0 && point.year <= end(last[i - 1]!))) return "overlapping-periods";
  if (last.some((point) => end(point) > point.year)) return "pooled-periods";
  if (all.length < YEARS) return "fewer-than-five-years";
  if (last.at(-1)!.year - last[0]!.year !== YEARS - 1) return "gap-in-years";
  return last.some(({ suppressed }) => suppressed === true) ? "suppressed" : null;
}

interface Fitter {
  readonly method: "logistic" | "weighted";
  readonly slope: (chosen: readonly number[]) => Slope | null;
}

/** Null: some year has neither counts nor limits. */
function fitter(points: readonly TrendPoint[], kind: "proportion" | "rate"): Fitter | null {
  const counted = points.every((p) => typeof p.events === "number" && typeof p.denominator === "number");
  if (counted && kind === "proportion") {
    const events = points.map((p) => count(p.events!, "points.events"));
    const totals = points.map((p) => positive(p.denominator!, "points.denominator"));
    events.forEach((e, i) => {
      atMost(e, "points.events", totals[i]!, "points.denominator");
    });
    const at = (list: readonly number[], chosen: readonly number[]) => chosen.map((i) => list[i]!);
    return {
      method: "logistic",
      slope: (chosen) => logisticSlope(chosen, at(events, chosen), at(totals, chosen)),
    };
  }
  const z = normalQuantileFor(0.95);
  const figures = points.map((p) => {
    const own =
      kind === "rate" && typeof p.events === "number" && typeof p.denominator === "number"
        ? rateByars(p.events, p.denominator)
        : null;
    const value = p.value ?? own?.value ?? null;
    const limits = p.interval95 ?? own;
    if (value === null || limits === null || limits === undefined || limits.upper <= limits.lower)
      return null;
    // A published value may carry a multiplier that its counts do not: the limits must be in its unit.
    if (!p.interval95 && own !== null) return { value: own.value, se: (own.upper - own.lower) / (2 * z) };
    return { value, se: (limits.upper - limits.lower) / (2 * z) };
  });
  if (figures.some((figure) => figure === null)) return null;
  return {
    method: "weighted",
    slope: (chosen) =>
      weightedSlope(
        chosen,
        chosen.map((i) => figures[i]!.value),
        chosen.map((i) => figures[i]!.se ** -2),
      ),
  };
}

function changeOver(points: readonly TrendPoint[]): SizeOfChange | null {
  const first = points[0]!;
  const last = points.at(-1)!;
  if (typeof first.value !== "number" || typeof last.value !== "number") return null;
  return {
    fromYear: first.year,
    toYear: last.year,
    from: first.value,
    to: last.value,
    change: last.value - first.value,
  };
}
