export { awardsToday } from "./rounds/award-round.queries.server.ts";
export { loadDemonstrationAwards } from "./system/demonstration.commands.server.ts";
