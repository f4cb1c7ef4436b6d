import * as Plot from "@observablehq/plot";
import { type ChartText, drawSvg, INK, NARROW_BELOW, paddedDomain, told } from "./svg.ts";

export type FunnelPoint = Readonly<{
  label: string;
  /** How many persons the figure is of. */
  size: number;
  value: number;
  /** Whether it lies beyond the outer lines. */
  outside: boolean;
}>;
type Limits = Readonly<{ size: number; lower: number; upper: number }>;
export type FunnelChart = ChartText &
  Readonly<{
    points: readonly FunnelPoint[];
    average: number;
    /** The lines of 95 % and of 99.8 %, from the smallest size to the largest. */
    inner: readonly Limits[];
    outer: readonly Limits[];
    unit: string;
    sizeUnit: string;
    figure(value: number): string;
    width?: number;
  }>;

/** Figures by their size, between the lines that chance alone would seldom cross: small areas stray more than large ones. */
export function funnelChart(chart: FunnelChart): string {
  const { width = 720, points, average, inner, outer, unit, sizeUnit, figure } = chart;
  const narrow = width < NARROW_BELOW;
  const fontSize = narrow ? 12 : 14;
  const sizes = outer.map(({ size }) => size);
  const y = paddedDomain([
    ...points.map(({ value }) => value),
    ...outer.flatMap(({ lower, upper }) => [lower, upper]),
  ]);
  const lines = (of: readonly Limits[], dash: string) =>
    (["lower", "upper"] as const).map((side) =>
      Plot.line(of, { x: "size", y: side, stroke: INK.compare, strokeWidth: 1.25, strokeDasharray: dash }),
    );
  return drawSvg(chart, {
    width,
    height: narrow ? 320 : 380,
    marginTop: 30,
    marginBottom: 48,
    marginLeft: 56,
    marginRight: narrow ? 16 : 90,
    style: { fontSize: `${fontSize}px`, color: INK.text },
    x: { type: "linear", domain: [Math.min(...sizes), Math.max(...sizes)] },
    y: { type: "linear", domain: y },
    marks: [
      Plot.gridY({ stroke: INK.grid, strokeOpacity: 1, ticks: 5 }),
      Plot.axisY({ ticks: 5, tickSize: 0, label: null, fontSize }),
      Plot.axisX({
        ...{ ticks: narrow ? 3 : 6, tickSize: 4, label: null, fontSize: narrow ? 11 : 13 },
        tickFormat: (size: number) => size.toLocaleString("ja-JP"),
      }),
      Plot.ruleY([average], { stroke: INK.text, strokeWidth: 1.25 }),
      ...lines(inner, "3 4"),
      ...lines(outer, "8 4"),
      Plot.dot(points, {
        ...{ x: "size", y: "value", r: 6, stroke: INK.main, strokeWidth: 2 },
        fill: ({ outside }: FunnelPoint) => (outside ? INK.main : "white"),
        ...told(
          ({ label, size, value }: FunnelPoint) =>
            `${label}　${figure(value)}　${size.toLocaleString("ja-JP")}${sizeUnit}`,
        ),
      }),
      Plot.text(points, {
        ...{ x: "size", y: "value", text: "label", dy: -14, stroke: "white", strokeWidth: 4 },
        fill: INK.text,
      }),
      Plot.text([`（${unit}）`], {
        frameAnchor: "top-left",
        dx: -56,
        dy: -28,
        textAnchor: "start",
        lineAnchor: "top",
      }),
      Plot.text([`（${sizeUnit}）`], { frameAnchor: "bottom-right", dy: 44 }),
    ],
  });
}
