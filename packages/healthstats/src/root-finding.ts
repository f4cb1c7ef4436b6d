/**
 * A root of a continuous function between two points where its signs differ, by Brent's method: inverse
 * quadratic or linear interpolation as long as that shrinks the bracket fast enough, halving otherwise.
 * Source: Brent, Algorithms for Minimization without Derivatives, 1973, chapter 4. Internal: the caller
 * knows the bracket and that it holds one root.
 */
export function findRoot(f: (x: number) => number, low: number, high: number, tolerance: number): number {
  // `best` has the smallest value so far, `before` was best one step ago, `across` closes the bracket.
  let before = low;
  let best = high;
  let fBefore = f(before);
  let fBest = f(best);
  if (fBefore === 0) return before;
  let across = before;
  let fAcross = fBefore;
  while (fBest !== 0) {
    const lastStep = best - before;
    if (Math.abs(fAcross) < Math.abs(fBest)) {
      before = best;
      fBefore = fBest;
      best = across;
      fBest = fAcross;
      across = before;
      fAcross = fBefore;
    }
    const near = 2 * Number.EPSILON * Math.abs(best) + tolerance / 2;
    const half = (across - best) / 2;
    if (Math.abs(half) <= near) break;
    let step = half;
    if (Math.abs(lastStep) >= near && Math.abs(fBefore) > Math.abs(fBest)) {
      const { p, q } = interpolation(before, best, across, fBefore, fBest, fAcross);
      // Taken only if it stays well inside the bracket and halves the step before.
      if (p < 1.5 * half * q - Math.abs(near * q) / 2 && p < Math.abs((lastStep * q) / 2)) step = p / q;
    }
    if (Math.abs(step) < near) step = Math.sign(step) * near;
    before = best;
    fBefore = fBest;
    best += step;
    fBest = f(best);
    if (fBest > 0 === fAcross > 0) {
      across = before;
      fAcross = fBefore;
    }
  }
  return best;
}

/** The interpolated step from `best` as a fraction p/q with p not negative. */
function interpolation(
  before: number,
  best: number,
  across: number,
  fBefore: number,
  fBest: number,
  fAcross: number,
) {
  const width = across - best;
  let p: number;
  let q: number;
  if (before === across) {
    p = width * (fBest / fBefore);
    q = 1 - fBest / fBefore;
  } else {
    const old = fBefore / fAcross;
    const far = fBest / fAcross;
    const close = fBest / fBefore;
    p = close * (width * old * (old - far) - (best - before) * (far - 1));
    q = (old - 1) * (far - 1) * (close - 1);
  }
  return p > 0 ? { p, q: -q } : { p: -p, q };
}
