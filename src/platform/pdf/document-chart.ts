import { ChartRun } from "docx/charts";
import type { ChartFigures } from "./document.ts";

/** Of a table's width what each column takes: what is written takes more room than a figure. */
export function columnShares(head: readonly Readonly<{ right?: boolean }>[]): number[] {
  const weights = head.map(({ right }) => (right ? 1 : 1.6));
  const whole = weights.reduce((sum, one) => sum + one, 0);
  return weights.map((one) => one / whole);
}

const [MAIN, PALE] = ["0017C1", "9DB7F9"];

/** A chart of Word's own kind; PowerPoint takes the same. The last bar is the one that the chart is about. */
export const chartRun = ({ form, title, unit, categories, series }: ChartFigures, text: string) => {
  const drawn = series.map((one, index) =>
    form === "lines"
      ? {
          ...one,
          color: [MAIN, "4D4D4D", "767676", PALE][index % 4]!,
          markers: index === 0,
          line:
            index === 0 ? {} : { dash: index === 1 ? ("dash" as const) : ("shortDot" as const), width: 1.75 },
        }
      : {
          ...one,
          color: MAIN!,
          colors: one.values.map((_, at) => (at === one.values.length - 1 ? MAIN : PALE)),
        },
  );
  return new ChartRun({
    type: form === "lines" ? "line" : "column",
    title: `${title}（${unit}）`,
    transformation: { width: 560, height: 260 },
    categories: [...categories],
    series: drawn,
    legend: series.length > 1 ? {} : false,
    ...(form === "lines" && { emptyValues: "connect" as const, valueAxis: { minimum: leastOf(series) } }),
    ...(form === "bars" && { dataLabels: { value: true } }),
    altText: { name: title, title, description: text },
  });
};

/** A line's axis begins a little under its least figure, as the page's own chart does, and says so beside it. */
function leastOf(series: ChartFigures["series"]): number {
  const known = series.flatMap(({ values }) => values.filter((value) => value !== null));
  const [least, most] = [Math.min(...known), Math.max(...known)];
  return Math.max(0, Math.floor(least - (most - least) * 0.15));
}
