export * from "../../data/bjsq-criteria.ts";
export { BJSQ_SOURCE, DOMAIN_ITEMS_23, DOMAIN_ITEMS_57, SCALES, type Scale } from "../../data/bjsq-scales.ts";
export * from "../../data/checkup-thresholds.ts";
export * from "../../data/hanteizu-constants.ts";
export * from "../../data/k6-bands.ts";
export * from "../../data/metabolic-syndrome.ts";
export * from "../../data/specific-health-guidance.ts";
export type { Answer, Incomplete } from "./answers.ts";
export { bjsqConversion, type ConversionScore } from "./bjsq-conversion.ts";
export { type DomainSums, highStress } from "./bjsq-high-stress.ts";
export { bjsqTotals, type TotalsScore } from "./bjsq-totals.ts";
export { type ItemJudgement, judgeCheckupItem } from "./checkup-judgement.ts";
export type { CheckupValues, Sex } from "./checkup-values.ts";
export {
  type GroupHealthRisk,
  type GroupPart,
  type HanteizuMeans,
  type HealthRisk,
  hanteizu,
  hanteizuForGroup,
  hanteizuOfBothSexes,
  LEAST_RESPONDENTS,
} from "./hanteizu.ts";
export { type K6Score, k6 } from "./k6.ts";
export { type MetabolicResult, metabolicSyndrome } from "./metabolic-syndrome.ts";
export {
  type GuidanceLevel,
  type GuidanceOptions,
  type GuidanceResult,
  specificHealthGuidance,
} from "./specific-health-guidance.ts";
export { publishableStressGroups, type StressGroup, type StressGroupVerdict } from "./stress-groups.ts";
