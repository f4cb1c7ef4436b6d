import {
  directlyStandardisedRate,
  empiricalBayesMarshall,
  proportionWilson,
} from "../packages/healthstats/src/index.ts";

/** One comparison: the library's call beside a plain loop with the closed formula, in one run. */
export interface HealthstatsBench {
  readonly name: string;
  readonly ours_ms: number;
  readonly baseline_ms: number;
  readonly ratio: number;
}

const Z = 1.959963984540054;

/** Numbers that look like counts, the same in every run. */
function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

/** Best of several rounds, the two taking turns, so that both meet the same machine. */
function compare(name: string, ours: () => number, baseline: () => number): HealthstatsBench {
  let best = Number.POSITIVE_INFINITY;
  let bestBaseline = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 7; round++) {
    const [here, sum] = timed(ours);
    const [there, baselineSum] = timed(baseline);
    // A loop that computes something else would be no baseline; this also keeps the work alive.
    if (Math.abs(sum / baselineSum - 1) > 1e-9) throw new Error(`${name}: ${sum} is not ${baselineSum}`);
    best = Math.min(best, here);
    bestBaseline = Math.min(bestBaseline, there);
  }
  return { name, ours_ms: best, baseline_ms: bestBaseline, ratio: best / bestBaseline };
}

function timed(work: () => number): [milliseconds: number, result: number] {
  const start = performance.now();
  const result = work();
  return [performance.now() - start, result];
}

function wilson(): HealthstatsBench {
  const n = 100_000;
  const next = sequence(1);
  const totals = Float64Array.from({ length: n }, () => 1 + Math.floor(next() * 10_000));
  const events = totals.map((total) => Math.floor(next() * (total + 1)));
  const ours = () => {
    let sum = 0;
    for (let i = 0; i < n; i++) {
      const { lower, upper } = proportionWilson(events[i]!, totals[i]!);
      sum += lower + upper;
    }
    return sum;
  };
  const baseline = () => {
    let sum = 0;
    for (let i = 0; i < n; i++) {
      const x = events[i]!;
      const root = Z * Math.sqrt(Z * Z + 4 * x * (1 - x / totals[i]!));
      const below = 2 * (totals[i]! + Z * Z);
      sum += (2 * x + Z * Z - root) / below + (2 * x + Z * Z + root) / below;
    }
    return sum;
  };
  return compare("100,000 Wilson intervals", ours, baseline);
}

function standardised(): HealthstatsBench {
  const areas = 10_000;
  const bands = 18;
  const next = sequence(2);
  const standard = Float64Array.from({ length: bands }, (_, i) => 9_000_000 - 400_000 * i);
  const data = Array.from({ length: areas }, () => {
    const populations = Float64Array.from({ length: bands }, () => 100 + Math.floor(next() * 20_000));
    return { populations, counts: populations.map((n) => Math.floor(next() * 0.02 * n)), standard };
  });
  const ours = () => data.reduce((sum, area) => sum + directlyStandardisedRate(area).upper!, 0);
  const baseline = () => {
    let sum = 0;
    for (const { counts, populations } of data) {
      let weights = 0;
      let rate = 0;
      let variance = 0;
      let events = 0;
      for (let i = 0; i < bands; i++) {
        const step = standard[i]! / populations[i]!;
        weights += standard[i]!;
        events += counts[i]!;
        rate += step * counts[i]!;
        variance += step * step * counts[i]!;
      }
      const above = events + 1;
      const byar = above * (1 - 1 / (9 * above) + Z / (3 * Math.sqrt(above))) ** 3;
      const reach = (Math.sqrt(variance / events) / weights) * (byar - events);
      sum += (rate / weights + reach) * 100_000;
    }
    return sum;
  };
  return compare("10,000 standardised rates of 18 bands", ours, baseline);
}

function smallAreas() {
  const next = sequence(3);
  const n = 330;
  const expected = Float64Array.from({ length: n }, () => 2 + next() * 300);
  const observed = expected.map((e) => Math.floor(e * (0.6 + 0.8 * next())));
  return { n, observed, expected };
}

function empiricalBayes(): HealthstatsBench {
  const { n, observed, expected } = smallAreas();
  const ours = () => {
    let sum = 0;
    for (let fit = 0; fit < 1000; fit++) sum += empiricalBayesMarshall(observed, expected).ratios[fit % n]!;
    return sum;
  };
  const baseline = () => {
    let sum = 0;
    for (let fit = 0; fit < 1000; fit++) {
      let totalO = 0;
      let totalE = 0;
      for (let i = 0; i < n; i++) {
        totalO += observed[i]!;
        totalE += expected[i]!;
      }
      const mean = totalO / totalE;
      let spread = 0;
      for (let i = 0; i < n; i++) spread += expected[i]! * (observed[i]! / expected[i]! - mean) ** 2;
      const variance = Math.max(0, spread / totalE - (mean * n) / totalE);
      const ratios = new Float64Array(n);
      for (let i = 0; i < n; i++) {
        const own = observed[i]! / expected[i]!;
        ratios[i] = 100 * (mean + (variance / (variance + mean / expected[i]!)) * (own - mean));
      }
      sum += ratios[fit % n]!;
    }
    return sum;
  };
  return compare("1,000 empirical Bayes fits of 330 areas (moments)", ours, baseline);
}

/** All comparisons of the statistics library. */
export async function benchHealthstats(): Promise<HealthstatsBench[]> {
  return [wilson(), standardised(), empiricalBayes()];
}

if (import.meta.main) {
  for (const { name, ours_ms, baseline_ms, ratio } of await benchHealthstats()) {
    const figures = `${ours_ms.toFixed(1)} ms, plain loop ${baseline_ms.toFixed(1)} ms, ratio ${ratio.toFixed(2)}`;
    process.stdout.write(`${name}: ${figures}\n`);
  }
}
