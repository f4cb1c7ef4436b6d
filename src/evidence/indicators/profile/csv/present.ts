import { type CsvColumn, writeCsv } from "#platform/files/csv-writer.ts";
import type { FiscalYear } from "#platform/kernel/fiscal-year.ts";
import { NOTHING } from "#platform/kernel/nothing.ts";
import { eraOf } from "../messages.ts";
import type { PresentedProfile, PresentedRow, ShownCount } from "../present.ts";

type Line = Readonly<{
  section: string;
  item: string;
  stratum?: string;
  area: string;
  year?: FiscalYear | null;
  asOf?: string | null;
  value?: number | string | null | undefined;
  unit?: string;
  lower?: number | undefined;
  upper?: number | undefined;
  numerator?: ShownCount;
  denominator?: ShownCount;
  note?: string | null;
  source: string;
}>;

const COLUMNS: readonly CsvColumn<Line>[] = [
  { head: "区分", cell: (line) => line.section },
  { head: "項目", cell: (line) => line.item },
  { head: "対象", cell: (line) => line.stratum },
  { head: "地域", cell: (line) => line.area },
  { head: "年度", cell: (line) => line.year },
  { head: "和暦", cell: (line) => line.year && eraOf(line.year) },
  { head: "時点", cell: (line) => line.asOf },
  { head: "値", cell: (line) => line.value },
  { head: "単位", cell: (line) => line.unit },
  { head: "95%下限", cell: (line) => line.lower },
  { head: "95%上限", cell: (line) => line.upper },
  { head: "分子", cell: (line) => countCell(line.numerator) },
  { head: "分母", cell: (line) => countCell(line.denominator) },
  { head: "注", cell: (line) => line.note },
  { head: "出典", cell: (line) => line.source },
];

const SUPPRESSED = NOTHING.hidden.ja;
const NO_DATA = NOTHING["no-data"].ja;
/** A column that a line has no use for stays empty; a count that is missing says so. */
const countCell = (count: ShownCount | undefined) =>
  count === "suppressed" ? SUPPRESSED : count === null ? NO_DATA : count;
const valueCell = ({ value, suppressed }: Readonly<{ value: number | null; suppressed: boolean }>) =>
  suppressed ? SUPPRESSED : (value ?? NO_DATA);

/** Every figure of a profile, one a line; what is hidden on the page is hidden here. */
export function profileCsv(profile: PresentedProfile): string {
  const home = profile.area.name;
  return writeCsv(COLUMNS, [
    ...profile.facts.map(
      (fact): Line => ({
        section: "人口と事業所",
        item: fact.indicator.name,
        stratum: fact.stratum_name,
        area: fact.area.name,
        year: fact.fiscal_year,
        asOf: fact.as_of,
        value: valueCell(fact),
        unit: fact.indicator.unit_name,
        note: fact.share_percent === null ? null : `${fact.share_of}の${fact.share_percent.toFixed(1)}%`,
        source: fact.source.name,
      }),
    ),
    ...profile.indicators.flatMap(rowLines),
    ...(profile.support?.years.flatMap((year) =>
      year.counts.map(
        (count): Line => ({
          section: "健康相談",
          item: count.name,
          stratum: "",
          area: profile.support!.area.name,
          year: year.fiscal_year,
          value: countCell(count.count),
          unit: count.unit_name,
          note:
            [
              count.percent_of_whole === null ? "" : `全体の${count.percent_of_whole.toFixed(1)}%`,
              profile.support!.break && year.fiscal_year >= profile.support!.break.from
                ? "相談の記録から計数"
                : "",
            ]
              .filter(Boolean)
              .join("。") || null,
          source: profile.support!.source.name,
        }),
      ),
    ) ?? []),
    ...profile.age_band_ratios.map(
      (ratio): Line => ({
        section: "年齢階級比",
        item: ratio.disease,
        area: home,
        source: ratio.source,
        stratum: `${ratio.older}歳÷${ratio.younger}歳`,
        value: ratio.ratio ?? SUPPRESSED,
        unit: "倍",
        lower: ratio.interval?.lower,
        upper: ratio.interval?.upper,
      }),
    ),
    ...profile.targets.flatMap((target): Line[] => [
      {
        section: "目標",
        item: target.item,
        area: home,
        source: target.source,
        stratum: "基準値",
        year: target.baseline_year,
        value: target.baseline_value,
        unit: target.unit,
      },
      {
        section: "目標",
        item: target.item,
        area: home,
        source: target.source,
        stratum: target.direction === "at_least" ? "目標値（以上）" : "目標値（以下）",
        year: target.target_year,
        value: target.target_value,
        unit: target.unit,
      },
    ]),
    ...profile.surveys.flatMap((survey): Line[] => [
      {
        section: "調査",
        item: survey.name,
        area: home,
        source: survey.source,
        year: survey.fiscal_year,
        value: survey.response_percent === null ? null : survey.response_percent.toFixed(1),
        unit: "%",
        numerator: survey.responded,
        denominator: survey.surveyed,
        note: "回答率",
      },
      ...survey.findings.map(
        (finding): Line => ({
          section: "調査の主な結果",
          item: survey.name,
          area: home,
          source: survey.source,
          year: survey.fiscal_year,
          note: finding.finding,
        }),
      ),
    ]),
    ...profile.activities.flatMap((year) =>
      year.counts.flatMap((count): Line[] => [
        {
          section: "活動",
          item: count.label,
          area: home,
          source: profile.activity_sources.join("、"),
          year: year.fiscal_year,
          value: count.sessions,
          unit: "回",
        },
        {
          section: "活動",
          item: count.label,
          area: home,
          source: profile.activity_sources.join("、"),
          stratum: "参加者",
          year: year.fiscal_year,
          value: countCell(count.participants),
          unit: "人",
        },
      ]),
    ),
  ]);
}

/** The figures of one indicator, of its area and of those that it is compared with. */
export const indicatorCsv = (rows: readonly PresentedRow[]): string =>
  writeCsv(COLUMNS, rows.flatMap(rowLines));

function rowLines(row: PresentedRow): Line[] {
  return [row, ...row.compared].flatMap(({ area, source, series }) =>
    series.map(
      (point): Line => ({
        section: "指標",
        item: row.indicator.name,
        stratum: row.stratum_name,
        area: area.name,
        year: point.fiscal_year,
        asOf: point.as_of,
        value: valueCell(point),
        unit: row.indicator.unit_name,
        lower: point.interval?.lower,
        upper: point.interval?.upper,
        numerator: point.numerator,
        denominator: point.denominator,
        source: source.name,
      }),
    ),
  );
}
