import { once } from "node:events";
import { createWriteStream } from "node:fs";

const INDICATORS = [
  "checkup_rate",
  "guidance_rate",
  "metabolic_syndrome_rate",
  "metabolic_syndrome_reserve_rate",
  "obesity_rate",
  "waist_rate",
  "high_blood_pressure_rate",
  "high_hba1c_rate",
  "high_ldl_rate",
  "smoking_rate",
];
const SEXES = ["all", "male", "female"];
const AGES = ["all", "40-49", "50-59", "60-69", "70-74"];
const FIRST_YEAR = 2008;

/** Numbers that look like counts, the same in every run. */
function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

/** Numerators and denominators of men and women by age. */
type Counts = readonly (readonly (readonly [number, number])[])[];

const countsOf = (before: Counts, next: () => number): Counts =>
  before.map((ages) =>
    ages.map(([numerator, denominator]) => {
      const now = denominator + Math.floor(next() * 9);
      return [Math.min(now, numerator + Math.floor(next() * 5)), now] as const;
    }),
  );

/** The counts of a sex and an age band, 0 being all of them. */
const totalOf = (counts: Counts, sex: number, age: number): readonly [number, number] => {
  let [numerator, denominator] = [0, 0];
  for (const [s, ages] of counts.entries())
    for (const [a, [n, d]] of ages.entries()) {
      if ((sex !== 0 && s !== sex - 1) || (age !== 0 && a !== age - 1)) continue;
      numerator += n;
      denominator += d;
    }
  return [numerator, denominator];
};

/** Writes a file of observations, as an office would export it: by year, then area, indicator, sex and age. */
export async function writeObservations(path: string, areas: readonly string[], rows: number): Promise<void> {
  const next = sequence(20_261_122);
  const file = createWriteStream(path);
  let lines = ["fiscal_year,area,indicator,sex,age_band,source,numerator,denominator\n"];
  let written = 0;
  const base = new Map<string, Counts>();
  const first = (): Counts =>
    [0, 1].map(() =>
      AGES.slice(1).map(() => {
        const denominator = 200 + Math.floor(next() * 9000);
        return [Math.floor(denominator * (0.2 + next() / 2)), denominator] as const;
      }),
    );
  for (let year = FIRST_YEAR; written < rows; year++) {
    for (const area of areas) {
      for (const indicator of INDICATORS) {
        // Totals are those of their parts, and years are alike: what contradicts itself is refused.
        const counts = countsOf(base.get(`${area} ${indicator}`) ?? first(), next);
        base.set(`${area} ${indicator}`, counts);
        for (const [s, sex] of SEXES.entries()) {
          for (const [a, age] of AGES.entries()) {
            if (written++ >= rows) break;
            const [numerator, denominator] = totalOf(counts, s, a);
            lines.push(
              `${year},${area},${indicator},${sex},${age},specific_checkup_report,${numerator},${denominator}\n`,
            );
          }
        }
      }
    }
    if (!file.write(lines.join(""))) await once(file, "drain");
    lines = [];
  }
  file.end(lines.join(""));
  await once(file, "finish");
}
