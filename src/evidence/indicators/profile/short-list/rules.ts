import type { TargetFact } from "../../facts/schema.ts";
import { ALL_AGES } from "../../observations/schema.ts";
import type { Change, IndicatorRow, MissedTarget, WorseningEntry } from "../schema.ts";
import { standingOf } from "../standing/rules.ts";
import { changeOf, isSizeable, polarityOf } from "../verdicts/rules.ts";

/**
 * What is worse than the comparison and getting worse. See docs/decisions/0011-profile-verdicts.md.
 *
 * Worse than the comparison: by the verdict; or, where the figure has no counts and so no verdict, by lying on the
 * worse side of the benchmark in the same year; or by missing a target set for it.
 *
 * Getting worse: by the recent trend; or, where that can't be calculated, by a change for the worse over up to ten
 * years that is sizeable, and that the rank test confirms where there are years enough for it.
 */
export function shortListOf(rows: readonly IndicatorRow[], targets: readonly TargetFact[]): WorseningEntry[] {
  const entries: WorseningEntry[] = [];
  for (const row of rows) {
    const missed = targets.find((target) => concerns(target, row) && isMissed(target, row));
    const worseThan = missed ? ({ kind: "target", target: missed } as const) : worseThanBenchmark(row);
    if (!worseThan) continue;
    const gettingWorse =
      gettingWorseOf(row) ?? (missed ? firstOf(finerRows(row, rows), gettingWorseOf) : undefined);
    if (gettingWorse) entries.push({ row, worseThan, gettingWorse });
  }
  return entries;
}

function worseThanBenchmark(row: IndicatorRow): WorseningEntry["worseThan"] | undefined {
  if (!row.benchmark) return undefined;
  const { area: against, point } = row.benchmark;
  const standing = standingOf({
    outcome: row.verdict.outcome,
    reason: row.verdict.outcome === "not-comparable" ? row.verdict.reason : null,
    difference: row.difference?.value ?? null,
    polarity: polarityOf(row.series.indicator),
  });
  if (standing === "worse") return { kind: "tested", against, point };
  return standing === "worse-untested" ? { kind: "value", against, point } : undefined;
}

/** Every figure that misses its target; where it also gets worse, the short list says so. */
export function missedTargets(
  rows: readonly IndicatorRow[],
  targets: readonly TargetFact[],
  worsening: readonly WorseningEntry[],
): MissedTarget[] {
  return rows.flatMap((row) => {
    const target = targets.find((one) => concerns(one, row) && isMissed(one, row));
    return target ? [{ row, target, worsening: worsening.some((entry) => entry.row === row) }] : [];
  });
}

/** The target's indicator for its sex; the profile's own area, since a target is the area's. */
const concerns = (target: TargetFact, row: IndicatorRow): boolean =>
  target.indicatorCode === row.series.indicator.code &&
  (target.sex ?? 0) === row.series.sex &&
  row.series.ageBand === ALL_AGES &&
  row.place.relation === "self";

function isMissed(target: TargetFact, row: IndicatorRow): boolean {
  const value = row.latest.value;
  if (value === null) return false;
  return target.direction === "at_most" ? value > target.targetValue : value < target.targetValue;
}

/** The same figure of the same people in narrower age bands. */
const finerRows = (row: IndicatorRow, rows: readonly IndicatorRow[]): IndicatorRow[] =>
  rows.filter(
    ({ series, place }) =>
      series.indicator.code === row.series.indicator.code &&
      series.sex === row.series.sex &&
      series.ageBand !== ALL_AGES &&
      place.area.id === row.place.area.id,
  );

function gettingWorseOf(row: IndicatorRow): WorseningEntry["gettingWorse"] | undefined {
  const change = changeOf(row.series, 10);
  if (!change) return undefined;
  if (row.trend.status === "calculated") {
    return row.trend.meaning === "worsening" ? { by: "trend", row, change } : undefined;
  }
  if (change.worse !== true || !isSizeable(change)) return undefined;
  if (!row.rankTrend) return { by: "size", row, change };
  return confirms(row.rankTrend.direction, change) ? { by: "rank", row, change } : undefined;
}

const confirms = (direction: "increasing" | "decreasing" | "none", change: Change): boolean =>
  direction === (change.amount > 0 ? "increasing" : "decreasing");

function firstOf<In, Out>(items: readonly In[], find: (item: In) => Out | undefined): Out | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}
