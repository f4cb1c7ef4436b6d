export { CARRIED_RESOURCES } from "./bundles/resource-bundle.usecases.server.ts";
export {
  changedResources,
  keptResources,
  newestResources,
  type StandingResource,
  standingResources,
} from "./entries/standing-resource.queries.server.ts";
export { directoryDays, directoryToday } from "./entries/today.queries.server.ts";
export { type Feed, feedRound, pushFeed } from "./feeds/feed.commands.server.ts";
export { DIRECTORY_FHIR } from "./fhir/place.queries.server.ts";
export { findResources } from "./find/find.queries.server.ts";
export { readFind } from "./find/find.schema.ts";
export { FOUND_RESOURCES } from "./find/found-resource.queries.server.ts";
export { refreshDirectory } from "./find/index.commands.server.ts";
export { drawResources } from "./find/map-drawing.queries.server.ts";
export { importResources, resourceImportJob } from "./imports/resource-import.usecases.server.ts";
export type { PushedResource } from "./model/resource.schema.ts";
export { DIRECTORY_PUBLISHED } from "./out/dataset.queries.server.ts";
export { printResources } from "./out/export.queries.server.ts";
export { DIRECTORY_LETTERS } from "./owners/owner-letter.commands.server.ts";
export { askOwners } from "./owners/owner-round.commands.server.ts";
export { loadDemonstrationDirectory } from "./system/demonstration.commands.server.ts";
