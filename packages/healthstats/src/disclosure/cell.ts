import { atMost, count } from "../guards.ts";

/**
 * What leaves the house in place of a count. `suppressed` (秘匿) is neither 0 nor "no data": each of the
 * three is shown as itself on pages, in files and in the API. The state never says why a cell is hidden:
 * knowing which cells are hidden for their own sake narrows the others.
 */
export type PublishedCell =
  | { readonly state: "shown"; readonly value: number }
  | { readonly state: "suppressed" }
  | { readonly state: "no-data" };

export const SUPPRESSED: PublishedCell = { state: "suppressed" };
export const NO_DATA: PublishedCell = { state: "no-data" };

/** Counts from 1 to 9 are hidden; 0 may be shown. */
export const SMALLEST_SHOWN = 10;

export function isSmall(value: number): boolean {
  return value > 0 && value < SMALLEST_SHOWN;
}

/**
 * Primary suppression (一次秘匿) of one count that stands alone.
 *
 * Refused: a count that is not a whole number of zero or more (null is "no data").
 */
export function suppressCount(value: number | null): PublishedCell {
  if (value === null) return NO_DATA;
  return isSmall(count(value, "value")) ? SUPPRESSED : { state: "shown", value };
}

export interface PublishedProportion {
  readonly numerator: PublishedCell;
  readonly denominator: PublishedCell;
  /** Numerator / denominator, or null where it may not be shown or does not exist (denominator 0). */
  readonly proportion: number | null;
}

/**
 * One proportion that stands alone: hidden if the numerator or its complement is 1 to 9, for with the
 * denominator each gives the other. The denominator itself is hidden only if it is 1 to 9 and not public
 * (`denominatorIsPublic`: a census population, say). What is derived from a hidden proportion — its
 * interval, its rank, its verdict — is hidden by the caller with it.
 *
 * Refused: a count that is not a whole number of zero or more; a numerator greater than the denominator.
 */
export function suppressProportion(
  numerator: number | null,
  denominator: number | null,
  options: { readonly denominatorIsPublic?: boolean } = {},
): PublishedProportion {
  if (denominator !== null) count(denominator, "denominator");
  if (numerator !== null) count(numerator, "numerator");
  const base =
    denominator !== null && options.denominatorIsPublic ? shown(denominator) : suppressCount(denominator);
  if (numerator === null || denominator === null) {
    return { numerator: suppressCount(numerator), denominator: base, proportion: null };
  }
  atMost(numerator, "numerator", denominator, "denominator");
  const hidden = base.state === "suppressed" || isSmall(numerator) || isSmall(denominator - numerator);
  if (hidden) return { numerator: SUPPRESSED, denominator: base, proportion: null };
  return {
    numerator: shown(numerator),
    denominator: base,
    proportion: denominator === 0 ? null : numerator / denominator,
  };
}

function shown(value: number): PublishedCell {
  return { state: "shown", value };
}
