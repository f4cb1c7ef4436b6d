import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { attack } from "./attack.ts";
import { type PublishedCell, SUPPRESSED } from "./cell.ts";
import { countsOf, dimension } from "./random-tables.ts";
import { loadSolver } from "./solver.ts";
import { suppressEdition } from "./suppress-edition.ts";
import { suppressSeries } from "./suppress-series.ts";
import { suppressTable } from "./suppress-table.ts";
import { suppressViews } from "./suppress-views.ts";
import type { Publication } from "./system.ts";

const solver = await loadSolver();
const show = (cells: readonly PublishedCell[]) =>
  cells.map((c) => (c.state === "shown" ? c.value : c.state[0]));

/** Nothing hidden is given back; nothing that exists unpublished is known to be 1 to 9. */
function expectNothingGivenBack(publication: Publication): void {
  for (const { low, high } of attack(publication, solver)) {
    expect(high).toBeGreaterThan(low);
    expect(high).toBeGreaterThanOrEqual(10);
  }
  const cells = [...publication.cells, ...new Array<PublishedCell>(publication.unpublished).fill(SUPPRESSED)];
  const known = (i: number): [number, number] => [
    i < publication.cells.length ? 1 : 0,
    Number.POSITIVE_INFINITY,
  ];
  for (const { low, high } of attack({ ...publication, cells, unpublished: 0 }, solver, { known })) {
    if (low > 0) expect(high).toBeGreaterThanOrEqual(10);
  }
}

describe("suppressSeries", () => {
  it("protects a year that two running totals give away", () => {
    const windows = [
      { from: 0, to: 1 },
      { from: 0, to: 2 },
      { from: 0, to: 3 },
    ];
    const out = suppressSeries({ counts: [15, 20, 4, 40], windows, publishPeriods: false }, solver);
    expect(out.periods).toEqual([]);
    // 35 and 39 differ by 4: one of the two goes.
    expect(show(out.windows).filter((cell) => cell === "s")).toHaveLength(1);
    expectNothingGivenBack(out.publication);
  });

  it("hides only small years when nothing adds them up", () => {
    expect(show(suppressSeries({ counts: [15, 4, 0, null, 12] }).periods)).toEqual([15, "s", 0, "n", 12]);
  });

  it("withstands the attack", () => {
    const windows = fc.array(
      fc.tuple(fc.nat(6), fc.nat(6)).map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) })),
      { minLength: 1, maxLength: 5 },
    );
    fc.assert(
      fc.property(countsOf(7), windows, fc.boolean(), (counts, list, publishPeriods) => {
        expectNothingGivenBack(suppressSeries({ counts, windows: list, publishPeriods }, solver).publication);
      }),
      { seed: 6, numRuns: 40 },
    );
  });

  it.each([
    ["windows[0]", { counts: [1, 2], windows: [{ from: 1, to: 2 }] }],
    ["windows", { counts: [1, 2], publishPeriods: false }],
    ["counts", { counts: [] }],
  ])("refuses wrong %s", (argument, series) => {
    expect(() => suppressSeries(series, solver)).toThrow(expect.objectContaining({ argument }));
  });

  it("asks for the solver where windows cross", () => {
    expect(() => suppressSeries({ counts: [1, 2], windows: [{ from: 0, to: 1 }] })).toThrow(
      expect.objectContaining({ argument: "solver" }),
    );
  });
});

describe("suppressViews", () => {
  const dimensions = [dimension("area", 3), dimension("sex", 2), dimension("age", 2)];

  it("protects the difference between a view and the same view filtered", () => {
    const counts = [50, 4, 60, 30, 40, 30, 80, 20, 70, 60, 50, 40];
    const views = [
      { by: ["area"] },
      { by: ["area"], where: { sex: ["sex0"] } },
      { by: ["area"], where: { sex: ["sex0"], age: ["age0"] } },
    ];
    const out = suppressViews({ dimensions, counts, views }, solver);
    // Area 0, first sex: 54 of all ages and 50 of the first age leave 4 of the second.
    const cells = out.views.flat().filter(({ at }) => at[0] === "area0");
    expect(cells.some(({ cell }) => cell.state === "suppressed")).toBe(true);
    expectNothingGivenBack(out.publication);
  });

  it("shows everything where no difference is small", () => {
    const out = suppressViews(
      { dimensions, counts: new Array(12).fill(40), views: [{ by: ["area", "sex"] }] },
      solver,
    );
    expect(out.views.flat().every(({ cell }) => cell.state === "shown")).toBe(true);
  });

  it("withstands the attack", () => {
    const view = fc.record({
      by: fc.subarray(["area", "sex", "age"]),
      where: fc.record(
        { area: fc.subarray(["area0", "area1", "area2"], { minLength: 1 }), sex: fc.constant(["sex1"]) },
        { requiredKeys: [] },
      ),
      totals: fc.boolean(),
    });
    fc.assert(
      fc.property(countsOf(12), fc.array(view, { minLength: 1, maxLength: 4 }), (counts, views) => {
        expectNothingGivenBack(suppressViews({ dimensions, counts, views }, solver).publication);
      }),
      { seed: 7, numRuns: 40 },
    );
  }, 20_000);

  it.each([
    ["views[0].by", { by: ["income"] }],
    ["views[0].by", { by: ["sex", "sex"] }],
    ["views[0].where", { by: [], where: { income: [] } }],
    ["views[0].where.sex", { by: [], where: { sex: ["sex9"] } }],
    ["views[0].where.sex", { by: [], where: { sex: ["sex1", "sex1"] } }],
  ])("refuses wrong %s", (argument, view) => {
    const table = { dimensions, counts: new Array(12).fill(40), views: [view] };
    expect(() => suppressViews(table, solver)).toThrow(expect.objectContaining({ argument }));
  });
});

describe("suppressEdition", () => {
  const dimensions = [dimension("area", 4)];

  it("keeps a cell hidden that would give the earlier edition away", () => {
    const before = { counts: [5, 20, 30, 40], ...suppressTable({ dimensions, counts: [5, 20, 30, 40] }) };
    expect(show(before.cells)).toEqual(["s", "s", 30, 40, 95]);
    // The small count grew; shown now, the unchanged 20 would give back the 5.
    const now = suppressEdition({ dimensions, counts: [12, 20, 30, 40] }, [before], solver);
    expect(now.cells[1]).toEqual(SUPPRESSED);
    expectNothingGivenBack(now.together);
  });

  it("withstands the attack over three editions", () => {
    const square = [dimension("r", 3), dimension("c", 3)];
    const revision = fc.array(fc.constantFrom(0, 0, 0, 0, -2, 1, 4), { minLength: 9, maxLength: 9 });
    fc.assert(
      fc.property(countsOf(9), revision, revision, (first, change, again) => {
        const revised = (counts: (number | null)[], by: number[]) =>
          counts.map((value, i) => (value === null ? null : Math.max(0, value + by[i]!)));
        const second = revised(first, change);
        const one = { counts: first, ...suppressTable({ dimensions: square, counts: first }) };
        const two = suppressEdition({ dimensions: square, counts: second }, [one], solver);
        const earlier = [{ counts: second, cells: two.cells }, one];
        const three = suppressEdition(
          { dimensions: square, counts: revised(second, again) },
          earlier,
          solver,
        );
        expect(three.unprotected).toEqual([]);
        expectNothingGivenBack(three.together);
      }),
      { seed: 8, numRuns: 25 },
    );
  }, 30_000);

  it("refuses an edition of another shape", () => {
    const table = { dimensions, counts: [12, 20, 30, 40] };
    expect(() => suppressEdition(table, [{ counts: [1], cells: [] }], solver)).toThrow(
      expect.objectContaining({ argument: "earlier[0].counts" }),
    );
  });
});
