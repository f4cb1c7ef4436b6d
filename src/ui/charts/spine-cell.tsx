import { INK, JUDGED } from "./svg-ink.ts";

/** How far a figure lies from its benchmark, turned so that the right is worse; all in the unit of the whole spine. */
export type SpineMark = Readonly<{
  value: number;
  lower?: number | undefined;
  upper?: number | undefined;
  /** Where another area of comparison lies. */
  other?: number | undefined;
  judged: "bad" | "good" | "similar" | "unknown";
}>;

const WIDTH = 176;
const HEIGHT = 30;
const MIDDLE = HEIGHT / 2;

/** Half of the width of a spine: the farthest mark, at least a tenth, at most the benchmark's own size. */
export const spineReach = (marks: readonly (SpineMark | null)[]): number =>
  Math.min(
    100,
    Math.max(10, ...marks.flatMap((mark) => (mark ? [Math.abs(mark.value), Math.abs(mark.other ?? 0)] : []))),
  );

/**
 * One row of a spine chart: the benchmark dotted in the middle, the figure as the shape of its verdict on the whisker of its
 * interval. The same stands in words in the cells beside it, so a screen reader passes it over.
 */
export function SpineCell({ mark, reach }: { mark: SpineMark; reach: number }) {
  const x = (value: number) => {
    const kept = Math.max(-reach, Math.min(reach, value));
    return Math.round((WIDTH / 2 + (kept / reach) * (WIDTH / 2 - 10)) * 10) / 10;
  };
  const at = x(mark.value);
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      width={WIDTH}
      height={HEIGHT}
      aria-hidden="true"
      className="max-w-full"
    >
      <line x1={WIDTH / 2} x2={WIDTH / 2} y1="0" y2={HEIGHT} stroke={INK.compare} strokeDasharray="2 3" />
      {mark.other === undefined ? null : (
        <line
          x1={x(mark.other)}
          x2={x(mark.other)}
          y1="6"
          y2={HEIGHT - 6}
          stroke={INK.compare}
          strokeWidth="2"
        />
      )}
      {mark.lower === undefined || mark.upper === undefined ? null : (
        <line
          x1={x(mark.lower)}
          x2={x(mark.upper)}
          y1={MIDDLE}
          y2={MIDDLE}
          stroke={INK.main}
          strokeWidth="2"
        />
      )}
      <Shape at={at} judged={mark.judged} />
    </svg>
  );
}

function Shape({ at, judged }: { at: number; judged: SpineMark["judged"] }) {
  if (judged === "bad")
    return <path d={`M${at},${MIDDLE - 7}l7,13h-14z`} fill={JUDGED.bad} stroke="white" strokeWidth="1" />;
  if (judged === "good")
    return (
      <path d={`M${at},${MIDDLE - 7}l7,7l-7,7l-7,-7z`} fill={JUDGED.good} stroke="white" strokeWidth="1" />
    );
  return (
    <circle
      cx={at}
      cy={MIDDLE}
      r="5.5"
      fill="white"
      stroke={judged === "similar" ? INK.main : INK.compare}
      strokeWidth="2"
    />
  );
}
