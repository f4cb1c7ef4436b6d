import { RefusedArgument } from "./refusal.ts";

/**
 * Guards shared by every method. Each returns what it was given, so that it can stand inside an
 * expression, and throws RefusedArgument with one plain sentence otherwise. All take the value first
 * and the name of the argument, as the caller knows it, second.
 */

/** Throws. For rules that no guard below expresses. */
export function refuse(argument: string, rule: string): never {
  throw new RefusedArgument(argument, rule);
}

/** Any number except NaN and the infinities. */
export function finite(value: number, argument: string): number {
  if (!Number.isFinite(value)) refuse(argument, "must be a finite number");
  return value;
}

/** A finite number, zero or more: person-years, a population, an expected count. */
export function nonNegative(value: number, argument: string): number {
  if (finite(value, argument) < 0) refuse(argument, "must not be negative");
  return value;
}

/** A finite number above zero: a denominator, a multiplier. */
export function positive(value: number, argument: string): number {
  if (finite(value, argument) <= 0) refuse(argument, "must be greater than zero");
  return value;
}

/** A whole number, zero or more: deaths, cases, respondents. */
export function count(value: number, argument: string): number {
  if (!Number.isSafeInteger(nonNegative(value, argument))) refuse(argument, "must be a whole number");
  return value;
}

/** A whole number, one or more: a sample size, a number of groups. */
export function positiveCount(value: number, argument: string): number {
  if (count(value, argument) === 0) refuse(argument, "must be at least one");
  return value;
}

/** A number from 0 to 1, both ends allowed. */
export function probability(value: number, argument: string): number {
  if (!(finite(value, argument) >= 0 && value <= 1)) refuse(argument, "must lie between 0 and 1");
  return value;
}

/** A confidence level as a share, e.g. 0.95 or 0.998; both ends are refused (95 means 0.95 was meant). */
export function confidenceLevel(value: number, argument = "confidence"): number {
  if (!(finite(value, argument) > 0 && value < 1)) {
    refuse(argument, "must lie strictly between 0 and 1, such as 0.95");
  }
  return value;
}

/** A part that cannot exceed its whole: cases among persons. */
export function atMost(value: number, argument: string, whole: number, wholeArgument: string): number {
  if (value > whole) refuse(argument, `must not be greater than ${wholeArgument}`);
  return value;
}

/** A list with at least one entry (or at least `least`, where a method needs more). */
export function notEmpty<T extends ArrayLike<unknown>>(values: T, argument: string, least = 1): T {
  if (values.length < least) {
    refuse(argument, least === 1 ? "must not be empty" : `must have at least ${least} entries`);
  }
  return values;
}

/** Two lists that run side by side. */
export function sameLength(
  values: ArrayLike<unknown>,
  argument: string,
  others: ArrayLike<unknown>,
  othersArgument: string,
): void {
  if (values.length !== others.length) refuse(argument, `must have as many entries as ${othersArgument}`);
}

/**
 * Applies a guard to every entry; the refusal names the entry, counted from 0, as in `deaths[3]`.
 * The name is only built for a refused entry: a million rows must not cost a million strings.
 */
export function each(
  values: ArrayLike<number>,
  argument: string,
  guard: (value: number, argument: string) => number,
): void {
  const range = RANGES.get(guard);
  let i = range ? countInside(values, range.least, range.whole) : 0;
  try {
    for (; i < values.length; i++) guard(values[i] as number, argument);
  } catch (error) {
    if (error instanceof RefusedArgument) refuse(`${argument}[${i}]`, error.rule);
    throw error;
  }
}

/** What a guard lets pass, for a loop that needs no call for each entry: half the cost of a table. */
const RANGES = new Map<unknown, { readonly least: number; readonly whole: boolean }>([
  [finite, { least: -Number.MAX_VALUE, whole: false }],
  [nonNegative, { least: 0, whole: false }],
  [positive, { least: Number.MIN_VALUE, whole: false }],
  [count, { least: 0, whole: true }],
  [positiveCount, { least: 1, whole: true }],
]);

/** How many entries from the start lie within the range. */
function countInside(values: ArrayLike<number>, least: number, whole: boolean): number {
  const most = whole ? Number.MAX_SAFE_INTEGER : Number.MAX_VALUE;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    // Written so that NaN fails; a missing entry or a text fails as well.
    if (!(value >= least && value <= most) || typeof value !== "number") return i;
    if (whole && Math.floor(value) !== value) return i;
  }
  return values.length;
}
