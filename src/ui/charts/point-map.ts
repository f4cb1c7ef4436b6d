import { INK } from "./svg-ink.ts";

export type MapShape = Readonly<{ coordinates: readonly unknown[] }>;
export type MapPoint = Readonly<{ latitude: number; longitude: number; label: string; to: string }>;

export type PointMap = Readonly<{
  /** What the map shows, for who does not see it. */
  text: string;
  points: readonly MapPoint[];
  /** Boundaries, where the operator has them. */
  shapes: readonly MapShape[];
  /** Where distances are counted from. */
  origin?: Readonly<{ latitude: number; longitude: number }> | undefined;
  /** Where many points that lie together lead, by their middle. */
  many(
    middle: Readonly<{ latitude: number; longitude: number }>,
    count: number,
  ): Readonly<{ to: string; label: string }>;
  width?: number;
  height?: number;
}>;

type Position = readonly [number, number];
type Flat = Readonly<{ x: number; y: number }>;

const MARGIN = 14;
const CELL = 40;
const DOT = 6;
/** Corners nearer than this on the drawing are one. */
const FINEST = 0.7;

/** Points over shapes, drawn without tiles and without script: what lies together is one circle with its number. */
export function pointMap({
  text,
  points,
  shapes,
  origin,
  many,
  width = 416,
  height = 416,
}: PointMap): string {
  const rings = shapes.flatMap(({ coordinates }) => ringsOf(coordinates));
  const all: Position[] =
    rings.length > 0 ? rings.flat() : points.map((one) => [one.longitude, one.latitude] as const);
  if (all.length === 0) return "";
  const flat = projection(all, { width, height });
  const land = rings.map((ring) =>
    pathOf(ring.map(([longitude, latitude]) => flat({ latitude, longitude }))),
  );
  const cells = [...Map.groupBy(points, (one) => cellOf(flat(one))).values()];
  const marks = cells.map((own) => (own.length === 1 ? dot(own[0]!, flat) : cluster(own, flat, many)));
  const from = origin ? cross(flat(origin)) : "";
  return [
    `<svg viewBox="0 0 ${width} ${height}" role="group" aria-label="${escaped(text)}" style="width:100%;height:auto;background:white">`,
    `<path d="${land.join("")}" fill="#f2f2f2" stroke="${INK.compare}" stroke-width="0.7"/>`,
    ...marks,
    from,
    "</svg>",
  ].join("");
}

function projection(all: readonly Position[], { width, height }: { width: number; height: number }) {
  const bound = (axis: 0 | 1, better: (a: number, b: number) => number) =>
    all.reduce((most, one) => better(most, one[axis]), all[0]![axis]);
  const [west, east] = [bound(0, Math.min), bound(0, Math.max)];
  const [south, north] = [bound(1, Math.min), bound(1, Math.max)];
  // Degrees of longitude are shorter than those of latitude, by the cosine of the middle.
  const narrowing = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const scale = Math.min(
    (width - 2 * MARGIN) / Math.max((east - west) * narrowing, 0.01),
    (height - 2 * MARGIN) / Math.max(north - south, 0.01),
  );
  const middle = { x: ((west + east) / 2) * narrowing, y: (south + north) / 2 };
  return ({ latitude, longitude }: { latitude: number; longitude: number }): Flat => ({
    x: width / 2 + (longitude * narrowing - middle.x) * scale,
    y: height / 2 - (latitude - middle.y) * scale,
  });
}

const isPosition = (value: unknown): value is Position =>
  Array.isArray(value) && typeof value[0] === "number";

function ringsOf(value: readonly unknown[]): Position[][] {
  if (value.length > 0 && value.every(isPosition)) return [value as Position[]];
  return value.flatMap((part) => (Array.isArray(part) ? ringsOf(part) : []));
}

const short = (value: number) => String(Math.round(value * 10) / 10);

function pathOf(ring: readonly Flat[]): string {
  const kept: Flat[] = [];
  for (const one of ring) {
    const last = kept.at(-1);
    if (!last || Math.abs(one.x - last.x) + Math.abs(one.y - last.y) > FINEST) kept.push(one);
  }
  return kept.length < 3 ? "" : `M${kept.map(({ x, y }) => `${short(x)},${short(y)}`).join("L")}Z`;
}

const cellOf = ({ x, y }: Flat): string => `${Math.floor(x / CELL)} ${Math.floor(y / CELL)}`;

const link = (to: string, label: string, drawn: string): string =>
  `<a href="${escaped(to)}" aria-label="${escaped(label)}"><title>${escaped(label)}</title>${drawn}</a>`;

function dot(one: MapPoint, flat: (point: MapPoint) => Flat): string {
  const { x, y } = flat(one);
  const circle = `<circle cx="${short(x)}" cy="${short(y)}" r="${DOT}" fill="${INK.main}" stroke="white" stroke-width="1.5"/>`;
  return link(one.to, one.label, circle);
}

function cluster(own: readonly MapPoint[], flat: (point: MapPoint) => Flat, many: PointMap["many"]): string {
  const mean = (key: "latitude" | "longitude") => own.reduce((sum, one) => sum + one[key], 0) / own.length;
  const middle = { latitude: mean("latitude"), longitude: mean("longitude") };
  const { x, y } = flat({ ...middle, label: "", to: "" });
  const { to, label } = many(middle, own.length);
  const radius = Math.min(18, 9 + Math.log2(own.length) * 1.6);
  return link(
    to,
    label,
    `<circle cx="${short(x)}" cy="${short(y)}" r="${short(radius)}" fill="${INK.main}" stroke="white" stroke-width="1.5"/>` +
      `<text x="${short(x)}" y="${short(y)}" dy="0.36em" text-anchor="middle" fill="white" font-size="11" font-weight="bold">${own.length}</text>`,
  );
}

const cross = ({ x, y }: Flat): string =>
  `<path d="M${short(x - 8)},${short(y)}h16M${short(x)},${short(y - 8)}v16" stroke="${INK.text}" stroke-width="2.5"/>`;

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[sign]!);
