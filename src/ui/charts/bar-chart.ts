import * as Plot from "@observablehq/plot";
import { type ChartText, drawSvg, INK, told } from "./svg.ts";

export type BarChart = ChartText &
  Readonly<{
    /** Null: no figure is known; drawn as a dash, never as a bar of nothing. */
    bars: readonly Readonly<{ x: string; y: number | null }>[];
    /** The one bar that the chart is about; the others are pale. */
    main?: string;
    unit: string;
    figure(y: number): string;
    width?: number;
  }>;

const FONT = 14;

/** Counts by category as an SVG, each bar with its figure above it. */
export function barChart(chart: BarChart): string {
  const { width = 640 } = chart;
  const known = chart.bars.flatMap(({ x, y }) => (y === null ? [] : [{ x, y }]));
  const unknown = chart.bars.filter(({ y }) => y === null);
  const most = Math.max(1, ...known.map(({ y }) => y));
  return drawSvg(chart, {
    width,
    height: 240,
    marginTop: 34,
    marginBottom: 30,
    marginLeft: 56,
    style: { fontSize: `${FONT}px`, color: INK.text, background: "white" },
    x: { domain: chart.bars.map(({ x }) => x), label: null, tickSize: 0, padding: 0.35 },
    y: {
      domain: [0, most * 1.1],
      label: null,
      ticks: 4,
      tickFormat: (y: number) => chart.figure(y),
      tickSize: 0,
    },
    marks: [
      Plot.gridY({ stroke: INK.grid, strokeOpacity: 1, ticks: 4 }),
      Plot.barY(known, {
        ...{ x: "x", y: "y" },
        fill: ({ x }) => (chart.main && x !== chart.main ? INK.pale : INK.main),
        ...told(({ x, y }: (typeof known)[number]) => `${x}　${chart.figure(y)}`),
      }),
      Plot.text(known, { x: "x", y: "y", text: ({ y }) => chart.figure(y), dy: -8, fill: INK.text }),
      Plot.text(unknown, { x: "x", y: 0, text: () => "―", dy: -8, fill: INK.text }),
      Plot.ruleY([0], { stroke: INK.text }),
      Plot.text([`（${chart.unit}）`], { frameAnchor: "top-left", dx: -50, dy: -30, fill: INK.text }),
    ],
  });
}
