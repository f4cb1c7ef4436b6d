import { definePublication, type EditionCounts, type Publication } from "#evidence/publication/public.ts";
import type { Source } from "../agreements/provider-agreement.rules.ts";
import {
  AXIS,
  EDITION_TITLE,
  SOURCE_LABELS,
  SOURCE_NOTES,
  TABLE_TITLES,
  TOWN_EXPECTED,
} from "./checkup-edition.messages.ts";
import { ageKeyOf, bandsOfStages, EDITION_AGES, STAGES, stageKeyOf } from "./edition-age.rules.ts";
import type { SourceCount, Town } from "./table-count.schema.ts";
import type { TownExpected } from "./town-expected.rules.ts";

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
const ageAxis = (ages: readonly { key: string; label: string }[]) => ({
  ...{ name: "age", label: AXIS.age, total: AXIS.allAges },
  categories: ages.map(({ key, label }) => ({ key, label })),
});
const stageAxis = (ages: readonly { key: string }[]) => ({
  ...{ name: "stage", label: AXIS.stage, total: AXIS.allAges },
  categories: STAGES.map(({ key, label }) => ({ key, label })),
  groups: { of: "age", categories: bandsOfStages(ages.map(({ key }) => key)) },
});
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
const tablesOf = (source: Source, towns: readonly Town[], ages: readonly Town[] = EDITION_AGES) => {
  const label = SOURCE_LABELS[source];
  return [
    table(source, "ages", TABLE_TITLES.ages(label), [SEX, ageAxis(ages), FINDING]),
    source === "regional"
      ? table(source, "towns", TABLE_TITLES.towns(label), [townAxis(towns), stageAxis(ages), FINDING])
      : table(source, "sizes", TABLE_TITLES.sizes(label), [SIZE, FINDING]),
  ];
};

/**
 * The tables of one indicator as one source has it. Sources overlap, so each has editions of its own and no table adds
 * them. 0 is hidden like 1 to 9: a table that is made later may not tell by its zeros what an earlier edition hid.
 */
export const CHECKUP_FINDING = definePublication({
  name: "checkup-finding",
  title: EDITION_TITLE("見本", SOURCE_LABELS.regional),
  source: "健診結果",
  zero: "hidden",
  tables: tablesOf(
    "regional",
    [{ key: "t1", label: "A市" }],
    // As many as show how stages hang together with the rest: a band of each.
    EDITION_AGES.filter(({ key }) => ["u40", "a45", "a65", "a75"].includes(key)),
  ),
});

/** The figure of an edition that says how many findings of a town are expected. */
export const expectedKey = (town: string): string => `expected-${town}`;
export const publicationName = (indicator: string, source: Source): string =>
  `checkup-${indicator.replaceAll("_", "-")}-${source}`;

/** The publication of an indicator of a source in an area, with its towns and by the strictest agreement. */
export const publicationOf = (
  indicator: Readonly<{ key: string; label: string }>,
  source: Source,
  towns: readonly Town[],
  { provided, smallest }: Readonly<{ provided: string; smallest: number }>,
  expected: readonly TownExpected[] = [],
): Publication => ({
  ...CHECKUP_FINDING,
  ...{
    name: publicationName(indicator.key, source),
    title: EDITION_TITLE(indicator.label, SOURCE_LABELS[source]),
  },
  ...{ source: provided, smallest },
  tables: tablesOf(source, towns),
  figures: expected.map(({ town }) => ({
    ...{ key: expectedKey(town.key), title: TOWN_EXPECTED(town.label), unit: AXIS.unit },
  })),
});

/** Counts of the tables that may be made: of towns and of sizes only where every provider of the source allows it. */
export function editionCounts(
  source: Source,
  rows: readonly SourceCount[],
  towns: readonly Town[],
  allows: Readonly<{ towns: boolean; sizes: boolean }>,
  expected: readonly TownExpected[] = [],
): EditionCounts {
  const ages = EDITION_AGES.map(({ key }) => key as string);
  const places = [...towns.map(({ key }) => key), "unknown"];
  const stages = STAGES.map(({ key }) => key as string);
  const zeros = (places: number) => new Array<number>(places * 2).fill(0);
  const [bySexAge, byTown] = [zeros(2 * ages.length), zeros(places.length * stages.length)];
  const bySize = zeros(3);
  for (const row of rows) {
    const put = (into: number[], at: number) => {
      into[at * 2]! += row.found;
      into[at * 2 + 1]! += row.examined - row.found;
    };
    put(bySexAge, (row.sex - 1) * ages.length + ages.indexOf(ageKeyOf(row.ageBand)));
    const town = places.indexOf(row.municipality);
    put(
      byTown,
      (town < 0 ? places.length - 1 : town) * stages.length + stages.indexOf(stageKeyOf(row.ageBand)),
    );
    put(bySize, row.size === 0 ? 2 : row.size < 4 ? 0 : 1);
  }
  return {
    tables: {
      ages: withoutEmpty(bySexAge, [2, ages.length]),
      ...(source === "regional" && allows.towns
        ? { towns: withoutEmpty(byTown, [places.length, stages.length]) }
        : {}),
      ...(source !== "regional" && allows.sizes ? { sizes: withoutEmpty(bySize, [3]) } : {}),
    },
    ...(expected.length > 0 && {
      figures: Object.fromEntries(
        expected.map(({ town, value, persons }) => [expectedKey(town.key), { value, persons }]),
      ),
    }),
  };
}

/**
 * Counts of a table with axes of these sizes and the finding as its last. Of a category in which nobody was examined there
 * is nothing to tell: hidden as a zero it would drag a neighbour along.
 */
function withoutEmpty(counts: readonly number[], sizes: readonly number[]): (number | "no-data")[] {
  const categories = sizes.map((size, d) => {
    const below = sizes.slice(d + 1).reduce((product, one) => product * one, 2);
    const of = (at: number) => Math.floor(at / below) % size;
    const examined = new Array<number>(size).fill(0);
    counts.forEach((persons, at) => {
      examined[of(at)]! += persons;
    });
    return (at: number) => examined[of(at)]! > 0;
  });
  return counts.map((persons, at) => (categories.every((holds) => holds(at)) ? persons : "no-data"));
}
