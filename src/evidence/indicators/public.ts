export type { Dictionary, Indicator, Source } from "./dictionary/schema.ts";
export { loadReferenceIndicators } from "./dictionary/usecases.server.ts";
export { importJob } from "./imports/run/usecases.server.ts";
export {
  type AgeBand,
  ALL_AGES,
  ageBand,
  agesOf,
  formatAgeBand,
  type Observation,
  SEXES,
  type Sex,
  showAgeBandJa,
} from "./observations/schema.ts";
