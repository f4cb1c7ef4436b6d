import { each, finite, nonNegative, notEmpty, positive, refuse, sameLength } from "./guards.ts";

/** Columns of a life table, one entry per age band. */
export interface LifeTable {
  /** Probability of dying within the band. */
  readonly q: readonly number[];
  /** Survivors to the start of the band. */
  readonly l: readonly number[];
  /** Years lived in the band by all survivors. */
  readonly years: readonly number[];
  /** Years of life left at the start of the band. */
  readonly e: readonly number[];
}

/** Death rates with the time that the dying spend in their band. */
export interface MortalitySchedule {
  /** First age of each band, rising; the last band is open. */
  readonly ages: ArrayLike<number>;
  /** Deaths per person-year. */
  readonly m: ArrayLike<number>;
  /** Mean years lived in the band by those who die in it. */
  readonly a: ArrayLike<number>;
}

/**
 * Life table from death rates and separation factors, as national tables are made.
 *
 *     q = n·m/(1 + (n − a)·m), open band 1;  l' = l(1 − q);  L = n·l' + a·d, open band l/m;  e = T/l
 *
 * Source: Human Mortality Database, methods protocol; Preston, Heuveline, Guillot, Demography, chapter 3.
 * @param schedule ages, m, a: one entry per band
 * @param radix survivors at the start, 100,000 unless told
 * @throws RefusedArgument ages: at least two entries, finite and rising.
 * @throws RefusedArgument m: as many as ages; finite, not negative, above zero in the open band.
 * @throws RefusedArgument a: as many as ages; finite, not negative, not longer than their band.
 * @throws RefusedArgument radix: must be a finite number above zero.
 */
export function lifeTable(schedule: MortalitySchedule, radix = 100_000): LifeTable {
  const { ages, m, a } = schedule;
  const bands = notEmpty(ages, "ages", 2).length;
  sameLength(m, "m", ages, "ages");
  sameLength(a, "a", ages, "ages");
  each(ages, "ages", finite);
  each(m, "m", nonNegative);
  each(a, "a", nonNegative);
  positive(radix, "radix");
  const open = bands - 1;
  positive(m[open]!, `m[${open}]`);
  const q: number[] = [];
  const l: number[] = [radix];
  const years: number[] = [];
  for (let i = 0; i < open; i++) {
    const width = ages[i + 1]! - ages[i]!;
    if (width <= 0) refuse("ages", "must rise from each entry to the next");
    if (a[i]! > width) refuse(`a[${i}]`, "must not be longer than its band");
    q.push(Math.min(1, (width * m[i]!) / (1 + (width - a[i]!) * m[i]!)));
    const dead = l[i]! * q[i]!;
    l.push(l[i]! - dead);
    years.push(width * l[i + 1]! + a[i]! * dead);
  }
  q.push(1);
  years.push(l[open]! / m[open]!);
  const e = new Array<number>(bands);
  let ahead = 0;
  for (let i = open; i >= 0; i--) {
    ahead += years[i]!;
    // Nobody is left: the rate of the band itself is all that is known.
    e[i] = l[i]! > 0 ? ahead / l[i]! : 1 / m[i]!;
  }
  return { q, l, years, e };
}
