import { describe, expect, it } from "vitest";
import { fiscalYear } from "#platform/kernel/fiscal-year.ts";
import { chartOf, comparisonChartOf } from "./present.ts";
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

describe("figures over the years", () => {
  const over = (series: ChartedRow["series"]) => chartOf({ ...row([nation]), series }, "c", "ja");

  it("are bars where there are two, a line from three on, nothing for one", () => {
    const years = [point(2005, 49), point(2006, 50), point(2007, 51.2)];
    expect(over(years.slice(0, 1))).toBeNull();
    expect(over(years.slice(0, 2))!.wide).toMatch(/<rect[^>]*data-value="2005（H17）　49.0%"/);
    expect(over(years.slice(0, 2))!.fromZero).toBe(true);
    expect(over(years)!.wide).not.toContain("<rect");
  });

  it("each tell themselves to a pointer and a key, with their interval", () => {
    const { wide } = over([
      point(2005, 49),
      point(2006, 50),
      point(2007, 51.2, { lower: 48.1, upper: 54.3 }),
    ])!;
    expect(wide).toContain('data-value="2007・H19　浜田圏域　51.2%（48.1%〜54.3%）"');
    expect(wide).not.toContain("aria-label=");
  });
});
