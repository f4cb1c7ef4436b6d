export { openApi } from "./api/openapi/schema.ts";
export { INDICATORS_PUBLISHED } from "./api/published.present.ts";
export { loadReferenceIndicators } from "./dictionary/usecases.server.ts";
export { recordCountedHere } from "./facts/counted-here.usecases.server.ts";
export {
  loadDemonstrationProfile,
  publishTargets,
  recordActivityCounts,
  recordSurvey,
  recordTargets,
} from "./facts/usecases.server.ts";
export { INDICATOR_FHIR } from "./fhir/measure.queries.server.ts";
export { FOUND_INDICATORS } from "./finding/found-indicator.queries.server.ts";
export { loadDemonstrationObservations } from "./imports/demonstration/usecases.server.ts";
export { importsToday } from "./imports/today/usecases.server.ts";
export { importJob, importWhole } from "./imports/usecases.server.ts";
export { readDistricts } from "./profile/districts/district.queries.server.ts";
export type { DistrictIndicator, PresentedDistricts } from "./profile/districts/present.ts";
export { excerptBlocks, excerptsOf } from "./profile/excerpts/present.ts";
export type { Excerpt, Excerptible } from "./profile/excerpts/schema.ts";
export { STANDINGS, showNumber, THEMES } from "./profile/messages.ts";
export { factsKey } from "./profile/publication/schema.ts";
export { decidePublication } from "./profile/publication/usecases.server.ts";
export { listSimilarAreas } from "./profile/similar/similar-area.queries.server.ts";
export { readProfile } from "./profile/usecases.server.ts";
