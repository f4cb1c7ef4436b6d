import { finite, refuse } from "./guards.ts";
import type { Interval } from "./interval.ts";
import { normalQuantileFor, normalTwoSidedP } from "./special-functions.ts";
import { type CountedProportion, checkProportion, twoProportions } from "./two-proportions.ts";

/** A figure at one time. Of counts, interval and value alone the best that is given is tested. */
export interface ProgressFigure {
  readonly year: number;
  /** Null: no data. */
  readonly value: number | null;
  readonly counts?: CountedProportion;
  readonly interval95?: Interval;
  readonly suppressed?: boolean;
  /** Identifies what was counted and how; another one makes progress not assessable. */
  readonly definition?: string;
}

export interface Target {
  readonly year: number;
  readonly value: number;
  readonly direction: "at-least" | "at-most";
}

export type ProgressClass = "A" | "B" | "B*" | "C" | "D" | "E";

export type ProgressReason =
  | "reached"
  | "improving-on-course"
  | "improving-behind-course"
  | "target-year-passed"
  | "change-not-significant"
  | "change-too-small"
  | "worse"
  | "no-baseline"
  | "no-latest"
  | "suppressed"
  | "other-definition"
  | "not-later-than-baseline";

export interface TargetProgress {
  /** Classes of 健康日本21: A reached, B improving, B* unlikely to reach, C unchanged, D worse, E not assessable. */
  readonly class: ProgressClass;
  readonly reason: ProgressReason;
  /** (latest − baseline) / (target − baseline); below 0 away from it, null where baseline and target agree. */
  readonly share: number | null;
  /** Latest − baseline, in the unit of the values. */
  readonly change: number | null;
  /** By which rule the change was judged. */
  readonly rule: "test-of-counts" | "test-of-intervals" | "relative-change" | null;
  readonly p: number | null;
  /** Where the pace so far would lead by the target's year. */
  readonly projected: number | null;
}

const SIGNIFICANT_BELOW = 0.05;
/** Without counts or limits a change counts from 5 % of the baseline. A rule of this library, not a test. */
export const LEAST_RELATIVE_CHANGE = 0.05;

/**
 * Progress towards a target (目標の達成度): the share of the targeted change achieved, and the class.
 *
 * Reached is A, whatever the path. Otherwise the change from the baseline is judged, two-sided at 5 %: by
 * the two-proportion test where both times have counts, by z from the 95 % limits where both have limits,
 * else by size, at least 5 % of the baseline's value. No change so judged is C, one away from the target
 * D, one towards it B if its straight continuation reaches the target in its year and B* if not, or if
 * that year has come. What cannot be compared is E.
 *
 * Refused: a value, a limit or a year that is not a finite number; counts that are no proportion; limits that do
 * not run from low to high; an unknown direction.
 *
 * Source: classes of the final evaluation of 健康日本21 (second term), 2022.
 */
export function targetProgress(
  baseline: ProgressFigure | null,
  latest: ProgressFigure | null,
  target: Target,
): TargetProgress {
  const goal = finite(target.value, "target.value");
  finite(target.year, "target.year");
  if (target.direction !== "at-least" && target.direction !== "at-most") {
    refuse("target.direction", "must be at-least or at-most");
  }
  const obstacle = obstacleOf(baseline, latest);
  const none = { share: null, change: null, rule: null, p: null, projected: null };
  if (obstacle !== null) return { class: "E", reason: obstacle, ...none };
  const from = checked(baseline!, "baseline");
  const to = checked(latest!, "latest");
  const change = to - from;
  const share = goal === from ? null : change / (goal - from);
  const projected = from + (change / (latest!.year - baseline!.year)) * (target.year - baseline!.year);
  const { rule, p, changed } = judgeChange(baseline!, latest!, change);
  const result = { share, change, rule, p, projected };
  const reaches = (value: number): boolean =>
    target.direction === "at-least" ? value >= goal : value <= goal;
  if (reaches(to)) return { class: "A", reason: "reached", ...result };
  if (!changed) {
    return { class: "C", reason: p === null ? "change-too-small" : "change-not-significant", ...result };
  }
  if (change > 0 !== (target.direction === "at-least")) return { class: "D", reason: "worse", ...result };
  if (latest!.year >= target.year) return { class: "B*", reason: "target-year-passed", ...result };
  if (reaches(projected)) return { class: "B", reason: "improving-on-course", ...result };
  return { class: "B*", reason: "improving-behind-course", ...result };
}

function obstacleOf(baseline: ProgressFigure | null, latest: ProgressFigure | null): ProgressReason | null {
  if (baseline?.suppressed === true || latest?.suppressed === true) return "suppressed";
  if (baseline === null || baseline.value === null) return "no-baseline";
  if (latest === null || latest.value === null) return "no-latest";
  if (baseline.definition !== latest.definition) return "other-definition";
  finite(baseline.year, "baseline.year");
  return finite(latest.year, "latest.year") > baseline.year ? null : "not-later-than-baseline";
}

function checked(figure: ProgressFigure, argument: string): number {
  if (figure.counts !== undefined) checkProportion(figure.counts, `${argument}.counts`);
  if (figure.interval95 !== undefined) {
    const { lower, upper } = figure.interval95;
    finite(lower, `${argument}.interval95.lower`);
    if (finite(upper, `${argument}.interval95.upper`) < lower) {
      refuse(`${argument}.interval95`, "must run from the lower limit to the upper");
    }
  }
  return finite(figure.value!, `${argument}.value`);
}

function judgeChange(
  baseline: ProgressFigure,
  latest: ProgressFigure,
  change: number,
): { rule: NonNullable<TargetProgress["rule"]>; p: number | null; changed: boolean } {
  if (baseline.counts !== undefined && latest.counts !== undefined) {
    // Nobody or everybody at both times: no test, and no change either.
    const p = twoProportions(latest.counts, baseline.counts).p ?? 1;
    return { rule: "test-of-counts", p, changed: p < SIGNIFICANT_BELOW };
  }
  if (baseline.interval95 !== undefined && latest.interval95 !== undefined) {
    const se = Math.hypot(standardError(baseline.interval95), standardError(latest.interval95));
    const p = se === 0 ? (change === 0 ? 1 : 0) : normalTwoSidedP(change / se);
    return { rule: "test-of-intervals", p, changed: p < SIGNIFICANT_BELOW };
  }
  // Of a baseline of zero every change is more than a share.
  const changed = change !== 0 && Math.abs(change) >= LEAST_RELATIVE_CHANGE * Math.abs(baseline.value!);
  return { rule: "relative-change", p: null, changed };
}

function standardError({ lower, upper }: Interval): number {
  return (upper - lower) / (2 * normalQuantileFor(0.95));
}
