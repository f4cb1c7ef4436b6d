import * as Plot from "@observablehq/plot";
import { type ChartText, drawSvg, INK, inTwoWidths, paddedDomain, spread, told, wrapLabel } from "./svg.ts";

export type LinePoint = Readonly<{
  x: number;
  y: number;
  /** Limits of the figure, drawn as a band where each point of the line has them. */
  lower?: number | undefined;
  upper?: number | undefined;
}>;

export type Line = Readonly<{
  /** Stands at the line's end; no legend to look up. */
  label: string;
  /** The one line that the chart is about is thick; what it is compared with is thin. */
  main: boolean;
  points: readonly LinePoint[];
}>;

export type LineChart = ChartText &
  Readonly<{
    lines: readonly Line[];
    unit: string;
    /** Two rows under each tick, such as a year and the same year of the era. */
    tick(x: number): string;
    figure(y: number): string;
    width?: number;
  }>;

const FONT = 14;
const LINE_HEIGHT = 17;
const MARGIN = { top: 30, bottom: 48, left: 52 } as const;
const DASHES = ["7 4", "2 4", "10 3 2 3"] as const;

/** A line chart for a wide and for a narrow screen. */
export const lineCharts = (chart: LineChart): { wide: string; narrow: string } =>
  inTwoWidths(lineChart, chart);

/** Figures over the years as an SVG: one thick line, those it is compared with thin, each labelled at its end. */
export function lineChart(chart: LineChart): string {
  const { width = 720 } = chart;
  const narrow = width < 500;
  const height = narrow ? 280 : 320;
  const marginRight = narrow ? 104 : 190;
  const lines = chart.lines.filter((line) => line.points.length > 0);
  const xs = [...new Set(lines.flatMap((line) => line.points.map((point) => point.x)))].sort((a, b) => a - b);
  const domain = yDomain(lines);
  const y = (value: number) =>
    height -
    MARGIN.bottom -
    ((value - domain[0]) / (domain[1] - domain[0])) * (height - MARGIN.top - MARGIN.bottom);
  return drawSvg(chart, {
    width,
    height,
    marginTop: MARGIN.top,
    marginBottom: MARGIN.bottom,
    marginLeft: MARGIN.left,
    marginRight,
    style: { fontSize: `${narrow ? 12 : FONT}px`, color: INK.text },
    x: { type: "linear", domain: xDomain(xs) },
    y: { type: "linear", domain },
    marks: [
      Plot.gridY({ stroke: INK.grid, strokeOpacity: 1, ticks: 5 }),
      Plot.axisY({ ticks: 5, tickSize: 0, label: null, fontSize: narrow ? 12 : FONT }),
      Plot.text([chart.unit], {
        text: (unit: string) => `（${unit}）`,
        frameAnchor: "top-left",
        dx: -MARGIN.left,
        dy: -MARGIN.top + 2,
        textAnchor: "start",
        lineAnchor: "top",
      }),
      Plot.axisX(
        apart(ticksOf(xs, narrow ? 4 : 9), chart, (x) => across(x, xs, width - MARGIN.left - marginRight)),
        {
          tickFormat: (x: number) => chart.tick(x),
          label: null,
          tickSize: 4,
          lineHeight: 1.25,
          fontSize: narrow ? 11 : 13,
        },
      ),
      ...lines.flatMap((line, i) => bandOf(line, i)),
      ...lines
        .toSorted((a, b) => Number(a.main) - Number(b.main))
        .flatMap((line) => strokeOf(line, lines, chart)),
      ...endLabels(chart, lines, y, { height, narrow }),
    ],
  });
}

function bandOf(line: Line, index: number) {
  const told = line.points.every((point) => point.lower !== undefined && point.upper !== undefined);
  if (!line.main || !told || line.points.length < 2) return [];
  return [
    Plot.areaY(line.points, {
      x: "x",
      y1: "lower",
      y2: "upper",
      fill: INK.main,
      fillOpacity: 0.12,
      z: () => index,
    }),
  ];
}

function strokeOf(line: Line, lines: readonly Line[], { tick, figure }: LineChart) {
  const compared = lines.filter((other) => !other.main);
  const stroke = line.main ? INK.main : INK.compare;
  return [
    Plot.line(line.points, {
      x: "x",
      y: "y",
      stroke,
      strokeWidth: line.main ? 3.5 : 1.5,
      ...(line.main ? {} : { strokeDasharray: DASHES[compared.indexOf(line) % DASHES.length]! }),
    }),
    Plot.dot(line.points, {
      x: "x",
      y: "y",
      r: line.main ? 4 : 2,
      fill: line.main ? stroke : "white",
      stroke,
      strokeWidth: line.main ? 0 : 1.2,
      ...told(({ x, y, lower, upper }: LinePoint) =>
        [
          `${tick(x).replace("\n", "・")}　${line.label}　${figure(y)}`,
          lower === undefined || upper === undefined ? "" : `（${figure(lower)}〜${figure(upper)}）`,
        ].join(""),
      ),
    }),
  ];
}

function endLabels(
  chart: LineChart,
  lines: readonly Line[],
  y: (value: number) => number,
  { height, narrow }: { height: number; narrow: boolean },
) {
  const labels = lines.map((line) => {
    const last = line.points[line.points.length - 1]!;
    const rows = [...wrapLabel(line.label, narrow ? 7 : 12), chart.figure(last.y)];
    return { line, last, rows, height: rows.length * (narrow ? 14 : LINE_HEIGHT) + 4 };
  });
  const places = spread(
    labels.map((label) => ({ at: y(label.last.y), height: label.height })),
    4,
    // Above the years, which stand below the drawing.
    height - MARGIN.bottom + 8,
  );
  return labels.map((label, i) =>
    Plot.text([label.last], {
      x: "x",
      y: "y",
      text: () => label.rows.join("\n"),
      textAnchor: "start",
      dx: 10,
      dy: places[i]! - y(label.last.y),
      fill: label.line.main ? INK.main : INK.text,
      fontWeight: label.line.main ? "bold" : "normal",
      fontSize: narrow ? 12 : FONT,
      lineHeight: narrow ? 14 / 12 : LINE_HEIGHT / FONT,
    }),
  );
}

/** Room above and below, and down to zero where that is near: a line chart may begin elsewhere, and then says so. */
export function yDomain(lines: readonly Line[]): [number, number] {
  const values = lines.flatMap((line) =>
    line.points.flatMap((point) =>
      line.main ? [point.y, point.lower ?? point.y, point.upper ?? point.y] : [point.y],
    ),
  );
  return paddedDomain(values);
}

export const startsAtZero = (lines: readonly Line[]): boolean => yDomain(lines)[0] === 0;

function xDomain(xs: readonly number[]): [number, number] {
  const [first = 0, last = 1] = [xs[0], xs[xs.length - 1]];
  return first === last ? [first - 1, last + 1] : [first, last];
}

/** How far to the right a figure stands. */
function across(x: number, xs: readonly number[], width: number): number {
  const [first, last] = xDomain(xs);
  return (width * (x - first)) / (last - first);
}

/** Those whose labels don't run into the one after; the last stands. Points may be days of one month. */
function apart(ticks: readonly number[], { tick }: LineChart, at: (x: number) => number): number[] {
  const widthOf = (x: number) =>
    Math.max(
      ...tick(x)
        .split("\n")
        .map((row) => [...row].reduce((sum, sign) => sum + (sign < "\u0100" ? 8 : 13), 0)),
    );
  const kept: number[] = [];
  for (const x of ticks.toReversed()) {
    const next = kept.at(-1);
    if (next === undefined || at(next) - at(x) >= (widthOf(x) + widthOf(next)) / 2 + 6) kept.push(x);
  }
  return kept.reverse();
}

/** At most that many of the years, evenly, the last always among them. */
function ticksOf(xs: readonly number[], most: number): number[] {
  const step = Math.ceil(xs.length / most) || 1;
  return xs.filter((_, i) => (xs.length - 1 - i) % step === 0);
}
