export { loadDemonstrationSupport } from "./demonstration/usecases.server.ts";
export { receivingAreas } from "./office/usecases.server.ts";
export { LONGEST_FORM_BYTES as REQUEST_FORM_BYTES, REQUEST_FORMS } from "./requests/files/schema.ts";
export { supportToday } from "./requests/inbox/usecases.server.ts";
export { upkeep as keepSupportUp } from "./upkeep/usecases.server.ts";
