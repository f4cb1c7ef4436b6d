import { INK } from "./svg-ink.ts";

export type SparkPoint = Readonly<{ x: number; y: number | null }>;

/**
 * A line as small as a word: how a figure went over the years, without axes. Two figures make no line, they stand as two
 * dots. What it shows stands beside it in words, so a screen reader passes it over.
 */
export function SparkLine({
  points,
  compared = [],
  width = 112,
  height = 36,
}: {
  points: readonly SparkPoint[];
  compared?: readonly SparkPoint[];
  width?: number;
  height?: number;
}) {
  const known = knownOf(points);
  if (known.length < 2) return null;
  const all = [...known, ...knownOf(compared)];
  const [xs, ys] = [all.map(({ x }) => x), all.map(({ y }) => y)];
  const at = placing({ xs, ys, width, height });
  const path = (line: readonly Known[]) => `M${line.map((point) => at(point).join(",")).join("L")}`;
  const last = at(known.at(-1)!);
  const others = knownOf(compared);
  return (
    <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} aria-hidden="true">
      {others.length > 2 ? (
        <path d={path(others)} fill="none" stroke={INK.compare} strokeWidth="1.25" strokeDasharray="2 3" />
      ) : null}
      {known.length > 2 ? (
        <path d={path(known)} fill="none" stroke={INK.main} strokeWidth="2" />
      ) : (
        <Dot at={at(known[0]!)} />
      )}
      <Dot at={last} />
    </svg>
  );
}

const Dot = ({ at: [x, y] }: { at: readonly [number, number] }) => (
  <circle cx={x} cy={y} r="3.5" fill={INK.main} />
);

type Known = Readonly<{ x: number; y: number }>;
const knownOf = (points: readonly SparkPoint[]): Known[] =>
  points.flatMap(({ x, y }) => (y === null ? [] : [{ x, y }]));

function placing({
  xs,
  ys,
  width,
  height,
}: Readonly<{ xs: readonly number[]; ys: readonly number[]; width: number; height: number }>) {
  const room = 5;
  const scale = (values: readonly number[], length: number) => {
    const [low, high] = [Math.min(...values), Math.max(...values)];
    const share = (value: number) => (high === low ? 0.5 : (value - low) / (high - low));
    return (value: number) => Math.round((room + share(value) * (length - 2 * room)) * 10) / 10;
  };
  const [across, up] = [scale(xs, width), scale(ys, height)];
  return ({ x, y }: Known): readonly [number, number] => [across(x), Math.round((height - up(y)) * 10) / 10];
}
