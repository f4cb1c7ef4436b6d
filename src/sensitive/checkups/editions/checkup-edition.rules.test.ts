import { loadSolver } from "@yui/healthstats";
import { describe, expect, it } from "vitest";
import { makeEdition } from "#evidence/publication/public.ts";
import { sequence } from "../demonstration/checkup-sample.rules.ts";
import { editionCounts, publicationOf, type SourceCount } from "./checkup-edition.rules.ts";

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
