import { definePublication, type EditionCounts, type Publication } from "#evidence/publication/public.ts";
import type { Source } from "../agreements/provider-agreement.rules.ts";
import {
  AXIS,
  EDITION_TITLE,
  SOURCE_LABELS,
  SOURCE_NOTES,
  TABLE_TITLES,
} from "./checkup-edition.messages.ts";

/** Bands of editions: of the ages of specific checkups every five years, and what is before and after. */
export const EDITION_AGES = [
  { key: "u40", label: "39歳以下", from: 0, to: 39 },
  ...[40, 45, 50, 55, 60, 65, 70].map((from) => ({
    key: `a${from}`,
    label: `${from}～${from + 4}歳`,
    from,
    to: from + 4,
  })),
  { key: "a75", label: "75歳以上", from: 75, to: 200 },
] as const;
export const ageKeyOf = (band: number): string =>
  EDITION_AGES.find(({ from, to }) => from <= band && band <= to)!.key;

export type Town = Readonly<{ key: string; label: string }>;

const FINDING = {
  ...{ name: "finding", label: AXIS.finding, total: AXIS.examined },
  categories: [
    { key: "found", label: AXIS.found },
    { key: "none", label: AXIS.none },
  ],
};
const SEX = {
  ...{ name: "sex", label: AXIS.sex, total: AXIS.both },
  categories: [
    { key: "male", label: AXIS.male },
    { key: "female", label: AXIS.female },
  ],
};
const AGE = {
  ...{ name: "age", label: AXIS.age, total: AXIS.allAges },
  categories: EDITION_AGES.map(({ key, label }) => ({ key, label })),
};
const SIZE = {
  ...{ name: "size", label: AXIS.size, total: AXIS.allSizes },
  categories: [
    { key: "small", label: AXIS.small },
    { key: "large", label: AXIS.large },
    { key: "unknown", label: AXIS.unknownSize },
  ],
};
const townAxis = (towns: readonly Town[]) => ({
  ...{ name: "municipality", label: AXIS.town, total: AXIS.allTowns },
  categories: [...towns, { key: "unknown", label: AXIS.unknownTown }],
});

const table = (source: Source, key: string, title: string, axes: Publication["tables"][number]["axes"]) => ({
  ...{ key, title, of: source, persons: true, unit: AXIS.unit, note: SOURCE_NOTES[source] },
  axes,
});
const tablesOf = (towns: readonly Town[]) =>
  (["regional", "workplace", "employer"] as const).flatMap((source) => {
    const label = SOURCE_LABELS[source];
    return [
      table(source, source, TABLE_TITLES.ages(label), [SEX, AGE, FINDING]),
      source === "regional"
        ? table(source, "regional-towns", TABLE_TITLES.towns(label), [townAxis(towns), FINDING])
        : table(source, `${source}-sizes`, TABLE_TITLES.sizes(label), [SIZE, FINDING]),
    ];
  });

/** The tables of one indicator. Each source stands for itself: they overlap, and no table adds them. */
export const CHECKUP_FINDING = definePublication({
  name: "checkup-finding",
  title: EDITION_TITLE("見本"),
  source: "健診結果",
  zero: "shown",
  tables: tablesOf([
    { key: "t1", label: "A市" },
    { key: "t2", label: "B町" },
    { key: "t3", label: "C村" },
  ]),
});

export const publicationName = (indicator: string): string => `checkup-${indicator.replaceAll("_", "-")}`;

/** The publication of an indicator in an area, with its towns and by the strictest agreement. */
export const publicationOf = (
  indicator: Readonly<{ key: string; label: string }>,
  towns: readonly Town[],
  source: string,
  smallest: number,
): Publication => ({
  ...CHECKUP_FINDING,
  ...{ name: publicationName(indicator.key), title: EDITION_TITLE(indicator.label), source, smallest },
  tables: tablesOf(towns),
});

/** Persons of a source, by what the tables lay out. */
export type SourceCount = Readonly<{
  source: Source;
  sex: number;
  ageBand: number;
  municipality: string;
  size: number;
  examined: number;
  found: number;
}>;

/** Counts of the tables that may be made: of towns and of sizes only where every provider of the source allows it. */
export function editionCounts(
  rows: readonly SourceCount[],
  towns: readonly Town[],
  allows: Readonly<Record<Source, Readonly<{ towns: boolean; sizes: boolean }>>>,
): EditionCounts {
  const tables: Record<string, number[]> = {};
  for (const [source, own] of Map.groupBy(rows, (row) => row.source)) {
    const ages = EDITION_AGES.map(({ key }) => key as string);
    const bySexAge = new Array<number>(2 * ages.length * 2).fill(0);
    const places = [...towns.map(({ key }) => key), "unknown"];
    const byTown = new Array<number>(places.length * 2).fill(0);
    const bySize = new Array<number>(3 * 2).fill(0);
    const put = (into: number[], at: number, { found, examined }: SourceCount) => {
      into[at * 2]! += found;
      into[at * 2 + 1]! += examined - found;
    };
    for (const row of own) {
      put(bySexAge, (row.sex - 1) * ages.length + ages.indexOf(ageKeyOf(row.ageBand)), row);
      const town = places.indexOf(row.municipality);
      put(byTown, town < 0 ? places.length - 1 : town, row);
      put(bySize, row.size === 0 ? 2 : row.size < 4 ? 0 : 1, row);
    }
    tables[source] = bySexAge;
    if (source === "regional" && allows.regional.towns) tables["regional-towns"] = byTown;
    if (source !== "regional" && allows[source].sizes) tables[`${source}-sizes`] = bySize;
  }
  return { tables };
}
