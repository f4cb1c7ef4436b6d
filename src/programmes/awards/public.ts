export { FOUND_ROUNDS } from "./finding/found-round.queries.server.ts";
export { AWARD_LETTERS } from "./letters/award-letter.commands.server.ts";
export { awardsToday } from "./rounds/award-round.queries.server.ts";
export { loadDemonstrationAwards } from "./system/demonstration.commands.server.ts";
