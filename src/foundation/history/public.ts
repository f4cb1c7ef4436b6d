export type { HistoryEntry, HistoryOf } from "./history.schema.ts";
export { addToHistory, lastDone, selectHistory } from "./history.store.server.ts";
