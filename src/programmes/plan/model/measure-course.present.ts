import { interruptedTimeSeries, RefusedArgument, type SeriesChange } from "@yui/healthstats";
import { cell, paragraph, table } from "#platform/kernel/document-blocks.ts";
import type { DocumentBlock } from "#platform/pdf/document.ts";
import { barChart } from "#ui/charts/bar-chart.ts";
import { number } from "./plan.messages.ts";

type Year = Readonly<{ fiscalYear: number; value: number }>;
type Joint = Readonly<{ fiscalYear: number; sessions: number }>;

const LEAST_YEARS = 8;
const LEAST_BARS = 3;

/** The values of a measure by year beside what was done together: what went up may have to do with it, and no more. */
export function courseOf(
  { name, unit, values }: Readonly<{ name: string; unit: string; values: readonly Year[] }>,
  joint: readonly Joint[],
  since: number | null,
): DocumentBlock[] {
  const years = values.toSorted((a, b) => a.fiscalYear - b.fiscalYear);
  if (years.length === 0) return [];
  const together = new Map(joint.map((one) => [one.fiscalYear, one.sessions]));
  const rows = years.map(({ fiscalYear, value }) => {
    const sessions = together.get(fiscalYear);
    return [
      cell(`${fiscalYear}年度`),
      cell(`${number(value)}${unit}`),
      cell(sessions === undefined ? "―" : `${number(sessions)}回`),
    ];
  });
  const told = years.map(({ fiscalYear, value }) => `${fiscalYear}年度 ${number(value)}${unit}`).join("、");
  const chart: DocumentBlock[] =
    years.length < LEAST_BARS
      ? []
      : [
          {
            kind: "chart",
            text: `${name}。${told}`,
            svg: barChart({
              id: "course",
              title: name,
              description: told,
              bars: years.map(({ fiscalYear, value }) => ({ x: String(fiscalYear), y: value })),
              unit: `${unit}　${name}`,
              figure: number,
            }),
          },
        ];
  return [
    ...chart,
    table("年度ごとの値と共同の活動", ["年度", `${name}>`, "共同の活動>"], rows),
    ...changeSince(years, unit, since).map((text) => paragraph(text)),
  ];
}

/** The years from which something may have been done otherwise: three lie before, three from it on. */
export const yearsToAsk = (values: readonly Year[]) =>
  values.length < LEAST_YEARS
    ? []
    : values
        .map(({ fiscalYear }) => fiscalYear)
        .sort((a, b) => a - b)
        .slice(LEAST_BARS, 1 - LEAST_BARS)
        .map((year) => ({ value: String(year), label: `${year}年度` }));

/** What the series says of a year from which something was done otherwise; without eight years it says nothing. */
function changeSince(years: readonly Year[], unit: string, since: number | null): string[] {
  if (years.length < LEAST_YEARS)
    return [
      `前後の変化の分析（中断時系列分析）には${LEAST_YEARS}年分以上の値が必要です（現在${years.length}年分）。`,
    ];
  if (since === null) return ["取組を始めた年度を選ぶと、その前後の変化を分析します。"];
  try {
    const found = interruptedTimeSeries(
      years.map((one) => one.fiscalYear),
      years.map((one) => one.value),
      since,
    );
    const { levelChange, slopeChange, durbinWatson } = found;
    return [
      `${since}年度の前後で、水準は${amount(levelChange, unit)}、1年あたりの増え方は${amount(slopeChange, unit)}変わりました。`,
      "この結果だけでは、取組が原因とはいえません。同じ時期のほかの変化（制度、景気、数え方など）も含まれます。変化が大きい年度を後から選ぶと、差は実際より大きく見えます。",
      ...(durbinWatson !== null && Math.abs(durbinWatson - 2) > 1
        ? ["年度どうしの値が独立でない可能性があり、区間は実際より狭くなっています。"]
        : []),
    ];
  } catch (error) {
    if (!(error instanceof RefusedArgument)) throw error;
    return ["選んだ年度の前と後に、それぞれ3年分以上の値が必要です。"];
  }
}

const amount = ({ estimate, lower, upper }: SeriesChange, unit: string) => {
  const round = (value: number) => number(Math.round(value * 10) / 10);
  return `${estimate < 0 ? "" : "＋"}${round(estimate)}${unit}（95％区間 ${round(lower)}〜${round(upper)}）`;
};
