import { describe, expect, it } from "vitest";
import type { Area } from "#foundation/areas/public.ts";
import { fiscalYear } from "#platform/kernel/fiscal-year.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { Indicator, Source } from "../../dictionary/schema.ts";
import { ALL_AGES } from "../../observations/schema.ts";
import type { Level } from "../figures/rules.ts";
import { presentDistricts } from "./present.ts";
import { districtsOf } from "./rules.ts";

const area = (id: string, kind: Area["kind"]) =>
  ({ id, slug: id, name: id, kind, prefectureId: "32" }) as Area;
const WHOLE = area("32", "prefecture");
const DISTRICTS = ["east", "west", "south", "north"].map((id) => area(id, "secondary_medical_area"));
const indicator = Indicator.parse({
  ...{ no: 1, code: "smoking_rate", name_ja: "喫煙率", name_en: "Smoking", definition_ja: "吸う人" },
  ...{ kind: "proportion", unit: "percent", multiplier: 100, decimals: 1, polarity: "higher_is_worse" },
  ...{ theme: "lifestyle", position: 1, default_source: "survey", geographies: ["municipality"] },
});
const source = Source.parse({
  ...{ no: 1, code: "survey", name_ja: "調査", name_en: "Survey", owner_ja: "県", population_ja: "成人" },
});

const level = (
  areaId: string,
  year: number,
  numerator: number | null,
  denominator: number | null,
): Level => ({
  ...{ areaId: areaId as AreaId, indicatorNo: 1, fiscalYear: fiscalYear(year), sourceNo: 1, level: "total" },
  ...{ rows: 1, counted: true, numerator, denominator, value: null, lower: null, upper: null, asOf: null },
  ...{ firstAge: 0, lastAge: ALL_AGES, width: 128, men: 0 },
});
const told = (levels: readonly Level[]) =>
  presentDistricts(
    districtsOf({
      ...{ whole: WHOLE, districts: DISTRICTS, around: [WHOLE], levels },
      dictionary: { indicators: [indicator], sources: [source] },
    }),
    "ja",
  );
const cellsOf = (levels: readonly Level[]) => told(levels).columns[0]!.cells;

describe("the areas within an area beside each other", () => {
  it("stand by their verdict against the whole, in the last year that any has", () => {
    const cells = cellsOf([
      level("32", 2020, 4000, 20_000),
      level("east", 2020, 1600, 5000),
      level("west", 2020, 1000, 5000),
      level("south", 2020, 400, 5000),
      level("north", 2019, 900, 5000),
    ]);
    expect(cells.map((cell) => cell?.standing ?? null)).toEqual(["worse", "similar", "better", null]);
  });

  it("give no small count back from the sum of the whole", () => {
    const cells = cellsOf([
      level("32", 2020, 305, 2000),
      level("east", 2020, 5, 500),
      level("west", 2020, 80, 500),
      level("south", 2020, 100, 500),
      level("north", 2020, 120, 500),
    ]);
    const hidden = cells.filter((cell) => cell?.suppressed);
    expect(hidden.length).toBeGreaterThanOrEqual(2);
    expect(cells[0]).toMatchObject({ suppressed: true, value: null, numerator: null, interval: null });
    for (const cell of hidden) expect(cell).toMatchObject({ value: null, numerator: null });
  });

  it("are none where no district has a figure", () => {
    expect(told([level("32", 2020, 305, 2000)]).columns).toEqual([]);
  });
});
