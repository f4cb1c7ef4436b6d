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

/** An area that a file names, and whether the person may change its figures. */
export type NamedArea = Readonly<{ id: AreaId; kind: AreaKind; reached: boolean }>;

/** By the cell's text as it stands; undefined is an area that nobody knows. */
export type AreasByText = ReadonlyMap<string, NamedArea | undefined>;

export type ReadRow =
  | Readonly<{ figures: readonly StagedFigure[]; problems?: undefined }>
  | Readonly<{ problems: readonly Problem[] }>;
