import type { Area, AreaPart } from "../schema.ts";

/** The shipped files of reference/areas/, as rows of named cells. */
export type AreaFiles = Readonly<{
  prefectures: readonly Row<"code" | "slug" | "name" | "kana">[];
  municipalities: readonly Row<"code" | "name" | "kana" | "ward_of" | "slug" | "valid_from" | "valid_to">[];
  counties: readonly Row<"prefecture" | "name" | "municipalities">[];
  secondary_medical_areas: readonly Row<SetColumn>[];
  office_districts: readonly Row<SetColumn | "basis">[];
}>;

/** Columns of a file whose areas are sets of municipalities, their ids parted by spaces. */
export type SetColumn = "id" | "name" | "kana" | "slug" | "municipalities" | "valid_from" | "valid_to";

export type Row<Column extends string> = Readonly<Record<Column, string>>;

export const FILE_NAMES = [
  "prefectures",
  "municipalities",
  "counties",
  "secondary_medical_areas",
  "office_districts",
] as const satisfies readonly (keyof AreaFiles)[];

/** What the files come to: every area, those above first, and its territory. */
export type ShippedAreas = Readonly<{
  areas: readonly (Area & { words: string })[];
  parts: readonly AreaPart[];
}>;
