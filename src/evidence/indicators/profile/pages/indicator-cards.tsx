import { TextLink } from "#ui/button.tsx";
import { SparkLine } from "#ui/charts/spark-line.tsx";
import { indicatorPath } from "../addresses/rules.ts";
import { keyOf, type ListedRow, type PageProfile } from "../listing/rules.ts";
import { benchmarkNameOf, type Language } from "../messages.ts";
import { Unit } from "./amounts.tsx";
import { PointText } from "./figure.tsx";
import { OldTag } from "./old-tag.tsx";
import { TrendText, VerdictText } from "./verdict.tsx";

/** The table of indicators on a phone: a card each, with its figure, verdict, direction and a small line. */
export function IndicatorCards({
  profile,
  rows,
  language,
  thisYear,
}: {
  profile: PageProfile;
  rows: readonly ListedRow[];
  language: Language;
  thisYear: number;
}) {
  const against = benchmarkNameOf(profile, language);
  return (
    <ul className="mt-4 border-t border-solid-gray-420 md:hidden">
      {rows.map((row) => (
        <li key={`${keyOf(row)}/${row.sex}/${row.age_band}`} className="border-b border-solid-gray-300 py-3">
          <div className="flex items-start justify-between gap-3">
            <p className="min-w-0">
              <TextLink to={indicatorPath(profile.area, row, language)}>
                {row.indicator.name}
                {row.stratum_name ? `（${row.stratum_name}）` : ""}
              </TextLink>
              {row.area.relation === "self" ? null : (
                <span className="block text-dns-14N-130">{row.area.name}</span>
              )}
            </p>
            <p className="shrink-0 text-right text-std-22B-150 tabular-nums">
              <PointText point={row.latest} row={row} language={language} />
              <Unit row={row} />
            </p>
          </div>
          <div className="mt-1 flex items-end justify-between gap-3">
            <div className="min-w-0">
              <VerdictText row={row} language={language} />
              <div>
                <TrendText row={row} language={language} />
              </div>
            </div>
            <div className="shrink-0 text-right text-dns-14N-130">
              <span className="inline-block">
                <SparkLine points={row.line.map(({ year, value }) => ({ x: year, y: value }))} />
              </span>
              <p>
                {against} <PointText point={row.benchmark ?? undefined} row={row} language={language} />
              </p>
              <p>
                <OldTag year={row.latest.fiscal_year} thisYear={thisYear} language={language} always />
              </p>
            </div>
          </div>
        </li>
      ))}
    </ul>
  );
}
