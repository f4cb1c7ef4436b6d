import type { HighStressCriteria } from "../../data/bjsq-criteria.ts";
import { count, refuse } from "../guards.ts";

export interface DomainSums {
  readonly a: number;
  readonly b: number;
  readonly c: number;
}

/**
 * High-stress decision (高ストレス者の選定) from the three domain sums: B alone reaches its limit, or A + C
 * reaches the joint limit and B the lower one beside it. "Reaches" is at least in the totals method and at
 * most in the conversion method, as the criteria say.
 *
 * Refused: a sum that is not a whole number of zero or more; criteria with a limit that is not a finite
 * number or with an unknown direction.
 *
 * Source: data/bjsq-criteria.ts; an employer may pass others.
 */
export function highStress(sums: DomainSums, criteria: HighStressCriteria): boolean {
  const a = count(sums.a, "a");
  const b = count(sums.b, "b");
  const c = count(sums.c, "c");
  const { direction, b: alone, aAndC, bBeside } = criteria;
  if (direction !== "at-least" && direction !== "at-most") {
    refuse("criteria.direction", "must be at-least or at-most");
  }
  for (const limit of [alone, aAndC, bBeside]) {
    if (!Number.isFinite(limit)) refuse("criteria", "must hold three finite limits");
  }
  const reaches = (value: number, limit: number): boolean =>
    direction === "at-least" ? value >= limit : value <= limit;
  return reaches(b, alone) || (reaches(a + c, aAndC) && reaches(b, bBeside));
}
