export { linesOf, presentEdition, presentEntry, tablesInWords } from "./edition.present.ts";
export { definePublication, layOut, linkedEdition, makeEdition, openEdition } from "./edition.rules.ts";
export type {
  EditionContent,
  EditionCounts,
  Period,
  Publication,
} from "./edition.schema.ts";
export {
  findLastEdition,
  findLastPeriod,
  selectChecked,
  selectLastEditions,
  selectPeriods,
  upsertRound,
} from "./edition.store.server.ts";
export { listEditions, publishEdition, readEdition, withdrawEdition } from "./edition.usecases.server.ts";
