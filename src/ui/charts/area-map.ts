import * as Plot from "@observablehq/plot";
import { type ChartText, drawSvg, INK, NARROW_BELOW, NO_FIGURE, shadeOf, told, wrapLabel } from "./svg.ts";

export type Shape = Readonly<{
  area: string;
  type: "Polygon" | "MultiPolygon";
  /** GeoJSON: longitude before latitude. */
  coordinates: readonly unknown[];
}>;

export type MapArea = Readonly<{
  /** Its code; areas without shapes stand in the order of these. */
  id: string;
  label: string;
  /** The class that its shade stands for, from 0; null where nothing is known of it. */
  level: number | null;
  /** What is written on it: the class in a word, so that no shade is needed. */
  text: string;
}>;

export type AreaMap = ChartText &
  Readonly<{
    areas: readonly MapArea[];
    levels: number;
    /** Boundaries of the areas, where the operator has them; a shape of no area is left out. */
    shapes?: readonly Shape[] | undefined;
    width?: number;
  }>;

/** Areas by their shapes, or as one square each in the order of their codes, shaded by class and labelled. */
export function areaMap(chart: AreaMap): string {
  const known = new Set(chart.areas.map(({ id }) => id));
  const shapes = (chart.shapes ?? []).filter(({ area }) => known.has(area));
  const shaped = new Set(shapes.map(({ area }) => area));
  return chart.areas.length > 0 && shaped.size === known.size ? shapeMap(chart, shapes) : squareMap(chart);
}

const look = ({ level }: Pick<MapArea, "level">, levels: number) =>
  level === null ? NO_FIGURE : shadeOf(level, levels);

function squareMap(chart: AreaMap): string {
  const { width = 720, areas, levels } = chart;
  const narrow = width < NARROW_BELOW;
  const columns = narrow ? 5 : 10;
  const squares = areas
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map((area, i) => ({ ...area, x: i % columns, y: Math.floor(i / columns) }));
  const rows = Math.max(1, Math.ceil(areas.length / columns));
  const place = { x: "x", y: "y" } as const;
  const fontSize = narrow ? 11 : 12;
  return drawSvg(chart, {
    width,
    height: Math.round((width / columns) * rows * 0.86),
    ...{ marginTop: 1, marginBottom: 1, marginLeft: 1, marginRight: 1 },
    style: { fontSize: `${fontSize}px`, color: INK.text },
    x: { type: "band", axis: null, domain: Array.from({ length: columns }, (_, i) => i), padding: 0.05 },
    y: { type: "band", axis: null, domain: Array.from({ length: rows }, (_, i) => i), padding: 0.05 },
    marks: [
      ...cellsOf(
        squares.filter(({ level }) => level !== null),
        levels,
      ),
      Plot.cell(
        squares.filter(({ level }) => level === null),
        { ...place, fill: NO_FIGURE.fill, stroke: NO_FIGURE.stroke, strokeDasharray: NO_FIGURE.dash },
      ),
      Plot.text(squares, {
        ...{ ...place, dy: -8, lineHeight: 1.05, fill: (one: MapArea) => look(one, levels).ink },
        text: ({ label }: MapArea) => wrapLabel(label, 5).slice(0, 2).join("\n"),
      }),
      Plot.text(squares, {
        ...{
          ...place,
          dy: 16,
          fontWeight: "bold",
          text: "text",
          fill: (one: MapArea) => look(one, levels).ink,
        },
      }),
    ],
  });
}

const cellsOf = (squares: readonly (MapArea & { x: number; y: number })[], levels: number) => [
  Plot.cell(squares, {
    ...{ x: "x", y: "y", stroke: INK.compare, strokeWidth: 0.5 },
    fill: (one: MapArea) => look(one, levels).fill,
    ...told(({ label, text }: MapArea) => `${label}　${text}`),
  }),
];

type Position = readonly [number, number];

function shapeMap(chart: AreaMap, shapes: readonly Shape[]): string {
  const { width = 720, areas, levels } = chart;
  const height = Math.round(width * 0.72);
  const fontSize = width < NARROW_BELOW ? 11 : 13;
  const byId = new Map(areas.map((area) => [area.id, area]));
  const all = shapes.flatMap(positionsOf);
  // Degrees of longitude are shorter than those of latitude, by the cosine; for one prefecture that is projection enough.
  const narrowing = Math.cos((mean(all.map(([, y]) => y)) * Math.PI) / 180);
  const flat = (value: unknown): unknown =>
    isPosition(value) ? [value[0] * narrowing, value[1]] : Array.isArray(value) ? value.map(flat) : value;
  const features = shapes.map(({ area, type, coordinates }) => ({
    type: "Feature" as const,
    properties: { area },
    geometry: { type, coordinates: flat(coordinates) } as never,
  }));
  const domain = { type: "FeatureCollection" as const, features };
  const of = (feature: (typeof features)[number]) => byId.get(feature.properties.area)!;
  const geo = (unknown: boolean) =>
    Plot.geo(
      features.filter((feature) => (of(feature).level === null) === unknown),
      {
        fill: (feature) => look(of(feature), levels).fill,
        stroke: INK.compare,
        strokeWidth: 0.7,
        ...told((feature: (typeof features)[number]) => `${of(feature).label}　${of(feature).text}`),
        ...(unknown ? { strokeDasharray: NO_FIGURE.dash } : {}),
      },
    );
  return drawSvg(chart, {
    width,
    height,
    style: { fontSize: `${fontSize}px`, color: INK.text },
    projection: { type: "reflect-y", domain },
    marks: [
      geo(true),
      geo(false),
      Plot.text(labelsOf(chart, shapes, { narrowing, fontSize, height }), {
        ...{
          x: "x",
          y: "y",
          text: "label",
          fill: INK.text,
          stroke: "white",
          strokeWidth: 4,
          lineHeight: LINE,
        },
      }),
    ],
  });
}

const LINE = 1.1;
type Box = Readonly<{ left: number; right: number; top: number; bottom: number }>;

/**
 * Names and classes where they find room: the largest areas first, then the class alone, then nothing. What is not written
 * on the map stands in the table beside it.
 */
function labelsOf(
  { width = 720, areas }: AreaMap,
  shapes: readonly Shape[],
  { narrowing, fontSize, height }: Readonly<{ narrowing: number; fontSize: number; height: number }>,
) {
  const all = shapes.flatMap(positionsOf);
  const scale = Math.min(width / (narrowing * extent(all, 0)), height / extent(all, 1));
  const taken: Box[] = [];
  return areas
    .map((area) => ({ area, ring: shapes.filter((shape) => shape.area === area.id).flatMap(largestRing) }))
    .toSorted((a, b) => extent(b.ring, 0) * extent(b.ring, 1) - extent(a.ring, 0) * extent(a.ring, 1))
    .flatMap(({ area, ring }) => {
      const [x, y] = [narrowing * mean(ring.map(([lon]) => lon)), mean(ring.map(([, lat]) => lat))];
      for (const lines of [[area.label, area.text], [area.text]]) {
        const half = (Math.max(...lines.map(({ length }) => length)) * fontSize) / 2;
        const rise = (lines.length * fontSize * LINE) / 2;
        const [left, top] = [x * scale - half, -y * scale - rise];
        const box = { left, right: left + 2 * half, top, bottom: top + 2 * rise };
        if (taken.some((other) => overlaps(box, other))) continue;
        taken.push(box);
        return [{ x, y, label: lines.join("\n") }];
      }
      return [];
    });
}

const overlaps = (a: Box, b: Box) =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
const extent = (positions: readonly Position[], axis: 0 | 1) => {
  const values = positions.map((position) => position[axis]);
  return (
    values.reduce((most, one) => Math.max(most, one), -Infinity) -
    values.reduce((least, one) => Math.min(least, one), Infinity)
  );
};
const isPosition = (value: unknown): value is Position =>
  Array.isArray(value) && typeof value[0] === "number";
const mean = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / (values.length || 1);

/** All positions of a shape, however deep they lie. */
function positionsOf({ coordinates }: Pick<Shape, "coordinates">): Position[] {
  const walk = (value: unknown): Position[] =>
    isPosition(value) ? [value] : Array.isArray(value) ? value.flatMap(walk) : [];
  return walk(coordinates);
}

/** The ring with the most positions: a label stands on the main part of an area, not between its islands. */
function largestRing({ type, coordinates }: Shape): readonly Position[] {
  const rings = (
    type === "Polygon" ? [coordinates[0]] : coordinates.map((part) => (part as unknown[])[0])
  ).map((ring) => positionsOf({ coordinates: [ring] }));
  return rings.reduce((most, ring) => (ring.length > most.length ? ring : most), rings[0] ?? []);
}
