import { finite, notEmpty, positiveCount, refuse, sameLength } from "./guards.ts";

/** So many areas must know a variable before its spread says anything. */
export const LEAST_AREAS_FOR_SIMILARITY = 6;
/** One variable alone makes no likeness. */
export const LEAST_VARIABLES_FOR_SIMILARITY = 2;

export interface SimilarArea {
  /** Place in the list of areas. */
  readonly area: number;
  readonly distance: number;
}

export type SimilarAreas =
  | {
      readonly status: "found";
      /** Places of the variables that counted. */
      readonly variables: readonly number[];
      readonly similar: readonly SimilarArea[];
    }
  | { readonly status: "not-found"; readonly reason: "too-few-variables" | "too-few-areas" };

/**
 * The areas most like one of them, by standardised Euclidean distance.
 *
 * Says: which areas have nearly the same size, ages, industries and sizes of workplaces; a difference in
 * health between them is then less likely to come from these.
 *
 *     d = √( Σ ((xⱼ − yⱼ)/sⱼ)² / k );  sⱼ standard deviation (n − 1) of variable j over all areas that know it
 *
 * A variable counts where the area itself and at least LEAST_AREAS_FOR_SIMILARITY areas know it and it varies. An
 * area that lacks a variable that counts is left out: a distance over fewer variables would look nearer.
 * Source: standardised Euclidean distance as in nearest-neighbour models of authorities (CIPFA; NHS England).
 * @param areas one row for each area, a value for each variable or null; skewed variables as logarithms
 * @param target place of the area in the list
 * @param count how many of the nearest are wanted
 * @throws RefusedArgument areas: must not be empty; rows of one length; finite numbers or null.
 * @throws RefusedArgument target: must be a place in the list.
 * @throws RefusedArgument count: must be a whole number above zero.
 */
export function similarAreas(
  areas: readonly (readonly (number | null)[])[],
  target: number,
  count = 5,
): SimilarAreas {
  notEmpty(areas, "areas");
  positiveCount(count, "count");
  const own = areas[target];
  if (!own) return refuse("target", "must be a place in the list of areas");
  areas.forEach((row, i) => {
    sameLength(row, `areas[${i}]`, own, "areas[target]");
    row.forEach((value, j) => {
      if (value !== null) finite(value, `areas[${i}][${j}]`);
    });
  });
  const spreads = own.map((value, j) => (value === null ? null : spreadOf(areas.map((row) => row[j]!))));
  const variables = spreads.flatMap((spread, j) => (spread === null ? [] : [j]));
  if (variables.length < LEAST_VARIABLES_FOR_SIMILARITY)
    return { status: "not-found", reason: "too-few-variables" };
  const similar = areas
    .flatMap((row, area) => {
      if (area === target || variables.some((j) => row[j] === null)) return [];
      const squares = variables.map((j) => ((row[j]! - own[j]!) / spreads[j]!) ** 2);
      return [{ area, distance: Math.sqrt(squares.reduce((sum, one) => sum + one, 0) / variables.length) }];
    })
    .sort((a, b) => a.distance - b.distance || a.area - b.area)
    .slice(0, count);
  return similar.length < count
    ? { status: "not-found", reason: "too-few-areas" }
    : { status: "found", variables, similar };
}

/** Standard deviation of what is known; null where too few know it, or all are alike. */
function spreadOf(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  if (known.length < LEAST_AREAS_FOR_SIMILARITY) return null;
  const mean = known.reduce((sum, one) => sum + one, 0) / known.length;
  const squares = known.reduce((sum, one) => sum + (one - mean) ** 2, 0);
  return squares === 0 ? null : Math.sqrt(squares / (known.length - 1));
}
