import { fiscalYear } from "#platform/kernel/fiscal-year.ts";
import { NOTHING } from "#platform/kernel/nothing.ts";
import { barChart } from "#ui/charts/bar-chart.ts";
import { dotChart } from "#ui/charts/dot-chart.ts";
import { type Line, lineCharts, startsAtZero } from "#ui/charts/line-chart.ts";
import { inTwoWidths } from "#ui/charts/svg.ts";
import { eraOf, type Language, showNumber } from "../messages.ts";
import { INDICATOR_TEXT } from "../wording/indicator/messages.ts";
import type { ChartedRow } from "./schema.ts";

/**
 * A chart in two sizes, what somebody who does not see it is told, and whether its axis begins at zero (which the page
 * says where it does not).
 */
export type Chart = Readonly<{ wide: string; narrow: string; text: string; fromZero: boolean }>;

/** One figure is told by the table; two are bars, for they show no trend; a line begins with three. */
const LEAST_YEARS = 2;
const LEAST_OF_A_LINE = 3;

export function chartOf(row: ChartedRow, id: string, language: Language): Chart | null {
  const line = (label: string, main: boolean, series: ChartedRow["series"]): Line => ({
    label,
    main,
    points: series.flatMap((point) =>
      point.value === null
        ? []
        : [
            {
              x: point.fiscal_year,
              y: point.value,
              lower: point.interval?.lower,
              upper: point.interval?.upper,
            },
          ],
    ),
  });
  const main = line(row.area.name, true, row.series);
  if (main.points.length < LEAST_YEARS) return null;
  const years = main.points.map((point) => point.x);
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const lines = [...row.compared.map((other) => line(other.area.name, false, other.series)), main].map(
    ({ label, main, points }) => ({
      label,
      main,
      points: points.filter((point) => point.x >= first && point.x <= last),
    }),
  );
  const { unit, figure } = unitAndFigure(row);
  const told = lines
    .filter((one) => one.points.length > 0)
    .map((one) => {
      const [from, to] = [one.points[0]!, one.points[one.points.length - 1]!];
      return language === "ja"
        ? `${one.label}は${from.x}年度の${figure(from.y)}から${to.x}年度の${figure(to.y)}。`
        : `${one.label}: ${figure(from.y)} in FY${from.x}, ${figure(to.y)} in FY${to.x}. `;
    });
  const text = told.join("");
  if (main.points.length < LEAST_OF_A_LINE) {
    const bars = main.points.map(({ x, y }) => ({ x: `${x}（${eraOf(fiscalYear(x))}）`, y }));
    const { wide, narrow } = inTwoWidths(barChart, {
      id,
      title: row.heading,
      description: text,
      bars,
      unit,
      figure,
    });
    return { wide, narrow, text, fromZero: true };
  }
  const { wide, narrow } = lineCharts({
    id,
    title: row.heading,
    description: text,
    lines,
    unit,
    tick: (x) => `${x}\n${eraOf(fiscalYear(x))}`,
    figure,
  });
  return { wide, narrow, text, fromZero: startsAtZero(lines) };
}

const unitAndFigure = ({ indicator: { unit, unit_name, decimals } }: ChartedRow) => ({
  unit: unit === "percent" ? "%" : unit_name,
  figure: (value: number) => showNumber(value, decimals) + (unit === "percent" ? "%" : ""),
});

/**
 * The last figure of an area beside those of the same year that it is compared with, each with its interval; null where
 * there is none of either.
 */
export function comparisonChartOf(row: ChartedRow, id: string, language: Language) {
  const own = row.series.findLast(({ value }) => value !== null);
  if (!own) return null;
  const { unit, figure } = unitAndFigure(row);
  const dot = (label: string, main: boolean, point: ChartedRow["series"][number] | undefined) => ({
    label,
    main,
    value: point?.value ?? null,
    lower: point?.interval?.lower,
    upper: point?.interval?.upper,
    nothing: NOTHING[point?.suppressed ? "hidden" : "no-data"][language],
  });
  const compared = row.compared.map(({ area, series }) =>
    dot(
      area.name,
      false,
      series.find(({ fiscal_year }) => fiscal_year === own.fiscal_year),
    ),
  );
  if (!compared.some(({ value }) => value !== null)) return null;
  const rows = [dot(row.area.name, true, own), ...compared];
  const told = rows.map(({ label, value, nothing, lower, upper }) => {
    const limits =
      lower !== undefined && upper !== undefined
        ? INDICATOR_TEXT.limits[language](figure(lower), figure(upper))
        : "";
    return INDICATOR_TEXT.told[language](label, value === null ? nothing : `${figure(value)}${limits}`);
  });
  const title = INDICATOR_TEXT.sideBySide[language](
    own.fiscal_year,
    told.join(language === "ja" ? "、" : "; "),
  );
  const description = INDICATOR_TEXT.dots[language];
  return { title, chart: inTwoWidths(dotChart, { id, title, description, rows, unit, figure }) };
}
