import type { ChartFigures, DocumentBlock } from "#platform/pdf/document.ts";
import { chartOf } from "../charts/present.ts";
import type { ChartedRow } from "../charts/schema.ts";
import { RELATIONS, showNumber, showYear } from "../messages.ts";
import type { PresentedProfile, PresentedRow } from "../present.ts";
import { TEXT } from "../wording/messages.ts";
import type { Excerpt, Excerptible } from "./schema.ts";

/** Every figure of the profile as an excerpt: what is worse than elsewhere and getting worse first, in its words. */
export function excerptsOf({ area, worsening, indicators }: PresentedProfile): Excerptible[] {
  const worse = worsening.map(({ row, sentence }) => excerptible(row, sentence, area.name, true));
  const known = new Set(worse.map((one) => one.key));
  const rest = indicators.map((row) => excerptible(row, row.heading, area.name, false));
  return [...worse, ...rest.filter((one) => !known.has(one.key))];
}

const excerptible = (row: PresentedRow, sentence: string, home: string, worsening: boolean): Excerptible => ({
  key: [row.indicator.code, row.sex, row.age_band, row.area.id, row.source.code].join("/"),
  title: `${row.indicator.name}${row.stratum_name ? `（${row.stratum_name}）` : ""}　${row.area.name}`,
  worsening,
  excerpt: {
    sentence,
    source: `${row.source.name}${row.source.caution ? `　${row.source.caution}` : ""}`,
    place:
      row.area.relation === "self"
        ? row.area.name
        : `${row.area.name}　${TEXT.otherArea.ja(home)}（${RELATIONS[row.area.relation].ja}）`,
    row: charted(row),
  },
});

/** Only what is drawn and told: a row carries more than papers should keep. */
const charted = ({ heading, indicator, area, series, compared }: PresentedRow): ChartedRow => ({
  heading,
  indicator: { unit: indicator.unit, unit_name: indicator.unit_name, decimals: indicator.decimals },
  area: { name: area.name },
  series: seriesOf(series),
  compared: compared.map((other) => ({ area: { name: other.area.name }, series: seriesOf(other.series) })),
});

const seriesOf = (series: PresentedRow["series"]): ChartedRow["series"] =>
  series.map(({ fiscal_year, value, suppressed, interval }) => ({
    fiscal_year,
    value,
    suppressed,
    interval,
  }));

/** An excerpt as a page and a printed document show it: sentence, chart, table, of where and from where. */
export function excerptBlocks({ sentence, source, place, row }: Excerpt, id: string): DocumentBlock[] {
  const from = [place && `${TEXT.area.ja}：${place}`, `${TEXT.source.ja}：${source}`].filter(Boolean);
  const told: DocumentBlock[] = [
    { kind: "paragraph", text: sentence },
    ...from.map((text): DocumentBlock => ({ kind: "paragraph", text: text! })),
  ];
  if (!row) return told;
  const chart = chartOf(row, id, "ja");
  const drawn: DocumentBlock[] = chart
    ? [
        {
          kind: "chart",
          svg: chart.wide,
          narrow: chart.narrow,
          text: `${row.heading}。${chart.text}`,
          figures: figuresOf(row),
        },
      ]
    : [];
  const notFromZero: DocumentBlock[] =
    chart && !chart.fromZero ? [{ kind: "paragraph", text: TEXT.notFromZero.ja }] : [];
  return [told[0]!, ...drawn, ...notFromZero, ...told.slice(1), tableOf(row)];
}

/** What the chart shows, in the years in which this area has a figure, for files that draw it themselves. */
function figuresOf(row: ChartedRow): ChartFigures {
  const known = row.series.filter(({ value }) => value !== null).map(({ fiscal_year }) => fiscal_year);
  const [first, last] = [Math.min(...known), Math.max(...known)];
  const years = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const lineOf = (name: string, series: ChartedRow["series"]) => ({
    name,
    values: years.map((year) => series.find(({ fiscal_year }) => fiscal_year === year)?.value ?? null),
  });
  const { unit, unit_name } = row.indicator;
  return {
    form: "lines",
    title: row.heading,
    unit: unit === "percent" ? "%" : unit_name,
    categories: years.map((year) => String(year)),
    series: [row, ...row.compared].map(({ area, series }) => lineOf(area.name, series)),
  };
}

/** Every figure of the chart, year by year. */
function tableOf(row: ChartedRow): DocumentBlock {
  const columns = [{ name: row.area.name, series: row.series }].concat(
    row.compared.map((other) => ({ name: other.area.name, series: other.series })),
  );
  const years = [...new Set(row.series.map((point) => point.fiscal_year))];
  return {
    kind: "table",
    caption: TEXT.figures.ja,
    head: [
      { text: TEXT.year.ja },
      ...columns.map(({ name }) => ({ text: `${name}（${row.indicator.unit_name}）`, right: true })),
    ],
    rows: years.map((year) => [
      { text: showYear(year, "ja") },
      ...columns.map(({ series }) => ({
        text: figureText(
          series.find((point) => point.fiscal_year === year),
          row,
        ),
      })),
    ]),
  };
}

function figureText(point: ChartedRow["series"][number] | undefined, row: ChartedRow): string {
  if (!point || (point.value === null && !point.suppressed)) return TEXT.noData.ja;
  if (point.suppressed || point.value === null) return TEXT.suppressed.ja;
  const show = (value: number) => showNumber(value, row.indicator.decimals);
  const limits = point.interval ? `（${show(point.interval.lower)}〜${show(point.interval.upper)}）` : "";
  return `${show(point.value)}${limits}`;
}
