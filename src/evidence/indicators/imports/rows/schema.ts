import type { AreaKind } from "#foundation/areas/public.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import type { Problem } from "#platform/tables/import.ts";

/** A figure as it goes into the store, with the line it came from. */
export type StagedFigure = Readonly<{
  line: number;
  areaId: AreaId;
  indicatorNo: number;
  fiscalYear: number;
  sex: number;
  ageBand: number;
  sourceNo: number;
  numerator: number | null;
  denominator: number | null;
  value: number | null;
  lower: number | null;
  upper: number | null;
  asOf: string | null;
}>;

/** The figures of one area, indicator and year: totals and parts that tell of one another. */
export type Block = Pick<StagedFigure, "areaId" | "indicatorNo" | "fiscalYear">;

/** Rows that are no fault and left aside, and parts of rows whose columns name years or areas. */
export type ApartKind =
  | "elsewhere"
  | "sum"
  | "former"
  | "no-area"
  | "no-figure"
  | "unknown-part"
  | "header"
  | "undecided"
  | "early-year"
  | "other-indicator"
  | "part-empty"
  | "part-elsewhere"
  | "part-year";

/** An area that a file names, whether the person may change its figures, and the years in which it existed. */
export type NamedArea = Readonly<{
  id: AreaId;
  kind: AreaKind;
  reached: boolean;
  from: number;
  to: number;
}>;

/** What the cells of a row that name its area come to. */
export type NamedPlace = NamedArea | Readonly<{ apart: ApartKind }> | Readonly<{ mend: string }>;

/** By the cells' texts as they stand. */
export type PlaceOf = (texts: readonly string[]) => NamedPlace;

export type ReadRow =
  | Readonly<{ figures: readonly StagedFigure[]; problems?: undefined; apart?: undefined }>
  | Readonly<{ apart: ApartKind; problems?: undefined; figures?: undefined }>
  | Readonly<{ problems: readonly Problem[]; figures?: undefined; apart?: undefined }>;
