export type { Dictionary, Indicator, Source } from "./dictionary/schema.ts";
export { loadReferenceIndicators } from "./dictionary/usecases.server.ts";
export {
  loadDemonstrationProfile,
  publishTargets,
  recordActivityCounts,
  recordTargets,
} from "./facts/usecases.server.ts";
export { loadDemonstrationObservations } from "./imports/demonstration/usecases.server.ts";
export { IMPORT_WORDS } from "./imports/messages.ts";
export { importJob } from "./imports/run/usecases.server.ts";
export { importsToday } from "./imports/today/usecases.server.ts";
export { importWhole } from "./imports/whole/usecases.server.ts";
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
export { type PresentedProfile, type PresentedRow, presentProfile } from "./profile/present.ts";
export { PUBLICATION_WORDS } from "./profile/publication/messages.ts";
export { factsKey } from "./profile/publication/schema.ts";
export { setPublication } from "./profile/publication/usecases.server.ts";
export type { Profile, ProfileOptions } from "./profile/schema.ts";
export { profileOf } from "./profile/usecases.server.ts";
