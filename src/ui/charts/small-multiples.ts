import * as Plot from "@observablehq/plot";
import { type ChartText, drawSvg, INK, NARROW_BELOW, paddedDomain, told } from "./svg.ts";

export type Panel = Readonly<{
  label: string;
  /** Null: no figure; the line is broken there. */
  points: readonly Readonly<{ x: number; y: number | null }>[];
  /** What is written in a panel without any figure. */
  nothing?: string;
}>;
export type SmallMultiples = ChartText &
  Readonly<{
    panels: readonly Panel[];
    unit: string;
    tick(x: number): string;
    figure(y: number): string;
    width?: number;
  }>;

/** Many small line charts on one scale, so that heights may be compared from one to the next. */
export function smallMultiples(chart: SmallMultiples): string {
  const { width = 720, panels, unit, tick, figure } = chart;
  const columns = width < NARROW_BELOW ? 2 : 4;
  const placed = panels.map((panel, i) => ({ ...panel, fx: i % columns, fy: Math.floor(i / columns) }));
  const points = placed.flatMap(({ fx, fy, points: own }) => own.map((point) => ({ ...point, fx, fy })));
  const labels = new Map(placed.map(({ fx, fy, label }) => [`${fx}/${fy}`, label]));
  const known = points.filter(({ y }) => y !== null);
  const xs = [...new Set(points.map(({ x }) => x))].sort((a, b) => a - b);
  const [first = 0, last = 1] = [xs[0], xs.at(-1)];
  const lasts = placed.flatMap(({ fx, fy, points: own }) => {
    const end = own.findLast(({ y }) => y !== null);
    return end ? [{ x: end.x, y: end.y!, fx, fy }] : [];
  });
  return drawSvg(chart, {
    width,
    height: 46 + Math.ceil(panels.length / columns) * 122,
    marginTop: 30,
    marginBottom: 26,
    marginLeft: 44,
    marginRight: 12,
    style: { fontSize: "12px", color: INK.text },
    x: { type: "linear", domain: first === last ? [first - 1, last + 1] : [first, last] },
    y: { type: "linear", domain: paddedDomain(points.flatMap(({ y }) => (y === null ? [] : [y]))) },
    fx: {
      axis: null,
      padding: 0.12,
      domain: Array.from({ length: Math.min(columns, panels.length) }, (_, i) => i),
    },
    fy: { axis: null, padding: 0.3 },
    marks: [
      Plot.gridY({ stroke: INK.grid, strokeOpacity: 1, ticks: 2 }),
      Plot.axisY({ ticks: 2, tickSize: 0, label: null }),
      // The first and the last year keep within their own panel.
      Plot.axisX([first], { tickFormat: tick, tickSize: 3, label: null, textAnchor: "start" }),
      ...(first === last
        ? []
        : [Plot.axisX([last], { tickFormat: tick, tickSize: 3, label: null, textAnchor: "end" })]),
      Plot.line(points, { fx: "fx", fy: "fy", x: "x", y: "y", stroke: INK.main, strokeWidth: 2.5 }),
      // Seen only by who points at them.
      Plot.dot(known, {
        ...{ fx: "fx", fy: "fy", x: "x", y: "y", r: 4, fill: INK.main, fillOpacity: 0 },
        ...told(
          ({ x, y, fx, fy }: (typeof known)[number]) =>
            `${labels.get(`${fx}/${fy}`)}　${tick(x).replace("\n", "・")}　${figure(y!)}`,
        ),
      }),
      Plot.dot(lasts, { fx: "fx", fy: "fy", x: "x", y: "y", r: 3.5, fill: INK.main }),
      Plot.text(placed, {
        fx: "fx",
        fy: "fy",
        text: "label",
        frameAnchor: "top-left",
        dy: -16,
        fontWeight: "bold",
      }),
      Plot.text(lasts, {
        ...{
          fx: "fx",
          fy: "fy",
          text: ({ y }: { y: number }) => figure(y),
          frameAnchor: "top-right",
          dy: -16,
        },
      }),
      Plot.text(
        placed.filter(({ points: own }) => own.every(({ y }) => y === null)),
        { fx: "fx", fy: "fy", text: ({ nothing = "―" }: Panel) => nothing, frameAnchor: "middle" },
      ),
      Plot.text([`（${unit}）`], { frameAnchor: "top-left", dx: -44, dy: -30, fx: () => 0, fy: () => 0 }),
    ],
  });
}
