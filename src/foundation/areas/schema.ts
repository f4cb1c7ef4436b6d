import type { AreaId } from "#platform/kernel/ids.ts";
import type { PlainDate } from "#platform/kernel/plain-date.ts";

/** The kinds of areas, from the largest. Kinds overlap each other and are never mixed in one comparison. */
export const AREA_KINDS = [
  "nation",
  "prefecture",
  "secondary_medical_area",
  "public_health_centre_district",
  "labour_standards_office_district",
  "municipality",
  "ward",
] as const;
export type AreaKind = (typeof AREA_KINDS)[number];

/**
 * An area: a named set of municipalities.
 *
 * - `id`: `jp`, `14` (prefecture), `14150` (municipality or ward, JIS X 0402 without check digit), `sma-32-02`
 *   (secondary medical area by our own running number, not the ministry's code), `phc-32-hamada`, `lso-14-sagamihara`.
 * - `slug`: what addresses and files call it; the id where it has no word of its own.
 * - `code`: the six digits of 全国地方公共団体コード; null for what has none.
 * - `county`: the 郡 in which a town or village lies; it is no area of its own, and addresses name it.
 * - `parentId`: the next area above in administration: ward, city, prefecture, nation.
 * - `validFrom`, `validTo`: first and last day of its existence, null where open or not known.
 * - `assumed`: the entry is background knowledge that nobody checked against a source yet.
 */
export type Area = Readonly<{
  id: AreaId;
  kind: AreaKind;
  name: string;
  kana: string | null;
  slug: string;
  code: string | null;
  county: string | null;
  parentId: AreaId | null;
  prefectureId: AreaId | null;
  validFrom: PlainDate | null;
  validTo: PlainDate | null;
  source: string;
  assumed: boolean;
}>;

/** A part of an area's territory: a municipality, or a ward of a designated city, on the days between. */
export type AreaPart = Readonly<{
  areaId: AreaId;
  partId: AreaId;
  validFrom: PlainDate | null;
  validTo: PlainDate | null;
}>;

export const NATION = "jp" as AreaId;
