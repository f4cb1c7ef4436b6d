/** Slope of a figure over time with its standard error. */
export interface Slope {
  readonly slope: number;
  readonly standardError: number;
}

const MOST_STEPS = 50;

/**
 * Slope of the log odds per unit of x: logistic regression of events among totals, by iteratively
 * reweighted least squares. Without events, or with nothing but events, there is no slope: 0 ± 0. Null if
 * the likelihood has no maximum, as when events begin from nothing in the last year only.
 *
 * Counts up to 10⁹ are safe: weights n·p·(1 − p) stay far from overflow, and p from 0 and 1 as long as
 * the fit converges.
 */
export function logisticSlope(
  x: readonly number[],
  events: readonly number[],
  totals: readonly number[],
): Slope | null {
  const e = events.reduce((sum, value) => sum + value, 0);
  const n = totals.reduce((sum, value) => sum + value, 0);
  if (e === 0 || e === n) return { slope: 0, standardError: 0 };
  const centre = x.reduce((sum, value) => sum + value, 0) / x.length;
  let a = Math.log(e / (n - e));
  let b = 0;
  for (let step = 0; step < MOST_STEPS; step++) {
    let sw = 0;
    let swx = 0;
    let swxx = 0;
    let u0 = 0;
    let u1 = 0;
    for (let i = 0; i < x.length; i++) {
      const t = x[i]! - centre;
      const p = 1 / (1 + Math.exp(-(a + b * t)));
      const w = totals[i]! * p * (1 - p);
      const residual = events[i]! - totals[i]! * p;
      sw += w;
      swx += w * t;
      swxx += w * t * t;
      u0 += residual;
      u1 += residual * t;
    }
    const determinant = sw * swxx - swx * swx;
    if (!(determinant > 1e-12 * sw * swxx)) return null;
    const da = (swxx * u0 - swx * u1) / determinant;
    const db = (sw * u1 - swx * u0) / determinant;
    a += da;
    b += db;
    if (Math.abs(a) > 40 || Math.abs(b) > 40) return null;
    if (Math.abs(da) < 1e-10 && Math.abs(db) < 1e-10) {
      return { slope: b, standardError: Math.sqrt(sw / determinant) };
    }
  }
  return null;
}

/**
 * Slope of y over x with weights 1/variance, the variances taken as known: b = Σw(x − x̄)y / Σw(x − x̄)²,
 * se = 1/√Σw(x − x̄)². Null if all the weight lies at one x.
 */
export function weightedSlope(
  x: readonly number[],
  y: readonly number[],
  w: readonly number[],
): Slope | null {
  // Only the proportions of the weights matter for the slope; scaling keeps tiny variances from overflow.
  const largest = Math.max(...w);
  const weights = w.map((value) => value / largest);
  const total = weights.reduce((sum, value) => sum + value, 0);
  const centre = weights.reduce((sum, value, i) => sum + value * x[i]!, 0) / total;
  let sxx = 0;
  let sxy = 0;
  for (let i = 0; i < x.length; i++) {
    const t = x[i]! - centre;
    sxx += weights[i]! * t * t;
    sxy += weights[i]! * t * y[i]!;
  }
  if (!(sxx > 0)) return null;
  return { slope: sxy / sxx, standardError: 1 / Math.sqrt(sxx * largest) };
}
