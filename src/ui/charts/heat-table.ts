import * as Plot from "@observablehq/plot";
import { type ChartText, drawSvg, INK, NARROW_BELOW, NO_FIGURE, shadeOf, wrapLabel } from "./svg.ts";

export type HeatCell = Readonly<{
  /** The class that the shade stands for, from 0; null where there is no figure. */
  level: number | null;
  /** What is written on it: the figure, or the word for why there is none. */
  text: string;
}>;
export type HeatTable = ChartText &
  Readonly<{
    columns: readonly string[];
    rows: readonly Readonly<{ label: string; cells: readonly HeatCell[] }>[];
    levels: number;
    width?: number;
  }>;

const ROW_HEIGHT = 34;

/** A table whose cells are shaded by their class, each with its figure: it reads in grey, and without any shade. */
export function heatTable(chart: HeatTable): string {
  const { width = 720, columns, rows, levels } = chart;
  const narrow = width < NARROW_BELOW;
  const cells = rows.flatMap(({ cells: own }, y) => own.map((cell, x) => ({ ...cell, x, y })));
  const marginLeft = narrow ? 84 : 170;
  const wide = (width - marginLeft) / Math.max(1, columns.length) / (narrow ? 12.5 : 14);
  const wrapped = (words: string) => wrapLabel(words, Math.max(2, wide)).join("\n");
  const heads = columns.map((column) => wrapLabel(column, Math.max(2, wide)));
  const marginTop = 12 + 15 * Math.max(1, ...heads.map(({ length }) => length));
  const place = { x: "x", y: "y" } as const;
  const look = ({ level }: HeatCell) => (level === null ? NO_FIGURE : shadeOf(level, levels));
  const known = cells.filter(({ level }) => level !== null);
  const unknown = cells.filter(({ level }) => level === null);
  return drawSvg(chart, {
    ...{ width, marginTop, marginLeft, marginRight: 2, marginBottom: 4 },
    height: marginTop + rows.length * ROW_HEIGHT + 4,
    style: { fontSize: narrow ? "11px" : "13px", color: INK.text },
    x: { type: "band", domain: columns.map((_, i) => i), label: null, padding: 0.04 },
    y: { type: "band", domain: rows.map((_, i) => i), label: null, padding: 0.06 },
    marks: [
      Plot.axisX({
        anchor: "top",
        tickSize: 0,
        label: null,
        lineHeight: 1.15,
        tickFormat: (i: number) => heads[i]!.join("\n"),
      }),
      Plot.axisY({
        ...{ tickSize: 0, label: null, lineHeight: 1.1 },
        tickFormat: (i: number) => wrapLabel(rows[i]!.label, narrow ? 7 : 12).join("\n"),
      }),
      Plot.cell(known, { ...place, fill: (cell) => look(cell).fill, stroke: INK.compare, strokeWidth: 0.5 }),
      Plot.cell(unknown, {
        ...{ ...place, fill: NO_FIGURE.fill, stroke: NO_FIGURE.stroke, strokeDasharray: NO_FIGURE.dash },
      }),
      Plot.text(cells, {
        ...place,
        text: (cell) => wrapped(cell.text),
        lineHeight: 1.05,
        fill: (cell) => look(cell).ink,
      }),
    ],
  });
}
