import {
  confidenceLevel,
  each,
  finite,
  nonNegative,
  notEmpty,
  positive,
  refuse,
  sameLength,
} from "./guards.ts";
import type { ConfidenceOption, Interval } from "./interval.ts";
import { normalQuantileFor } from "./special-functions.ts";

/** Groups ordered from the most to the least deprived (or by any other social order). */
export interface RankedGroups {
  readonly populations: ArrayLike<number>;
  readonly values: ArrayLike<number>;
  /** Standard error of each value; gives limits for the untransformed index. */
  readonly standardErrors?: ArrayLike<number>;
}

/** How the values enter and what the index is multiplied by. */
export interface InequalityOptions extends ConfidenceOption {
  /** "log" for rates, "logit" for proportions far from a straight line; "none" unless told. */
  readonly transform?: "none" | "log" | "logit";
  /** 1 unless told; a negative one turns the index round and inverts the ratio. */
  readonly multiplier?: number;
}

/** Absolute and relative gap between the two ends of the social order. */
export interface InequalityIndex {
  /** Slope index: value at the last end less value at the first. */
  readonly sii: number;
  /** Relative index: value at the last end over value at the first; null if that is zero. */
  readonly rii: number | null;
  /** Value at the first end, in the unit of the values. */
  readonly intercept: number;
  /** Limits of the slope index; null without standard errors or with a transform. */
  readonly siiLimits: Interval | null;
}

/**
 * Slope and relative index of inequality.
 *
 * Says: how far apart the two ends of the social order lie, using all groups and not only the ends.
 *
 *     aᵢ = populationᵢ/Σ, bᵢ = share of people before the middle of group i
 *     weighted least squares of the values on b with weights a: α + β·b
 *     SII = multiplier·β,  RII = (α + β)/α;  with a transform f: SII = multiplier·(f⁻¹(α+β) − f⁻¹(α))
 *
 * Limits follow from the standard errors of the groups, for β is a weighted sum of the values; the
 * English profiles find the same by simulation.
 * Source: Mackenbach and Kunst, Social Science & Medicine 1997;44:757; Low and Low 2004.
 * @param groups populations, values, standardErrors: one entry per group, in social order
 * @param options transform ("none"); multiplier (1); confidence (0.95)
 * @throws RefusedArgument values: at least two entries, finite; above zero for "log"; strictly
 *   between 0 and 1 for "logit".
 * @throws RefusedArgument populations: as many as values; finite and above zero.
 * @throws RefusedArgument standardErrors: as many as values; finite and not negative.
 * @throws RefusedArgument multiplier: must be finite and not zero.
 * @throws RefusedArgument confidence: must lie strictly between 0 and 1.
 */
export function slopeIndexOfInequality(
  groups: RankedGroups,
  options: InequalityOptions = {},
): InequalityIndex {
  const { populations, values, standardErrors } = groups;
  const { transform = "none", multiplier = 1, confidence = 0.95 } = options;
  confidenceLevel(confidence);
  if (finite(multiplier, "multiplier") === 0) refuse("multiplier", "must not be zero");
  const n = notEmpty(values, "values", 2).length;
  each(values, "values", finite);
  sameLength(populations, "populations", values, "values");
  each(populations, "populations", positive);
  const { there, back } = TRANSFORMS[transform];
  const shares = socialPositions(populations);
  let alpha = 0;
  let beta = 0;
  let betaVariance = 0;
  if (standardErrors) {
    sameLength(standardErrors, "standardErrors", values, "values");
    each(standardErrors, "standardErrors", nonNegative);
  }
  for (let i = 0; i < n; i++) {
    const y = there(values[i]!, i);
    const weight = (shares.share[i]! * (shares.position[i]! - 0.5)) / shares.spread;
    alpha += shares.share[i]! * y;
    beta += weight * y;
    if (standardErrors) betaVariance += (weight * standardErrors[i]!) ** 2;
  }
  // The weighted mean of the positions is one half, so the line passes there at the mean.
  alpha -= beta / 2;
  const first = back(alpha);
  const last = back(alpha + beta);
  const [over, under] = multiplier < 0 ? [first, last] : [last, first];
  const sii = (last - first) * multiplier;
  const reach = normalQuantileFor(confidence) * Math.sqrt(betaVariance) * Math.abs(multiplier);
  return {
    sii,
    rii: under === 0 ? null : over / under,
    intercept: first,
    siiLimits: standardErrors && transform === "none" ? { lower: sii - reach, upper: sii + reach } : null,
  };
}

function socialPositions(populations: ArrayLike<number>) {
  const n = populations.length;
  let total = 0;
  for (let i = 0; i < n; i++) total += populations[i]!;
  const share = new Float64Array(n);
  const position = new Float64Array(n);
  let before = 0;
  let spread = 0;
  for (let i = 0; i < n; i++) {
    share[i] = populations[i]! / total;
    position[i] = before + share[i]! / 2;
    before += share[i]!;
    spread += share[i]! * (position[i]! - 0.5) ** 2;
  }
  return { share, position, spread };
}

const TRANSFORMS = {
  none: { there: (y: number) => y, back: (y: number) => y },
  log: {
    there: (y: number, i: number) => Math.log(positive(y, `values[${i}]`)),
    back: Math.exp,
  },
  logit: {
    there: (y: number, i: number) => {
      if (!(y > 0 && y < 1)) refuse(`values[${i}]`, "must lie strictly between 0 and 1 for the logit");
      return Math.log(y / (1 - y));
    },
    back: (y: number) => 1 / (1 + Math.exp(-y)),
  },
};
