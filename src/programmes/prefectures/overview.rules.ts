import {
  funnelLimitsForProportion,
  funnelLimitsForRate,
  funnelLimitsForRatio,
  quantileGroups,
} from "@yui/healthstats";
import type { DistrictIndicator } from "#evidence/indicators/public.ts";

type Cell = NonNullable<DistrictIndicator["cells"][number]>;
export const isWorse = (cell: Cell | null | undefined): boolean =>
  cell?.standing === "worse" || cell?.standing === "worse-untested";

export const CLASSES = 5;

/** The class of each value among the others, from 0 for the lowest; null where there is none, or too few to make classes. */
export function classesOf(values: readonly (number | null)[]): (number | null)[] {
  if (values.length === 0) return [];
  const known = values.filter((value) => value !== null);
  if (known.length >= CLASSES)
    return quantileGroups(values, CLASSES, { groupOne: "lowest" }).map((group) => group && group - 1);
  const order = [...new Set(known)].sort((a, b) => a - b);
  return values.map((value) => (value === null ? null : order.indexOf(value)));
}

/** Places of the districts, the worst figure of an indicator first; what has no figure comes last. */
export function worstFirst({ cells, polarity }: DistrictIndicator): number[] {
  const turn = polarity === "lower_is_worse" ? 1 : -1;
  const value = (at: number) => cells[at]?.value ?? null;
  return cells
    .map((_, at) => at)
    .sort((a, b) => {
      const [left, right] = [value(a), value(b)];
      if (left === null || right === null) return Number(left === null) - Number(right === null) || a - b;
      return turn * (left - right) || a - b;
    });
}

const STEPS = 40;

/** The lines of a funnel over the sizes of the districts, and which of them lie beyond the outer one; null without counts. */
export function funnelOf({ cells, kind, multiplier }: DistrictIndicator) {
  const counted = cells.flatMap((cell, at) =>
    cell && cell.value !== null && cell.numerator !== null && cell.denominator
      ? [{ at, value: cell.value, events: cell.numerator, size: cell.denominator }]
      : [],
  );
  const limitsAt = {
    proportion: funnelLimitsForProportion,
    rate: funnelLimitsForRate,
    ratio: funnelLimitsForRatio,
  }[kind as "proportion"] as undefined | typeof funnelLimitsForProportion;
  if (!limitsAt || counted.length < 3) return null;
  const sum = (key: "events" | "size") => counted.reduce((all, one) => all + one[key], 0);
  const average = sum("events") / sum("size");
  if (average === 0 || (kind === "proportion" && average === 1)) return null;
  const sizes = counted.map(({ size }) => size);
  const [least, most] = [Math.min(...sizes) * 0.7, Math.max(...sizes) * 1.1];
  const at = (size: number) =>
    kind === "ratio" ? funnelLimitsForRatio(size, multiplier) : limitsAt(size, average, multiplier);
  const lines = Array.from({ length: STEPS + 1 }, (_, i) => least + ((most - least) * i) / STEPS).map(
    (size) => ({
      size,
      ...at(size),
    }),
  );
  const pair = (level: "warning" | "alarm") =>
    lines.flatMap(({ size, ...one }) =>
      one[level].upper === null ? [] : [{ size, lower: one[level].lower, upper: one[level].upper }],
    );
  return {
    average: (kind === "ratio" ? 1 : average) * multiplier,
    inner: pair("warning"),
    outer: pair("alarm"),
    points: counted.map((one) => {
      const { lower, upper } = at(one.size).alarm;
      return { ...one, outside: one.value < lower || (upper !== null && one.value > upper) };
    }),
  };
}

export function medianOf(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
