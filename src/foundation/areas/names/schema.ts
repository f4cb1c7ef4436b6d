import type { AreaId } from "#platform/kernel/ids.ts";
import type { PlainDate } from "#platform/kernel/plain-date.ts";
import type { Area } from "../schema.ts";

/** A municipality that has been merged into another: no figures are kept of it, and a name that was its own may come again. */
export type FormerMunicipality = Readonly<{
  prefectureId: AreaId;
  county: string;
  name: string;
  /** The municipality that it became a part of; null where it was divided or is not known. */
  into: AreaId | null;
  /** Its last day. */
  validTo: PlainDate;
}>;

/** What a text that should name an area says. */
export type PlaceReading =
  | Readonly<{ is: "area"; area: Area }>
  /** A name that several areas have. */
  | Readonly<{ is: "several"; areas: readonly Area[] }>
  | Readonly<{ is: "former"; former?: FormerMunicipality }>
  /** A 郡, of which no figures are kept. */
  | Readonly<{ is: "county"; prefectureId: AreaId; name: string }>
  /** A sum over areas (市部計), or what is no area at all (人口集中地区, 判別不可). */
  | Readonly<{ is: "sum" | "no-area" | "blank" }>
  | Readonly<{ is: "wrong-code"; digits: string; expected: string }>
  /** Two cells of one row that can't both be right. */
  | Readonly<{ is: "contradiction"; areas: readonly [string, string] }>
  /** Nobody knows it; `likely` are areas of a name one letter apart. */
  | Readonly<{ is: "unknown"; likely: readonly Area[] }>;

/** Everything by which places are named, put in order once. */
export type PlaceIndex = Readonly<{
  byId: ReadonlyMap<AreaId, Area>;
  bySlug: ReadonlyMap<string, Area>;
  byWords: ReadonlyMap<string, readonly Area[]>;
  byRomaji: ReadonlyMap<string, readonly Area[]>;
  counties: ReadonlyMap<string, readonly Readonly<{ prefectureId: AreaId; name: string }>[]>;
  former: ReadonlyMap<string, readonly FormerMunicipality[]>;
}>;
