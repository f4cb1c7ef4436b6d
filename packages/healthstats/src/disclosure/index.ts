export { type AttackOptions, attack, type InferredInterval } from "./attack.ts";
export {
  type PublishedCell,
  type PublishedProportion,
  SMALLEST_SHOWN,
  suppressCount,
  suppressProportion,
} from "./cell.ts";
export {
  type LinkedAxis,
  type LinkedEdition,
  type LinkedTable,
  linkedPlaces,
  placeKey,
} from "./linked-tables.ts";
export { type MergedGroups, mergeGroups } from "./merge-groups.ts";
export { type RoundedTable, roundCounts } from "./round-counts.ts";
export { type LpSolver, loadSolver } from "./solver.ts";
export { type EarlierEdition, type SuppressedEdition, suppressEdition } from "./suppress-edition.ts";
export { linkedPublication, type SuppressedLinked, suppressLinked } from "./suppress-linked.ts";
export { type Proportion, type SuppressedProportions, suppressProportions } from "./suppress-proportions.ts";
export { type CountSeries, type SuppressedSeries, suppressSeries, type Window } from "./suppress-series.ts";
export {
  type CountedTable,
  type Dimension,
  type SuppressedTable,
  suppressList,
  suppressTable,
  tableCell,
} from "./suppress-table.ts";
export {
  type SuppressedViews,
  suppressViews,
  type View,
  type ViewCell,
  type ViewedTable,
} from "./suppress-views.ts";
export type { Publication, Relation } from "./system.ts";
