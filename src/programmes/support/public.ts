export { loadDemonstrationSupport } from "./demonstration/usecases.server.ts";
export { SUPPORT_WORDS } from "./messages.ts";
export { supportToday } from "./requests/inbox/usecases.server.ts";
export { upkeep as keepSupportUp } from "./upkeep/usecases.server.ts";
