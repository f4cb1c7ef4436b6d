import { atMost, count, each, finite, notEmpty, positiveCount, refuse, sameLength } from "./guards.ts";
import { normalTwoSidedP } from "./special-functions.ts";

/** Test of a trend in proportions; all null if nobody or everybody has the feature. */
export interface CochranArmitage {
  /** Above zero: the proportion rises with the score. */
  readonly z: number | null;
  /** z², one degree of freedom. */
  readonly chiSquare: number | null;
  readonly p: number | null;
}

/**
 * Cochran–Armitage test: does a proportion rise or fall over ordered groups?
 *
 *     T = Σxᵢ(sᵢ − s̄),  V = p(1 − p)·Σnᵢ(sᵢ − s̄)²,  z = T/√V;  s̄ and p weighted by the persons
 *
 * The variance uses N. The conditional variant with N − 1 has X² smaller by the factor (N − 1)/N.
 * Source: Armitage, Biometrics 1955;11:375.
 * @param events persons with the feature in each group
 * @param totals persons in each group
 * @param scores position of each group, e.g. years; only their distances matter; 0, 1, 2 … if left out
 * @throws RefusedArgument totals: at least two entries, whole, at least one each.
 * @throws RefusedArgument events: as many as totals; whole, not negative, not above their total.
 * @throws RefusedArgument scores: as many as totals; finite, not all equal.
 */
export function cochranArmitage(
  events: ArrayLike<number>,
  totals: ArrayLike<number>,
  scores?: ArrayLike<number>,
): CochranArmitage {
  const groups = notEmpty(totals, "totals", 2).length;
  sameLength(events, "events", totals, "totals");
  each(totals, "totals", positiveCount);
  each(events, "events", count);
  const positions = scores ?? Array.from({ length: groups }, (_, i) => i);
  sameLength(positions, "scores", totals, "totals");
  each(positions, "scores", finite);
  let persons = 0;
  let cases = 0;
  let weighted = 0;
  for (let i = 0; i < groups; i++) {
    atMost(events[i]!, `events[${i}]`, totals[i]!, `totals[${i}]`);
    persons += totals[i]!;
    cases += events[i]!;
    weighted += totals[i]! * positions[i]!;
  }
  const centre = weighted / persons;
  let trend = 0;
  let spread = 0;
  for (let i = 0; i < groups; i++) {
    trend += events[i]! * (positions[i]! - centre);
    spread += totals[i]! * (positions[i]! - centre) ** 2;
  }
  if (spread === 0) refuse("scores", "must not all be equal");
  const share = cases / persons;
  if (share === 0 || share === 1) return { z: null, chiSquare: null, p: null };
  const z = trend / Math.sqrt(share * (1 - share) * spread);
  return { z, chiSquare: z * z, p: normalTwoSidedP(z) };
}
