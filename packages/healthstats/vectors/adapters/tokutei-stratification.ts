import { GUIDANCE_PERIOD_3, GUIDANCE_PERIOD_4 } from "../../data/specific-health-guidance.ts";
import { specificHealthGuidance } from "../../src/scoring/specific-health-guidance.ts";
import { checkupValues } from "./checkup-inputs.ts";

const LEVELS: Readonly<Record<string, string>> = {
  "excluded-medication": "excluded_medication",
  "out-of-scope": "out_of_scope",
};

/** `params.period` chooses the criteria; `glucose_priority` other than "fpg" reads the notification's "or". */
export function tokuteiStratification(
  inputs: Record<string, unknown>,
  params: Record<string, unknown>,
): Record<string, unknown> {
  const priority = params.glucose_priority;
  const result = specificHealthGuidance(checkupValues(inputs), {
    criteria: params.period === 3 ? GUIDANCE_PERIOD_3 : GUIDANCE_PERIOD_4,
    glucosePriority: priority === undefined || priority === "fpg" ? "fasting-glucose" : "either",
  });
  return {
    step1: result.obesityStep,
    bp: result.bloodPressure,
    lipid: result.lipids,
    glucose: result.glucose,
    risk_count: result.riskCount,
    level: result.level === null ? null : (LEVELS[result.level] ?? result.level),
  };
}
