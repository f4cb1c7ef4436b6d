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

/** Writes a file of observations, as an office would export it: by year, then area, indicator, sex and age. */
export async function writeObservations(path: string, areas: readonly string[], rows: number): Promise<void> {
  const next = sequence(20_261_122);
  const file = createWriteStream(path);
  let lines = ["fiscal_year,area,indicator,sex,age_band,source,numerator,denominator\n"];
  let written = 0;
  for (let year = FIRST_YEAR; written < rows; year++) {
    for (const area of areas) {
      for (const indicator of INDICATORS) {
        for (const sex of SEXES) {
          for (const age of AGES) {
            if (written++ >= rows) break;
            const denominator = 20 + Math.floor(next() * 90_000);
            const numerator = Math.floor(next() * denominator);
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
