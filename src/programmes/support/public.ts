export { loadDemonstrationSupport } from "./demonstration/usecases.server.ts";
export { startSupportUpkeep, upkeep } from "./upkeep/usecases.server.ts";
