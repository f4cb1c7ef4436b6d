import * as Plot from "@observablehq/plot";
import { type ChartText, drawSvg, INK, NARROW_BELOW, paddedDomain, told, wrapLabel } from "./svg.ts";

export type DotRow = Readonly<{
  label: string;
  /** The row that the chart is about: thick, and a broken line leads from it through the others. */
  main: boolean;
  value: number | null;
  lower?: number | undefined;
  upper?: number | undefined;
  /** What is written in place of a figure that there is not. */
  nothing?: string;
}>;
export type DotChart = ChartText &
  Readonly<{ rows: readonly DotRow[]; unit: string; figure(value: number): string; width?: number }>;

const ROW_HEIGHT = 46;

/** Figures side by side, each a dot on the line of its interval: whether intervals overlap is seen at once. */
export function dotChart(chart: DotChart): string {
  const { width = 720, rows, unit, figure } = chart;
  const narrow = width < NARROW_BELOW;
  const fontSize = narrow ? 12 : 14;
  const at = rows.map((row, i) => ({ ...row, i }));
  const known = at.flatMap((row) => (row.value === null ? [] : [{ ...row, value: row.value }]));
  const ranged = known.filter(({ lower, upper }) => lower !== undefined && upper !== undefined);
  const x: [number, number] = paddedDomain(
    known.flatMap(({ value, lower = value, upper = value }) => [value, lower, upper]),
  );
  const text = (row: (typeof at)[number]) => (row.value === null ? (row.nothing ?? "―") : figure(row.value));
  const marks = (of: boolean) => {
    const stroke = of ? INK.main : INK.compare;
    const lines = ranged.filter(({ main }) => main === of);
    const dots = known.filter(({ main }) => main === of);
    return [
      Plot.ruleY(lines, { y: "i", x1: "lower", x2: "upper", stroke, strokeWidth: of ? 4 : 1.5 }),
      Plot.tickX(lines, { y: "i", x: "lower", stroke, strokeWidth: of ? 2 : 1, inset: 12 }),
      Plot.tickX(lines, { y: "i", x: "upper", stroke, strokeWidth: of ? 2 : 1, inset: 12 }),
      Plot.dot(dots, {
        y: "i",
        x: "value",
        r: of ? 6 : 4.5,
        stroke,
        strokeWidth: 1.5,
        fill: of ? stroke : "white",
        ...told(({ label, value, lower, upper }: (typeof dots)[number]) =>
          [
            `${label}　${figure(value)}`,
            lower === undefined || upper === undefined ? "" : `（${figure(lower)}〜${figure(upper)}）`,
          ].join(""),
        ),
      }),
    ];
  };
  return drawSvg(chart, {
    width,
    height: 58 + rows.length * ROW_HEIGHT,
    marginTop: 24,
    marginBottom: 34,
    marginLeft: narrow ? 92 : 190,
    marginRight: narrow ? 66 : 110,
    style: { fontSize: `${fontSize}px`, color: INK.text },
    x: { type: "linear", domain: x },
    y: { type: "band", domain: at.map(({ i }) => i), label: null, padding: 0 },
    marks: [
      Plot.gridX({ stroke: INK.grid, strokeOpacity: 1, ticks: narrow ? 3 : 6 }),
      Plot.axisX({ ticks: narrow ? 3 : 6, tickSize: 0, label: null, fontSize }),
      Plot.axisY({
        tickSize: 0,
        label: null,
        fontSize,
        lineHeight: 1.15,
        tickFormat: (i: number) => wrapLabel(rows[i]!.label, narrow ? 7 : 12).join("\n"),
      }),
      ...known
        .filter(({ main }) => main)
        .map(({ value }) =>
          Plot.ruleX([value], { stroke: INK.main, strokeDasharray: "4 4", strokeWidth: 1 }),
        ),
      ...marks(false),
      ...marks(true),
      ...at.map((row) =>
        Plot.text([row], {
          y: "i",
          text,
          frameAnchor: "right",
          textAnchor: "start",
          dx: 8,
          fill: row.main ? INK.main : INK.text,
          fontWeight: row.main ? "bold" : "normal",
        }),
      ),
      Plot.text([`（${unit}）`], { frameAnchor: "top-right", textAnchor: "start", dx: 2, dy: -20 }),
    ],
  });
}
