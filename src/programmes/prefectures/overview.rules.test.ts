import { describe, expect, it } from "vitest";
import type { DistrictIndicator } from "#evidence/indicators/public.ts";
import { chartsOf } from "./district-charts.present.ts";
import { districtReport } from "./district-report.present.ts";
import { attentionOf, fileLines, LINE_COLUMNS, type Overview, tableOf } from "./overview.present.ts";
import { classesOf, funnelOf, medianOf, worstFirst } from "./overview.rules.ts";

type Cell = DistrictIndicator["cells"][number];
const cell = (numerator: number, denominator: number, standing: "worse" | "similar" = "similar"): Cell => {
  const value = (numerator * 100) / denominator;
  return {
    ...{ value, suppressed: false, interval: { lower: value - 1, upper: value + 1 }, numerator, denominator },
    ...{ standing, trend: null, series: [2018, 2019, 2020].map((year) => ({ year, value })) },
  } as unknown as Cell;
};
const HIDDEN = {
  ...{ value: null, suppressed: true, interval: null, numerator: null, denominator: null },
  ...{ standing: "not-comparable", trend: null, series: [] },
} as unknown as Cell;

const column = (code: string, cells: readonly Cell[]): DistrictIndicator =>
  ({
    ...{ code, name: code, unit: "percent", unit_name: "%", decimals: 1, polarity: "higher_is_worse", cells },
    ...{ kind: "proportion", multiplier: 100, theme: "lifestyle", source: "調査", caution: null, year: 2020 },
    around: [{ name: "島根県", kind: "prefecture", value: 20, suppressed: false }],
  }) as unknown as DistrictIndicator;
const CELLS = [cell(200, 1000), HIDDEN, cell(400, 1000, "worse"), null];
const overview = (columns: readonly DistrictIndicator[], more: Partial<Overview> = {}): Overview =>
  ({
    area: { id: "32", slug: "shimane", name: "島根県", kind: "prefecture", kind_name: "都道府県" },
    districts: ["東", "西", "南", "北"].map((name, at) => ({ id: `a${at}`, slug: `a${at}`, name })),
    ...{ columns, requests: new Map(), councils: new Map(), ...more },
  }) as unknown as Overview;
const ASKED = { theme: "", indicator: "", order: "worse" } as const;

describe("areas beside each other", () => {
  it("stand with the worst first, what is hidden and what there is not at the end", () => {
    expect(worstFirst(column("smoking", CELLS))).toEqual([2, 0, 1, 3]);
    const { rows } = tableOf(overview([column("smoking", CELLS)]), ASKED);
    expect(rows.map((row) => [row.name, row.cells[0]!.text, row.cells[0]!.mark?.word ?? ""])).toEqual([
      ["南", "40.0", "悪い"],
      ["東", "20.0", ""],
      ["西", "秘匿", ""],
      ["北", "データなし", ""],
    ]);
  });

  it("say hidden in every form that leaves, and nowhere what is hidden", () => {
    const smoking = column("smoking", CELLS);
    const drawn = chartsOf(smoking, overview([smoking]).districts, []);
    for (const { text } of drawn) expect(text).toContain("西 秘匿");
    const report = JSON.stringify(districtReport(overview([smoking]), "二次医療圏", "2026-11-30" as never));
    expect(report).toContain("秘匿");
    const line = fileLines(overview([smoking]))[1]!;
    expect(LINE_COLUMNS.map((each) => each.cell(line)).slice(3, 7)).toEqual([
      "秘匿",
      "%",
      undefined,
      undefined,
    ]);
  });

  it("are drawn as a funnel only where at least three have counts", () => {
    expect(funnelOf(column("smoking", CELLS))).toBeNull();
    const many = [cell(200, 1000), cell(220, 1000), cell(40, 200), cell(900, 1000)];
    expect(funnelOf(column("smoking", many))!.points.map((point) => point.outside)).toEqual([
      true,
      true,
      true,
      true,
    ]);
    const alike = [cell(200, 1000), cell(220, 1000), cell(45, 200), cell(400, 2000)];
    expect(funnelOf(column("smoking", alike))!.points.some((point) => point.outside)).toBe(false);
    expect(chartsOf(column("smoking", alike), overview([]).districts, []).map(({ key }) => key)).toEqual([
      ...["map", "ranking", "funnel", "multiples"],
    ]);
  });

  it("are classed from low to high, also where they are few", () => {
    expect(classesOf([3, null, 1])).toEqual([1, null, 0]);
    expect(classesOf([5, 4, 3, 2, 1])).toEqual([4, 3, 2, 1, 0]);
  });
});

describe("what somebody should look at", () => {
  it("is an area of three worse figures, a long wait, or no council", () => {
    const columns = ["a", "b", "c"].map((code) => column(code, CELLS));
    const requests = new Map(
      [10, 12, 11, 40].map((waitingDays, at) => [`a${at}`, { period: "", requests: 20, waitingDays }]),
    );
    const councils = new Map([["a0", { area: "a0", stage: null, meetings: 0 }]]);
    const found = attentionOf(overview(columns, { requests, councils }));
    expect(found.map(({ name, why }) => `${name}：${why}`)).toEqual([
      "東：今年度の協議会が登録されていません",
      "南：3指標が全体より悪い値です",
      "北：依頼の待ち日数が中央値の2倍を超えています（40日、中央値11.5日）",
    ]);
    expect(medianOf([])).toBeNull();
  });
});
