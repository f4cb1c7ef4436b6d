export { directoryDays, directoryToday } from "./entries/today.queries.server.ts";
export { type Feed, feedRound, pushFeed } from "./feeds/feed.commands.server.ts";
export { FOUND_RESOURCES } from "./find/found-resource.queries.server.ts";
export { refreshDirectory } from "./find/index.commands.server.ts";
export { resourceImportJob } from "./imports/resource-import.usecases.server.ts";
export type { PushedResource } from "./model/resource.schema.ts";
export { askOwners } from "./owners/owner.usecases.server.ts";
export { DIRECTORY_LETTERS } from "./owners/owner-letter.commands.server.ts";
export { loadDemonstrationDirectory } from "./system/demonstration.commands.server.ts";
