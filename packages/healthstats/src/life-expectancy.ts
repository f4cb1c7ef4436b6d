import { atMost, confidenceLevel, count, each, positive, refuse, sameLength } from "./guards.ts";
import type { ConfidenceOption } from "./interval.ts";
import { normalQuantileFor } from "./special-functions.ts";

/** First ages of the twenty bands: 0, 1–4, 5–9, … 85–89, 90 and over. */
export const LIFE_TABLE_AGES: readonly number[] = [
  0,
  1,
  ...Array.from({ length: 18 }, (_, i) => 5 * (i + 1)),
];

/** Fewer person-years than this make no life table of an area. */
export const LEAST_PERSON_YEARS = 5_000;

/** An age whose 95 % limits are further apart than this is not given. */
const WIDEST_YEARS = 20;

/** Years of life left at the start of an age band; all null where chance hides the figure. */
export interface LifeExpectancyRow {
  readonly age: number;
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

/** Deaths and person-years of an area by the twenty bands. */
export interface LifeTableData {
  readonly ages: ArrayLike<number>;
  /** Person-years: for deaths of several years the sum of their populations. */
  readonly populations: ArrayLike<number>;
  readonly deaths: ArrayLike<number>;
}

/**
 * Abridged life expectancy of an area with limits (Chiang II; open band after Silcocks).
 *
 *     M = deaths/population,  q = nM/(1 + nM(1 − a)),  a = 0.1 in the first year of life, else 0.5
 *     e = T/l;  Var(q) = q²(1 − q)/deaths, open band 4/(deaths·M²);  limits e ∓ z·SE
 *
 * The Japanese official life tables use other separation factors: do not set these beside them.
 * Source: Chiang 1984; Silcocks, Jenner, Reza, JECH 2001;55:38.
 * @param data ages (the twenty first ages), populations, deaths: one entry per band
 * @param options confidence (0.95)
 * @returns a row per band; null where the 95 % limits are more than 20 years apart, and throughout
 *   without a death in the open band, whose length then has no estimate
 * @throws RefusedArgument ages: must be 0, 1, 5, 10, … 90.
 * @throws RefusedArgument populations: as many as ages; finite, above zero, together over 5,000.
 * @throws RefusedArgument deaths: as many as ages; whole, not negative, not above the population.
 * @throws RefusedArgument confidence: must lie strictly between 0 and 1.
 */
export function lifeExpectancy(data: LifeTableData, options: ConfidenceOption = {}): LifeExpectancyRow[] {
  const { confidence = 0.95 } = options;
  const z = normalQuantileFor(confidenceLevel(confidence));
  checkLifeTable(data);
  const bands = LIFE_TABLE_AGES.length;
  const open = bands - 1;
  if (data.deaths[open] === 0) {
    return LIFE_TABLE_AGES.map((age) => ({ age, value: null, lower: null, upper: null }));
  }
  const table = LIFE_TABLE_AGES.map((age, i) => {
    const width = i === open ? Number.POSITIVE_INFINITY : LIFE_TABLE_AGES[i + 1]! - age;
    const lived = i === 0 ? 0.1 : 0.5;
    const mortality = data.deaths[i]! / data.populations[i]!;
    const risk = (mortality * width) / (1 + mortality * width * (1 - lived));
    return { age, width, lived, mortality, risk: i === open ? 1 : Math.min(1, risk) };
  });
  const alive = [100_000];
  for (let i = 0; i < open; i++) alive.push(alive[i]! * (1 - table[i]!.risk));

  const rows = new Array<LifeExpectancyRow>(bands);
  let yearsAhead = 0;
  let variance = 0;
  let nextExpectancy = 0;
  for (let i = open; i >= 0; i--) {
    const { age, width, lived, mortality, risk } = table[i]!;
    const l = alive[i]!;
    const deaths = data.deaths[i]!;
    if (i === open) {
      yearsAhead = l / mortality;
      variance = ((l / 2) ** 2 * 4) / (deaths * mortality ** 2);
    } else {
      yearsAhead += width * (alive[i + 1]! + lived * (l - alive[i + 1]!));
      const riskVariance = deaths === 0 ? 0 : (risk ** 2 * (1 - risk)) / deaths;
      variance += riskVariance * l ** 2 * ((1 - lived) * width + nextExpectancy) ** 2;
    }
    const value = yearsAhead / l;
    const se = Math.sqrt(variance) / l;
    // A band that everybody leaves by death has nobody after it, and nothing to say about them.
    nextExpectancy = Number.isFinite(value) ? value : 0;
    const shown = 2 * normalQuantileFor(0.95) * se <= WIDEST_YEARS;
    rows[i] = shown
      ? { age, value, lower: value - z * se, upper: value + z * se }
      : { age, value: null, lower: null, upper: null };
  }
  return rows;
}

function checkLifeTable({ ages, populations, deaths }: LifeTableData): void {
  const wanted = LIFE_TABLE_AGES;
  if (ages.length !== wanted.length || wanted.some((age, i) => ages[i] !== age)) {
    refuse("ages", "must be the first ages of the twenty bands 0, 1, 5, 10, … 90");
  }
  sameLength(populations, "populations", ages, "ages");
  sameLength(deaths, "deaths", ages, "ages");
  each(populations, "populations", positive);
  each(deaths, "deaths", count);
  let total = 0;
  for (let i = 0; i < ages.length; i++) {
    atMost(deaths[i]!, `deaths[${i}]`, populations[i]!, `populations[${i}]`);
    total += populations[i]!;
  }
  if (total <= LEAST_PERSON_YEARS) refuse("populations", "must be more than 5,000 person-years together");
}
