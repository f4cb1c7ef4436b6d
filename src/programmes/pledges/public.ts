export { pledgesToday } from "./promises/pledge.queries.server.ts";
export { loadDemonstrationPledges } from "./system/demonstration.commands.server.ts";
