import { loadSolver } from "@yui/healthstats";
import { describe, expect, it } from "vitest";
import { makeEdition } from "#evidence/publication/public.ts";
import { sequence } from "../demonstration/checkup-sample.rules.ts";
import { editionCounts, publicationOf } from "./checkup-edition.rules.ts";
import type { SourceCount } from "./table-count.schema.ts";
import { expectedOfTowns } from "./town-expected.rules.ts";

const solver = await loadSolver();
const TOWNS = [
  { key: "32202", label: "浜田市" },
  { key: "32207", label: "江津市" },
];
const ALL = { towns: true, sizes: true };
const PERIOD = { key: "2025", label: "2025年度" };
const indicator = { key: "smoking", label: "喫煙" };
const made = (rows: readonly SourceCount[], smallest = 10) =>
  makeEdition(
    publicationOf(indicator, "regional", TOWNS, { provided: "見本", smallest }),
    PERIOD,
    editionCounts("regional", rows, TOWNS, ALL),
    [],
    solver,
  );
const row = (sex: number, ageBand: number, municipality: string, examined: number, found: number) => ({
  ...{ sex, ageBand, municipality, size: 0, examined, found },
});
const cellsOf = (edition: ReturnType<typeof made>) => edition.tables.map(({ cells }) => cells);
const places = [1, 2].flatMap((sex) =>
  [40, 50, 60, 70].flatMap((age) => TOWNS.map(({ key }) => [sex, age, key] as const)),
);

describe("an edition of one indicator", () => {
  it("hides nothing where nothing is small", () => {
    const edition = made(places.map(([sex, age, town]) => row(sex, age, town, 300, 120)));
    expect(cellsOf(edition).flat()).not.toContain("hidden");
  });

  it("hides the same cells of the same persons, in whatever order they came", () => {
    const next = sequence(7);
    const rows = places.flatMap(([sex, age, town]) =>
      Array.from({ length: 6 }, () => row(sex, age, town, 5, Math.floor(next() * 3))),
    );
    const first = cellsOf(made(rows));
    expect(first.flat()).toContain("hidden");
    for (let round = 0; round < 20; round++) {
      const shuffled = rows
        .map((one) => ({ one, at: next() }))
        .sort((a, b) => a.at - b.at)
        .map(({ one }) => one);
      expect(cellsOf(made(shuffled))).toEqual(first);
    }
  });

  it("hides both of 177 and 3 out of 180", () => {
    const edition = made([row(1, 50, "32202", 180, 177)]);
    const whole = edition.tables[0]!.cells;
    expect(whole.filter((cell) => cell === 177 || cell === 3)).toEqual([]);
    expect(whole).toContain(180);
  });

  it("has no data of ages and towns in which nobody was examined, and shows what is beside them", () => {
    const [ages] = cellsOf(made([row(1, 50, "32202", 400, 150), row(2, 50, "32202", 400, 100)]));
    expect(ages!.filter((cell) => cell === "hidden")).toEqual([]);
    expect(ages).toContain("no-data");
    expect(ages).toContain(150);
  });
});

describe("what is expected of the towns", () => {
  const expected = (rows: readonly SourceCount[]) =>
    expectedOfTowns(rows, TOWNS, 10).map(({ town, value, persons }) => [town.key, value, persons]);

  it("is the share of each sex and five years of the whole area, for as many as the town has", () => {
    const rows = [
      ...[row(1, 40, "32202", 200, 100), row(1, 40, "32207", 100, 20)],
      ...[row(2, 60, "32202", 100, 60), row(2, 60, "32207", 300, 40)],
    ];
    expect(expected(rows)).toEqual([
      ["32202", 105, 300],
      ["32207", 115, 400],
    ]);
  });

  it("takes the sexes of an age together where one of them is small", () => {
    const rows = [row(1, 40, "32202", 100, 50), row(2, 40, "32202", 20, 2), row(2, 40, "32207", 100, 3)];
    expect(expected(rows)).toEqual([
      ["32202", 30, 120],
      ["32207", 25, 100],
    ]);
  });

  it("is not said where it would give back what the tables hide", () => {
    // Few in one stage of a town, few without a town, few findings of an age, few without one.
    const whole = [row(1, 40, "32202", 200, 100), row(1, 40, "32207", 200, 80)];
    expect(expected(whole)).toHaveLength(2);
    expect(expected([...whole, row(1, 65, "32207", 9, 4), row(1, 65, "32202", 100, 50)])).toEqual([]);
    expect(expected([...whole, row(1, 45, "", 3, 1)])).toEqual([]);
    expect(expected([...whole, row(1, 70, "32202", 100, 9)])).toEqual([]);
    expect(expected([...whole, row(1, 70, "32202", 100, 100)])).toEqual([]);
  });
});
