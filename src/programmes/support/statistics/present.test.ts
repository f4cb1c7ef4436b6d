import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { INDUSTRIES } from "../offers/lists/schema.ts";
import { tablesOf } from "./present.ts";
import { type Facts, SIZE_BANDS } from "./schema.ts";

const facts = (counts: readonly number[]): Facts => ({
  year: 2025,
  requests: counts.reduce((sum, one) => sum + one, 0),
  workplaces: 0,
  newWorkplaces: 0,
  held: 0,
  unmet: 0,
  waitingDays: { median: null, ninety: null },
  bySizeAndIndustry: INDUSTRIES.flatMap((industry, row) =>
    SIZE_BANDS.map((size, column) => ({
      size,
      industry,
      count: counts[row * SIZE_BANDS.length + column] ?? 0,
    })),
  ),
  byHeardFrom: [
    { key: "web", count: 3 },
    { key: "leaflet", count: 30 },
  ],
  byUnmetReason: [],
  byTopic: [],
  bySupporter: [],
});

describe("what is published of requests", () => {
  it("hides every count from one to nine, whatever the table, and keeps sums that are shown true", () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 40 })), { minLength: 48, maxLength: 48 }),
        (counts) => {
          const { rows } = tablesOf(facts(counts), "public").sizeAndIndustry;
          const known = tablesOf(facts(counts), "secretariat").sizeAndIndustry.rows;
          for (const [row, { cells }] of rows.entries())
            for (const [column, cell] of cells.entries()) {
              const truth = known[row]!.cells[column]!;
              if (cell.state !== "shown" || truth.state !== "shown") continue;
              expect(cell.value).toBe(truth.value);
              expect(cell.value === 0 || cell.value >= 10).toBe(true);
            }
        },
      ),
      { seed: 20_261_122, numRuns: 60 },
    );
  });

  it("does not leave a hidden cell alone beside its total", () => {
    const { rows } = tablesOf(facts([]), "public").heardFrom;
    expect(rows.filter((row) => row.cells[0]!.state === "suppressed").length).toBeGreaterThan(1);
  });

  it("tells the secretariat everything", () => {
    const { rows } = tablesOf(facts([]), "secretariat").heardFrom;
    expect(rows.find((row) => row.key === "web")!.cells).toEqual([{ state: "shown", value: 3 }]);
    expect(rows.at(-1)!.cells).toEqual([{ state: "shown", value: 33 }]);
  });
});
