export { lendingToday } from "./loans/loan.queries.server.ts";
export { loadDemonstrationLending } from "./system/demonstration.commands.server.ts";
