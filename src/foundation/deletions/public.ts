export { DAYS_TO_RESTORE } from "./deletion.rules.ts";
export { deletableRows } from "./deletion.store.server.ts";
export { deletions } from "./deletion.usecases.server.ts";
