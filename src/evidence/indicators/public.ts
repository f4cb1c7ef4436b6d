export type { Dictionary, Indicator, Source } from "./dictionary/schema.ts";
export { loadReferenceIndicators } from "./dictionary/usecases.server.ts";
export {
  loadDemonstrationProfile,
  publishTargets,
  recordActivityCounts,
  recordTargets,
} from "./facts/usecases.server.ts";
export { loadDemonstrationObservations } from "./imports/demonstration/usecases.server.ts";
export { importJob } from "./imports/run/usecases.server.ts";
export { importsToday } from "./imports/today/usecases.server.ts";
export { importWhole } from "./imports/whole/usecases.server.ts";
export { INDICATOR_WORDS } from "./messages.ts";
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
export { excerptBlocks, excerptsOf } from "./profile/excerpts/present.ts";
export type { Excerpt, Excerptible } from "./profile/excerpts/schema.ts";
export type { PresentedProfile, PresentedRow } from "./profile/present.ts";
export { factsKey } from "./profile/publication/schema.ts";
export { decidePublication } from "./profile/publication/usecases.server.ts";
export type { ProfileOptions } from "./profile/schema.ts";
export { readProfile } from "./profile/usecases.server.ts";
