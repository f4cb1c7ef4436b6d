import { attack, loadSolver, type PublishedCell, type Relation } from "@yui/healthstats";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type EditionContent, layOut, makeEdition, openEdition } from "#evidence/publication/public.ts";
import { INDUSTRIES, TOPICS } from "../model/offer-lists.schema.ts";
import { HEARD_FROM } from "../model/request-lists.schema.ts";
import { UNMET_REASONS } from "../model/visit.rules.ts";
import { presentYear } from "./statistics.present.ts";
import { countsOf, periodOf, REQUEST_STATISTICS } from "./statistics.rules.ts";
import { type Facts, SIZE_BANDS } from "./statistics.schema.ts";

const solver = await loadSolver();
const SUPPRESSED: PublishedCell = { state: "suppressed" };
type ShownTable = Readonly<{ rows: readonly Readonly<{ cells: readonly PublishedCell[] }>[] }>;
const tablesOf = ({ tables }: EditionContent): Record<string, ShownTable> =>
  Object.fromEntries(
    tables.map((table) => {
      const rows = layOut(table).rows.map(({ cells }) => ({
        cells: cells.map((cell) =>
          typeof cell === "number" ? ({ state: "shown", value: cell } as const) : SUPPRESSED,
        ),
      }));
      return [table.key, { rows }];
    }),
  );
const year = periodOf(2025);
const publishedYear = (given: Facts) => makeEdition(REQUEST_STATISTICS, year, countsOf(given), [], solver);
const publishedTables = (given: Facts) => tablesOf(publishedYear(given));
const openTables = (given: Facts) => tablesOf(openEdition(REQUEST_STATISTICS, year, countsOf(given)));
const HEARD = ["", ...HEARD_FROM];
const sum = (counts: readonly number[]) => counts.reduce((all, one) => all + one, 0);

/** So many requests put into groups by chance: most into few, so that there are small counts to hide. */
function split(total: number, keys: readonly string[], chance: readonly number[]) {
  const counts = keys.map((key) => ({ key, count: 0 }));
  for (let one = 0; one < total; one += 1) {
    const draw = chance[one % chance.length]! + one;
    const place = draw % 3 === 0 ? draw % keys.length : draw % Math.min(2, keys.length);
    counts[place]!.count += 1;
  }
  return counts;
}

const facts = fc
  .record({
    requests: fc.oneof(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 400 })),
    share: fc.integer({ min: 0, max: 100 }),
    first: fc.integer({ min: 0, max: 100 }),
    chance: fc.array(fc.nat(10_000), { minLength: 7, maxLength: 50 }),
  })
  .map(({ requests, share, first, chance }): Facts => {
    const unmet = Math.floor((requests * share) / 100);
    const cells = INDUSTRIES.flatMap((industry) => SIZE_BANDS.map((size) => `${industry} ${size}`));
    return {
      sums: {
        ...{ year: 2025, requests, unmet, first: Math.floor((requests * first) / 100), open: 0 },
        ...{
          workplaces: requests,
          newWorkplaces: 0,
          held: 0,
          fixed: requests,
          median: 12,
          ninety: 30,
          consultations: 0,
        },
      },
      bySizeAndIndustry: split(requests, cells, chance).map(({ key, count }) => {
        const [industry, size] = key.split(" ") as [string, (typeof SIZE_BANDS)[number]];
        return { industry, size, count };
      }),
      byHeardFrom: split(requests, HEARD, [...chance].reverse()),
      byUnmetReason: split(unmet, UNMET_REASONS, chance) as Facts["byUnmetReason"],
      byTopic: TOPICS.map((topic, index) => {
        const with_ = Math.min(requests, chance[index % chance.length]! % (requests + 1));
        return {
          topic,
          requests: with_,
          unmet: Math.max(0, with_ + unmet - requests, Math.min(with_, unmet) - index),
        };
      }),
      byTopicAndReason: [],
      bySupporter: [],
    };
  });

/** All that is published of a year as one system: every table is of the same requests, met or unmet. */
function everything(given: Facts) {
  const published = publishedTables(given);
  const truth = openTables(given);
  const cells: PublishedCell[] = [];
  const values: number[] = [];
  const relations: Relation[] = [];
  const add = (cell: PublishedCell, value: number) => values.push(value) && cells.push(cell) - 1;
  const truthIn = (cell: PublishedCell) => (cell.state === "shown" ? cell.value : Number.NaN);
  const { requests, unmet } = given.sums;
  const tables = [published.sizeAndIndustry!, published.newcomers!, published.heardFrom!, published.outcome!];
  const shown = tables.map((one) => one.rows.at(-1)!.cells.at(-1)!).find((one) => one.state === "shown");
  const total = add(shown ?? SUPPRESSED, requests);
  const lacking = add(SUPPRESSED, unmet);
  const rest = add(SUPPRESSED, requests - unmet);
  relations.push({ total, parts: [lacking, rest] });
  const place = (table: ShownTable, true_: ShownTable) =>
    table.rows.map((row, r) => row.cells.map((cell, c) => add(cell, truthIn(true_.rows[r]!.cells[c]!))));
  const grid = place(published.sizeAndIndustry!, truth.sizeAndIndustry!);
  for (const row of grid) relations.push({ total: row.at(-1)!, parts: row.slice(0, -1) });
  for (const column of grid[0]!.keys())
    relations.push({ total: grid.at(-1)![column]!, parts: grid.slice(0, -1).map((row) => row[column]!) });
  relations.push({ total, parts: [grid.at(-1)!.at(-1)!] });
  for (const name of ["newcomers", "heardFrom", "outcome"] as const) {
    const list = place(published[name]!, truth[name]!).map((row) => row[0]!);
    relations.push({ total: list.at(-1)!, parts: list.slice(0, -1) }, { total, parts: [list.at(-1)!] });
    if (name === "outcome") relations.push({ total: rest, parts: [list.at(-2)!] });
  }
  for (const [row, { cells: of }] of published.topics!.rows.entries()) {
    const { requests: with_, unmet: lacked } = given.byTopic[row]!;
    const [all, missed] = [add(of[0]!, with_), add(of[1]!, lacked)];
    const met = add(SUPPRESSED, with_ - lacked);
    const [without, others] = [add(SUPPRESSED, requests - with_), add(SUPPRESSED, unmet - lacked)];
    const neither = add(SUPPRESSED, requests - with_ - (unmet - lacked));
    relations.push({ total: all, parts: [missed, met] }, { total, parts: [all, without] });
    relations.push({ total: lacking, parts: [missed, others] }, { total: without, parts: [others, neither] });
    relations.push({ total: rest, parts: [met, neither] });
  }
  return { values, publication: { cells, unpublished: 0, relations } };
}

describe("what is published of requests", () => {
  it("gives no small count back, whichever tables are laid side by side", () => {
    fc.assert(
      fc.property(facts, (given) => {
        const { values, publication } = everything(given);
        for (const [index, cell] of publication.cells.entries())
          if (cell.state === "shown") {
            expect(cell.value).toBe(values[index]);
            expect(cell.value === 0 || cell.value >= 10).toBe(true);
          }
        const known = (): [number, number] => [0, Number.POSITIVE_INFINITY];
        for (const { cell, low, high } of attack(publication, solver, { known })) {
          if (values[cell]! < 1 || values[cell]! > 9) continue;
          expect(low).toBeLessThanOrEqual(1);
          expect(high).toBeGreaterThanOrEqual(10);
        }
      }),
      { seed: 20_261_122, numRuns: 25 },
    );
  }, 60_000);

  it("says nothing of how requests ended while one is under way", () => {
    const [given] = fc.sample(facts, { seed: 1, numRuns: 1 });
    const open = publishedTables({ ...given!, sums: { ...given!.sums, open: 1 } });
    expect([open.outcome, open.topics]).toEqual([undefined, undefined]);
  });

  it("is a sentence, not a table of hidden counts, where nothing of it can be published", () => {
    const [given] = fc.sample(facts, { seed: 3, numRuns: 1 });
    const shown = openEdition(REQUEST_STATISTICS, year, countsOf(given!));
    const tables = shown.tables.map((table) =>
      table.key === "newcomers" ? { ...table, cells: table.cells.map(() => "hidden" as const) } : table,
    );
    const told = presentYear({ ...shown, tables }).tables;
    expect(told.filter((one) => one.hidden).map((one) => one.title)).toEqual(["新規・継続の別"]);
  });

  it("tells the secretariat everything", () => {
    const [given] = fc.sample(facts, { seed: 3, numRuns: 1 });
    const { heardFrom, outcome, sizeAndIndustry } = openTables(given!);
    for (const table of [heardFrom!, outcome!, sizeAndIndustry!])
      expect(table.rows.at(-1)!.cells.at(-1)).toEqual({ state: "shown", value: given!.sums.requests });
    expect(heardFrom!.rows.map((row) => row.cells[0])).toEqual(
      [...given!.byHeardFrom.map((one) => one.count), sum(given!.byHeardFrom.map((one) => one.count))].map(
        (value) => ({
          state: "shown",
          value,
        }),
      ),
    );
  });
});
