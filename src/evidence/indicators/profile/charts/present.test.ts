import { describe, expect, it } from "vitest";
import { fiscalYear } from "#platform/kernel/fiscal-year.ts";
import { comparisonChartOf } from "./present.ts";
import type { ChartedRow } from "./schema.ts";

const point = (
  year: number,
  value: number | null,
  interval: { lower: number; upper: number } | null = null,
) => ({
  ...{ fiscal_year: fiscalYear(year), value, interval, suppressed: false },
});
const row = (compared: ChartedRow["compared"]): ChartedRow => ({
  heading: "有所見率",
  indicator: { unit: "percent", unit_name: "%", decimals: 1 },
  area: { name: "浜田圏域" },
  series: [point(2006, 50), point(2007, 51.2, { lower: 48.1, upper: 54.3 }), point(2008, null)],
  compared,
});
const nation = { area: { name: "全国" }, series: [point(2007, 47.5), point(2008, 49)] };

describe("figures side by side", () => {
  it("are those of the last year that the area has, in a sentence and as dots", () => {
    const shown = comparisonChartOf(row([nation]), "c", "ja")!;
    expect(shown.title).toBe("2007年度は、浜田圏域が51.2%（48.1%〜54.3%）、全国が47.5%です。");
    expect(shown.chart.wide.match(/<circle/g)).toHaveLength(2);
  });

  it("say which figure is hidden and which there is not", () => {
    const hidden = { area: { name: "島根県" }, series: [{ ...point(2007, null), suppressed: true }] };
    const none = { area: { name: "西部" }, series: [] };
    const { title } = comparisonChartOf(row([nation, hidden, none]), "c", "ja")!;
    expect(title).toContain("島根県が秘匿、西部がデータなし");
  });

  it("are left out where nothing can be put beside", () => {
    expect(
      comparisonChartOf(row([{ area: { name: "全国" }, series: [point(2005, 40)] }]), "c", "ja"),
    ).toBeNull();
    expect(comparisonChartOf({ ...row([nation]), series: [point(2007, null)] }, "c", "ja")).toBeNull();
  });
});
