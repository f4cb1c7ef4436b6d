import { THEMES } from "#evidence/indicators/public.ts";
import type { PlainDate } from "#platform/kernel/plain-date.ts";
import type { DocumentBlock, DocumentSection, PrintDocument } from "#platform/pdf/document.ts";
import { chartsOf } from "./district-charts.present.ts";
import { DISTRICTS } from "./messages.ts";
import {
  attentionOf,
  cellText,
  MOST_COLUMNS,
  type Overview,
  requestsText,
  signOf,
} from "./overview.present.ts";

type Column = Overview["columns"][number];

/** All areas and all indicators as one document: what to look at, each topic with its table, requests and councils. */
export function districtReport(overview: Overview, kind: string, madeOn: PlainDate): PrintDocument {
  const { area, districts, columns } = overview;
  const attention = attentionOf(overview);
  const themes = [...Map.groupBy(columns, ({ theme }) => theme)];
  return {
    title: DISTRICTS.report(area.name),
    subtitle: `${madeOn}　${kind} ${districts.length}か所`,
    notes: [DISTRICTS.reportNote, DISTRICTS.hidden],
    madeOn,
    sections: [
      {
        heading: DISTRICTS.attention(attention.length),
        blocks: [
          attention.length === 0
            ? { kind: "paragraph", text: DISTRICTS.attentionNone }
            : { kind: "list", items: attention.map(({ name, why }) => ({ text: `${name}：${why}` })) },
        ],
      },
      ...themes.map(
        ([theme, of]): DocumentSection => ({
          heading: THEMES[theme].ja,
          blocks: [...slices(of).map((some) => tableBlock(overview, some)), ...rankings(of, overview)],
        }),
      ),
      ...(overview.requests.size > 0 || overview.councils.size > 0 ? [workSection(overview)] : []),
    ],
  };
}

/** The ranking of the first indicator of a topic: the others are told by the table. */
const rankings = (of: readonly Column[], { districts }: Overview): DocumentBlock[] =>
  chartsOf(of[0]!, districts, [])
    .filter(({ key }) => key === "ranking")
    .map(({ chart, title, text }) => ({
      ...{ kind: "chart", svg: chart.wide, narrow: chart.narrow, text: `${title}。${text}` },
    }));

function slices(columns: readonly Column[]): Column[][] {
  const parts = Math.ceil(columns.length / MOST_COLUMNS);
  return Array.from({ length: parts }, (_, i) => columns.slice(i * MOST_COLUMNS, (i + 1) * MOST_COLUMNS));
}

function tableBlock({ area, districts }: Overview, columns: readonly Column[]): DocumentBlock {
  return {
    kind: "table",
    caption: columns.map(({ name, year }) => `${name} ${year}年度`).join("、"),
    head: [
      { text: DISTRICTS.area },
      ...columns.map(({ name, unit_name }) => ({ text: `${name}（${unit_name}）`, right: true })),
    ],
    rows: [
      [
        { text: area.name },
        ...columns.map((column) => ({ text: cellText(column, column.around[0] ?? null) })),
      ],
      ...districts.map(({ name, slug }, at) => [
        { text: name, href: `/areas/${slug}` },
        ...columns.map((column) => {
          const cell = column.cells[at] ?? null;
          const mark = cell && signOf(cell.standing);
          return { text: `${cellText(column, cell)}${mark ? ` ${mark.sign}` : ""}` };
        }),
      ]),
    ],
  };
}

const workSection = ({ districts, requests, councils }: Overview): DocumentSection => ({
  heading: DISTRICTS.reportCouncils,
  blocks: [
    {
      kind: "table",
      caption: DISTRICTS.reportCouncils,
      head: [
        { text: DISTRICTS.area },
        { text: `${DISTRICTS.requests}（${DISTRICTS.cases}）`, right: true },
        { text: `${DISTRICTS.waited}（${DISTRICTS.median}）`, right: true },
        { text: DISTRICTS.stage },
      ],
      rows: districts.map(({ id, name }) => [
        { text: name },
        { text: requestsText(requests.get(id)) },
        { text: requests.get(id)?.waitingDays?.toString() ?? DISTRICTS.unpublished },
        { text: councils.get(id)?.stage ?? DISTRICTS.unregistered },
      ]),
    },
  ],
});
