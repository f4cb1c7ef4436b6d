import { TextLink } from "#ui/button.tsx";
import { ChartSvg } from "#ui/charts/chart.tsx";
import { ScrollsSideways } from "#ui/scroll.tsx";
import type { Chart } from "../charts/present.ts";
import type { ListedRow } from "../listing/rules.ts";
import { type Language, showNumber, showYear } from "../messages.ts";
import type { PresentedRow } from "../present.ts";
import { TEXT } from "../wording/messages.ts";
import { Where } from "./where.tsx";

/** A chart under the sentence that it shows, with its table, its source and its method. */
export function IndicatorFigure({
  row,
  chart,
  area,
  language,
  to,
  level = 3,
  open = false,
}: {
  row: PresentedRow;
  chart: Chart | null;
  /** Slug and name of the profile's area. */
  area: { slug: string; name: string };
  language: Language;
  to?: string | undefined;
  level?: 2 | 3;
  open?: boolean;
}) {
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <figure className="my-8">
      <Heading className="text-std-20B-150">{row.heading}</Heading>
      {chart ? <ChartSvg {...chart} /> : null}
      <figcaption className="mt-2 text-dns-14N-130 text-solid-gray-800">
        {chart && !chart.fromZero ? <p>{TEXT.notFromZero[language]}</p> : null}
        <Where row={row} area={area} language={language} />
        <div className="no-print mt-1 flex flex-wrap gap-x-6">
          {to ? <TextLink to={`${to}#method`}>{TEXT.method[language]}</TextLink> : null}
        </div>
      </figcaption>
      <details className="mt-2" open={open}>
        <summary className="no-print inline-flex min-h-11 cursor-pointer items-center text-blue-1000 underline underline-offset-4">
          {TEXT.table[language]}
        </summary>
        <FigureTable row={row} language={language} />
      </details>
    </figure>
  );
}

/** Every figure of the chart, year by year. */
export function FigureTable({ row, language }: { row: PresentedRow; language: Language }) {
  const years = [...new Set(row.series.map((point) => point.fiscal_year))];
  const columns = [{ name: row.area.name, series: row.series }, ...row.compared.map(toColumn)];
  const withInterval = row.series.some((point) => point.interval !== null);
  return (
    <ScrollsSideways label={row.heading}>
      <table className="mt-2 border-collapse text-dns-16N-130">
        <caption className="sr-only">{row.heading}</caption>
        <thead>
          <tr className="border-y border-solid-gray-420 bg-solid-gray-50">
            <th scope="col" className="px-3 py-1.5 text-left">
              {TEXT.year[language]}
            </th>
            {columns.map((column, i) => (
              <th
                key={column.name}
                scope="col"
                className="min-w-20 px-3 py-1.5 text-right break-normal"
                colSpan={1}
              >
                {column.name}
                <span className="ml-1 text-dns-14N-130">（{row.indicator.unit_name}）</span>
                {i === 0 && withInterval ? (
                  <span className="block text-dns-14N-130">{TEXT.interval[language]}</span>
                ) : null}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {years.map((year) => (
            <tr key={year} className="border-b border-solid-gray-200">
              <th scope="row" className="px-3 py-1.5 text-left font-normal whitespace-nowrap">
                {showYear(year, language)}
              </th>
              {columns.map((column, i) => {
                const point = column.series.find((candidate) => candidate.fiscal_year === year);
                return (
                  <td key={column.name} className="px-3 py-1.5 text-right tabular-nums whitespace-nowrap">
                    <PointText point={point} row={row} language={language} />
                    {i === 0 && point?.interval ? (
                      <span className="ml-2 text-dns-14N-130">{intervalText(point.interval, row)}</span>
                    ) : null}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollsSideways>
  );
}

const toColumn = (other: PresentedRow["compared"][number]) => ({
  name: other.area.name,
  series: other.series,
});

export const intervalText = (interval: { lower: number; upper: number }, row: PresentedRow): string =>
  `(${showDecimals(interval.lower, row)}〜${showDecimals(interval.upper, row)})`;

const showDecimals = (value: number, row: Pick<ListedRow, "indicator">) =>
  showNumber(value, row.indicator.decimals);

export function PointText({
  point,
  row,
  language,
}: {
  point: ListedRow["latest"] | undefined;
  row: Pick<ListedRow, "indicator">;
  language: Language;
}) {
  if (!point) return <span className="text-solid-gray-600">{TEXT.noData[language]}</span>;
  if (point.suppressed) return TEXT.suppressed[language];
  if (point.value === null) return TEXT.noData[language];
  return showDecimals(point.value, row);
}
