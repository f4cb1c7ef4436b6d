export { releaseCheck } from "./checks/act-release.queries.server.ts";
export { listPledges, pledgesToday } from "./promises/pledge.queries.server.ts";
export { loadDemonstrationPledges } from "./system/demonstration.commands.server.ts";
