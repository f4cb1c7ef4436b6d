import { Facts, Section } from "#ui/page.tsx";
import { Table } from "#ui/table.tsx";
import type { Score } from "../model/score.rules.ts";
import {
  AREA_WORDS,
  METHOD_WORDS,
  NO_SCALES,
  POINT_WORDS,
  PROFILE,
  SCALE_WORDS,
  WORKER,
} from "../model/stress.messages.ts";

/** The least and the most points that each area of the form can have; more is more stress. */
const POINTS = { a: [17, 68], b: [29, 116], c: [9, 36] } as const;
const [CENTRE, RADIUS] = [120, 90];

const at = (index: number, of: number, length: number): readonly [x: number, y: number] => {
  const angle = (2 * Math.PI * index) / of - Math.PI / 2;
  return [CENTRE + length * Math.cos(angle), CENTRE + length * Math.sin(angle)];
};
const corners = (lengths: readonly number[]): string =>
  lengths.map((length, index) => at(index, lengths.length, length).map((one) => one.toFixed(1))).join(" ");

/** How much stress a scale tells, from 1 to 5; its points run the other way. */
const stress = (points: number): number => 6 - points;

/** The 19 scales at a glance, each by its number in the table beside it: the further out, the more stress. */
const Radar = ({ points }: { points: readonly number[] }) => (
  <svg viewBox="0 0 240 240" className="size-72 max-w-full shrink-0" role="img" aria-label={PROFILE.radar}>
    {[1, 3, 5].map((ring) => (
      <polygon
        key={ring}
        points={corners(points.map(() => (RADIUS * ring) / 5))}
        className="fill-none stroke-solid-gray-420"
      />
    ))}
    <polygon
      points={corners(points.map((one) => (RADIUS * stress(one)) / 5))}
      className="fill-blue-100 stroke-blue-900 stroke-2"
      fillOpacity={0.6}
    />
    {points.map((_, index) => {
      const [x, y] = at(index, points.length, RADIUS + 14);
      return (
        // biome-ignore lint/suspicious/noArrayIndexKey: the scales stand still
        <text key={index} x={x} y={y} textAnchor="middle" dominantBaseline="central" fontSize={11}>
          {index + 1}
        </text>
      );
    })}
  </svg>
);

/** The longer, the more stress. */
const Bar = ({ part, label }: { part: number; label: string }) => (
  <span className="flex flex-wrap items-center gap-x-3">
    <svg viewBox="0 0 120 12" className="h-3 w-30 shrink-0" aria-hidden="true">
      <rect width="120" height="12" className="fill-solid-gray-100" />
      <rect width={120 * part} height="12" className="fill-blue-900" />
    </svg>
    <span className="tabular-nums">{label}</span>
  </span>
);

/** A worker's profile: the three areas, the degree with the rule that was used, and the 19 scales. */
export const Profile = ({ score }: { score: Score }) => (
  <>
    <Facts
      items={[
        { name: "ストレスの程度", value: score.high ? WORKER.high : WORKER.usual },
        { name: "判定の方法", value: METHOD_WORDS[score.method] },
      ]}
    />
    <Section title={PROFILE.areas} lead={PROFILE.longer}>
      <Table
        caption={PROFILE.areas}
        hideCaption
        rows={["a", "b", "c"] as const}
        rowKey={(area) => area}
        columns={[
          { key: "name", head: "領域", cell: (area) => AREA_WORDS[area] },
          {
            key: "points",
            head: "点数",
            cell: (area) => {
              const [least, most] = POINTS[area];
              const points = score.areas[area];
              return (
                <Bar part={(points - least) / (most - least)} label={`${points}点（${least}〜${most}点）`} />
              );
            },
          },
        ]}
      />
    </Section>
    {score.points ? (
      <Section title={PROFILE.scales} lead={PROFILE.scalesLead}>
        <div className="flex flex-wrap items-start gap-6">
          <Radar points={Object.values(score.points)} />
          <Table
            caption={PROFILE.scales}
            hideCaption
            rows={Object.entries(score.points).map(([key, points], index) => ({ key, points, index }))}
            rowKey={({ key }) => key}
            columns={[
              { key: "number", head: "番号", align: "right", cell: ({ index }) => index + 1 },
              { key: "name", head: "尺度", cell: ({ key }) => SCALE_WORDS[key] ?? key },
              {
                key: "stress",
                head: "ストレスの程度",
                cell: ({ points }) => (
                  <Bar part={stress(points) / 5} label={`${POINT_WORDS[points] ?? ""}（${points}点）`} />
                ),
              },
            ]}
          />
        </div>
      </Section>
    ) : (
      <p className="my-6">{NO_SCALES}</p>
    )}
  </>
);
