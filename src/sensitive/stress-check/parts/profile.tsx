import { Facts } from "#ui/page.tsx";
import type { Score } from "../model/score.rules.ts";
import { AREA_WORDS, METHOD_WORDS, NO_SCALES, SCALE_WORDS, WORKER } from "../model/stress.messages.ts";

/** The most points that each area of the form can have; more is more stress. */
const MOST = { a: 68, b: 116, c: 36 } as const;
const RADIUS = 90;

const at = (index: number, of: number, points: number): string => {
  const [angle, length] = [(2 * Math.PI * index) / of - Math.PI / 2, (RADIUS * points) / 5];
  return `${(100 + length * Math.cos(angle)).toFixed(1)},${(100 + length * Math.sin(angle)).toFixed(1)}`;
};

/** The 19 scales at a glance: the nearer to the middle, the more stress. The table beside it says the same. */
const Radar = ({ points }: { points: readonly number[] }) => (
  <svg viewBox="0 0 200 200" className="size-64" aria-hidden="true">
    {[1, 3, 5].map((ring) => (
      <polygon
        key={ring}
        points={points.map((_, index) => at(index, points.length, ring)).join(" ")}
        className="fill-none stroke-solid-gray-420"
      />
    ))}
    <polygon
      points={points.map((one, index) => at(index, points.length, one)).join(" ")}
      className="fill-blue-100 stroke-blue-900 stroke-2"
      fillOpacity={0.6}
    />
  </svg>
);

const Bar = ({ value, most }: { value: number; most: number }) => (
  <span className="flex items-center gap-3">
    <svg viewBox="0 0 160 12" className="h-3 w-40" aria-hidden="true">
      <rect width="160" height="12" className="fill-solid-gray-100" />
      <rect width={(160 * value) / most} height="12" className="fill-blue-900" />
    </svg>
    <span className="tabular-nums">{`${value} / ${most}`}</span>
  </span>
);

/** A worker's profile: the three areas, the degree with the rule that was used, and the 19 scales. */
export const Profile = ({ score }: { score: Score }) => (
  <>
    <Facts
      items={[
        { name: "ストレスの程度", value: score.high ? WORKER.high : WORKER.usual },
        { name: "判定の方法", value: METHOD_WORDS[score.method] },
        ...(["a", "b", "c"] as const).map((area) => ({
          name: AREA_WORDS[area],
          value: <Bar value={score.areas[area]} most={MOST[area]} />,
        })),
      ]}
    />
    {score.points ? (
      <section className="my-6" aria-label="19の尺度">
        <p>19の尺度（1〜5点。点数が低いほど、ストレスが高い状態です）</p>
        <div className="flex flex-wrap items-start gap-6">
          <Radar points={Object.values(score.points)} />
          <Facts
            items={Object.entries(score.points).map(([key, value]) => ({
              name: SCALE_WORDS[key] ?? key,
              value: <Bar value={value} most={5} />,
            }))}
          />
        </div>
      </section>
    ) : (
      <p className="my-6">{NO_SCALES}</p>
    )}
  </>
);
