import { readNumber } from "#platform/kernel/typed.ts";
import { readFiscalYear } from "#platform/kernel/written-day.ts";

/** A year as offices type it, in an era too; else as a number, which says what is wrong with it. */
export const readYear = (typed: unknown): unknown =>
  (typeof typed === "string" ? readFiscalYear(typed.normalize("NFKC").trim()) : undefined) ??
  readNumber(typed);

const FAR = 5;

export type Range = Readonly<{ least: number; most: number }>;

/** 60〜74.1, or the one figure that is known. */
export const showRange = ({ least, most }: Range, show: (figure: number) => string): string =>
  least === most ? show(least) : `${show(least)}〜${show(most)}`;

/**
 * The range that a figure leaves by far: more than five times the largest or less than a fifth of the smallest of the
 * past ones, a slip of the decimal point above all. Undefined where it does not, or where fewer than `fewest` are
 * known. Asked about, never refused.
 */
export function rangeLeftFar(
  now: number,
  past: readonly number[],
  fewest: number,
  far = FAR,
): Range | undefined {
  const before = past.filter((value) => value > 0);
  if (before.length < fewest) return undefined;
  const [least, most] = [Math.min(...before), Math.max(...before)];
  return now > most * far || now < least / far ? { least, most } : undefined;
}
