export { loadReferenceIndicators } from "./dictionary/usecases.server.ts";
export {
  loadDemonstrationProfile,
  publishTargets,
  recordActivityCounts,
  recordTargets,
} from "./facts/usecases.server.ts";
export { FOUND_INDICATORS } from "./finding/found-indicator.queries.server.ts";
export { loadDemonstrationObservations } from "./imports/demonstration/usecases.server.ts";
export { importsToday } from "./imports/today/usecases.server.ts";
export { importJob, importWhole } from "./imports/usecases.server.ts";
export { excerptBlocks, excerptsOf } from "./profile/excerpts/present.ts";
export type { Excerpt, Excerptible } from "./profile/excerpts/schema.ts";
export { factsKey } from "./profile/publication/schema.ts";
export { decidePublication } from "./profile/publication/usecases.server.ts";
export { readProfile } from "./profile/usecases.server.ts";
