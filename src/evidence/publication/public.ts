export { EDITIONS_PUBLISHED } from "./dataset.queries.server.ts";
export { cellText, linesOf, presentEdition, presentEntry, tablesInWords } from "./edition.present.ts";
export {
  definePublication,
  layOut,
  linkedAxes,
  linkedEdition,
  makeEdition,
  openEdition,
} from "./edition.rules.ts";
export type {
  Cell,
  EditionContent,
  EditionCounts,
  EditionTable,
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
export {
  listEditions,
  publishEdition,
  publishMade,
  readEdition,
  withdrawEdition,
} from "./edition.usecases.server.ts";
