import { cell, paragraph, table } from "#platform/kernel/document-blocks.ts";
import { fiscalYear, showEraShort } from "#platform/kernel/fiscal-year.ts";
import type { DocumentBlock, DocumentCell, DocumentSection } from "#platform/pdf/document.ts";
import {
  ACTIVITY_KINDS,
  activityKindLabel,
  orDash,
  REPORTED_KINDS,
  sessionsAndPeople,
} from "#programmes/plan/public.ts";
import { barChart } from "#ui/charts/bar-chart.ts";
import { kindsOf, type ReportFacts, tableByYear, type YearRow } from "./report.rules.ts";

/** A figure leads to its rows; a dash says that there are none. */
export const figureCell = (text: string, href: string): DocumentCell =>
  text === "―" ? { text } : { text, href };
const number = (value: number) => value.toLocaleString("ja-JP", { maximumFractionDigits: 6 });

/** More bars than that have no room for their figures; fewer tell no more than the table. */
const MOST_BARS = 10;
const LEAST_BARS = 3;
const GAP = "…";

/** The people of one kind of activity by year, the last year dark; a mark stands where years have no record. */
function participantsChart(years: readonly YearRow[], kind: string, index: number): DocumentBlock[] {
  const told = years
    .map(({ fiscalYear, cells }) => {
      return { fiscalYear, people: cells.find((one) => one.kind === kind)?.participants ?? null };
    })
    .filter(({ people }) => people !== null);
  if (told.length < LEAST_BARS) return [];
  const bars = told.flatMap(({ fiscalYear: year, people }, at) => [
    ...(at > 0 && told[at - 1]!.fiscalYear !== year - 1 ? [{ x: GAP + " ".repeat(at), y: null }] : []),
    { x: showEraShort(fiscalYear(year)), y: people },
  ]);
  const title = `${activityKindLabel(kind)}の参加者数`;
  const known = bars.filter(({ y }) => y !== null);
  const text = `${title}。${known.map(({ x, y }) => `${x} ${orDash(y, "人")}`).join("、")}`;
  const svg = barChart({
    id: `participants-${index}`,
    title,
    description: text,
    bars,
    main: known.at(-1)!.x,
    unit: `人　${title}`,
    figure: number,
  });
  const series = [{ name: title, values: bars.map(({ y }) => y) }];
  const figures = {
    form: "bars",
    title,
    unit: "人",
    categories: bars.map(({ x }) => x.trim()),
    series,
  } as const;
  return [{ kind: "chart", svg, text, figures }];
}

/** The yearly table as the source prints it, a chart for each kind, and what the initiatives measured. */
export function activitiesSection(facts: ReportFacts, plan: string): DocumentSection {
  const kinds = kindsOf(facts.plan.yearTable, REPORTED_KINDS, ACTIVITY_KINDS);
  const years = tableByYear(facts.plan.yearTable, kinds);
  if (years.length === 0)
    return { heading: "活動", blocks: [paragraph("この年度までの活動の記録はありません。")] };
  const href = (year: number, kind: string) => `${plan}/activities?year=${year}&kind=${kind}`;
  const byYear = table(
    "年度ごとの回数と参加者（回／人。―は記録なし）",
    ["年度", ...kinds.map((kind) => `${activityKindLabel(kind)}>`)],
    years.flatMap(({ fiscalYear: year, afterGap, cells }) => [
      ...(afterGap ? [[cell("（記録のない年度）"), ...cells.map(() => cell("…"))]] : []),
      [
        cell(`${showEraShort(fiscalYear(year))}（${year}）`),
        ...cells.map(({ kind, sessions, participants }) =>
          figureCell(sessionsAndPeople(sessions, participants), href(year, kind)),
        ),
      ],
    ]),
  );
  const charts = kinds.flatMap((kind, index) => participantsChart(years.slice(-MOST_BARS), kind, index));
  const measures = facts.plan.measures.map((measure) => {
    const own = `${plan}/initiatives/${measure.initiativeId}`;
    const before = measure.history.map(
      (one) => `${showEraShort(fiscalYear(one.fiscalYear))} ${number(one.value)}`,
    );
    return [
      cell(`${measure.partOf ? "　" : ""}${measure.name}`),
      figureCell(orDash(measure.goalValue, measure.unit), own),
      figureCell(orDash(measure.value, measure.unit), own),
      figureCell(before.join("、"), own),
    ];
  });
  const measured = table("実施量と成果", ["指標", "1年の目標>", "この年度>", "これまで"], measures);
  return { heading: "活動", blocks: [byYear, ...charts, ...(measures.length > 0 ? [measured] : [])] };
}
