import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { attack } from "./attack.ts";
import { type PublishedCell, SUPPRESSED } from "./cell.ts";
import { dimension, tables } from "./random-tables.ts";
import { loadSolver } from "./solver.ts";
import { type CountedTable, suppressList, suppressTable, tableCell, tableSystem } from "./suppress-table.ts";

const solver = await loadSolver();
const show = (cells: readonly PublishedCell[]) =>
  cells.map((c) => (c.state === "shown" ? c.value : c.state[1]));

/** What must hold of any suppressed table, found by attacking it. */
function expectSafe(table: CountedTable): void {
  const out = suppressTable(table, solver);
  const { system } = tableSystem(table);
  expect(out.unprotected).toEqual([]);
  // Nothing is shown that is 1 to 9, nothing shown is wrong, and zeros and missing data keep their state.
  out.cells.forEach((cell, i) => {
    const value = system.values[i]!;
    if (system.noData[i]) expect(cell.state).toBe("no-data");
    else if (value === 0) expect(cell).toEqual({ state: "shown", value });
    else if (value < 10) expect(cell.state).toBe("suppressed");
    else if (cell.state === "shown") expect(cell.value).toBe(value);
  });
  // The least that the zeros leave possible: all that is not zero hidden.
  const allHidden = out.cells.map((cell, i) =>
    system.noData[i] || system.values[i] === 0 ? cell : SUPPRESSED,
  );
  const best = new Map(attack({ ...out, cells: allHidden }, solver).map((found) => [found.cell, found.low]));
  for (const { cell, low, high } of attack(out, solver)) {
    const value = system.values[cell]!;
    expect(low).toBeLessThanOrEqual(value);
    expect(high).toBeGreaterThanOrEqual(value);
    expect(high).toBeGreaterThan(low);
    if (value > 9) continue;
    expect(low).toBeLessThanOrEqual(Math.max(1, best.get(cell)!));
    expect(high).toBeGreaterThanOrEqual(10);
  }
  // One who guesses which cells are small is left with three values.
  const insider = (i: number): [number, number] => {
    if (i >= out.cells.length) return [0, Number.POSITIVE_INFINITY];
    return system.values[i]! < 10 ? [1, 9] : [10, Number.POSITIVE_INFINITY];
  };
  for (const { cell, low, high } of attack(out, solver, { known: insider })) {
    if (system.values[cell]! < 10) expect(high - low).toBeGreaterThanOrEqual(2);
  }
}

describe("suppressTable", () => {
  it.each([
    [1, 8, 60],
    [2, 6, 60],
    [3, 3, 25],
  ] as const)(
    "withstands the attack on tables of %d dimensions",
    (dimensions, largest, numRuns) => {
      fc.assert(fc.property(tables(dimensions, largest), expectSafe), { seed: 5, numRuns });
    },
    60_000,
  );

  it("hides one cell more in a list, the smallest that protects", () => {
    const { cells, total } = suppressList([5, 20, 30, 0, null]);
    expect(show([...cells, total!])).toEqual(["u", "u", 30, 0, "o", 55]);
  });

  it("hides nothing more in a list without total", () => {
    expect(show(suppressList([5, 20, 30], { total: false }).cells)).toEqual(["u", 20, 30]);
  });

  it("hides the total where the parts leave no room", () => {
    // 3 + 4 + 3: with the total 10 shown, none could be above 8.
    expect(suppressList([3, 4, 3]).total).toEqual(SUPPRESSED);
  });

  it("does not let two nines add up to themselves", () => {
    expect(show(suppressList([9, 9, 30, 40]).cells)).toEqual(["u", "u", "u", 40]);
  });

  it("needs four cells for one in a two-way table", () => {
    const table = {
      dimensions: [dimension("r", 3), dimension("c", 3)],
      counts: [5, 20, 30, 40, 50, 60, 70, 80, 90],
    };
    const out = suppressTable(table);
    expect(out.cells.filter(({ state }) => state === "suppressed")).toHaveLength(4);
    expect(tableCell(out, "r0", "c0")).toEqual(SUPPRESSED);
    expect(tableCell(out, null, null)).toEqual({ state: "shown", value: 445 });
  });

  it("gives the same table twice", () => {
    const [table] = fc.sample(tables(2, 12), { seed: 11, numRuns: 1 });
    expect(suppressTable(table!)).toEqual(suppressTable(table!));
  });

  it.each([
    ["dimensions", { dimensions: [], counts: [] }],
    ["r", { dimensions: [dimension("r", 0)], counts: [] }],
    ["counts", { dimensions: [dimension("r", 2)], counts: [1] }],
    ["counts[1]", { dimensions: [dimension("r", 2)], counts: [1, -1] }],
    ["counts[0]", { dimensions: [dimension("r", 2)], counts: [1.5, 1] }],
    ["counts", { dimensions: [dimension("r", 2)], counts: [Number.MAX_SAFE_INTEGER, 1] }],
    ["solver", { dimensions: [dimension("a", 1), dimension("b", 1), dimension("c", 1)], counts: [1] }],
  ])("refuses wrong %s", (argument, table) => {
    expect(() => suppressTable(table)).toThrow(expect.objectContaining({ argument }));
  });

  it("is fast: 100 × 20 with totals within two seconds", () => {
    const table = { dimensions: [dimension("r", 100), dimension("c", 20)], counts: spread(2000) };
    const before = performance.now();
    const out = suppressTable(table);
    expect(performance.now() - before).toBeLessThan(2000);
    expect(out.cells.filter(({ state }) => state === "suppressed").length).toBeLessThan(600);
  });
});

/** A fixed spread of counts, a quarter of them small. */
function spread(length: number): number[] {
  return Array.from({ length }, (_, i) => {
    const draw = (i * 7919) % 1009;
    return draw % 4 === 0 ? draw % 10 : 10 + draw;
  });
}
