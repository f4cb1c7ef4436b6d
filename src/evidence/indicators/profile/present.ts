import type { NoTrendReason } from "@yui/healthstats";
import { type Area, kindLabel } from "#foundation/areas/public.ts";
import { statusOf } from "#platform/kernel/nothing.ts";
import { formatAgeBand, sexOfCode } from "../observations/schema.ts";
import { countOf } from "./figures/shown-count.present.ts";
import { type Language, nameOf, stratumOf, unitOf } from "./messages.ts";
import type { FactItem, IndicatorRow, Place, Point, Profile, Series, WorseningEntry } from "./schema.ts";
import { headingOf, worseningSentence } from "./sentences/messages.ts";
import { presentLikeness } from "./similar/present.ts";
import { presentMissed } from "./standing/present.ts";

export type { ShownCount } from "./figures/shown-count.present.ts";

const areaOf = (area: Area, language: Language) => ({
  id: area.id,
  slug: area.slug,
  name: area.name,
  kind: area.kind,
  kind_name: kindLabel(area.kind, language),
});

const placeOf = ({ area, relation }: Place, language: Language) => ({
  id: area.id,
  slug: area.slug,
  name: area.name,
  kind: area.kind,
  kind_name: kindLabel(area.kind, language),
  relation,
});

const pointOf = (point: Point) => ({
  fiscal_year: point.year,
  as_of: point.asOf,
  value: point.value,
  suppressed: point.suppressed,
  status: statusOf(point.value, point.suppressed ? "hidden" : "no-data"),
  numerator: countOf(point.numerator),
  denominator: countOf(point.denominator),
  interval: point.interval && { lower: point.interval.lower, upper: point.interval.upper },
  interval_method: point.intervalMethod,
});

const sourceOf = (series: Pick<Series, "source">, language: Language) => ({
  code: series.source.code,
  name: language === "ja" ? series.source.name_ja : series.source.name_en,
  owner: series.source.owner_ja,
  population: series.source.population_ja,
  caution: series.source.caution_ja,
});

const indicatorOf = (series: Pick<Series, "indicator">, language: Language) => ({
  code: series.indicator.code,
  name: nameOf(series.indicator, language),
  definition: series.indicator.definition_ja,
  numerator: series.indicator.numerator_ja,
  denominator: series.indicator.denominator_ja,
  kind: series.indicator.kind,
  unit: series.indicator.unit,
  unit_name: unitOf(series.indicator, language),
  decimals: series.indicator.decimals,
  polarity: series.indicator.polarity,
  theme: series.indicator.theme,
});

type PresentedTrend = Readonly<{
  direction: "increasing" | "decreasing" | "no-significant-change" | null;
  meaning: "improving" | "worsening" | "none" | null;
  p: number | null;
  years: readonly number[] | null;
  /** Why the recent trend can't be calculated; then the method is another one, or none. */
  reason: NoTrendReason | null;
  method: "recent-trend" | "mann-kendall" | null;
}>;

function presentTrend({ trend, rankTrend }: IndicatorRow): PresentedTrend {
  if (trend.status === "calculated") {
    const { direction, meaning, p, years } = trend;
    return { direction, meaning, p, years, reason: null, method: "recent-trend" };
  }
  return {
    direction: rankTrend?.direction === "none" ? "no-significant-change" : (rankTrend?.direction ?? null),
    meaning: null,
    p: rankTrend?.p ?? null,
    years: null,
    reason: trend.reason,
    method: rankTrend ? "mann-kendall" : null,
  };
}

function presentBenchmark({ area, point }: NonNullable<IndicatorRow["benchmark"]>, language: Language) {
  const shown = pointOf(point);
  return {
    area: areaOf(area, language),
    fiscal_year: shown.fiscal_year,
    as_of: shown.as_of,
    value: shown.value,
    suppressed: shown.suppressed,
    status: shown.status,
    numerator: shown.numerator,
    denominator: shown.denominator,
    interval: shown.interval,
    interval_method: shown.interval_method,
  };
}

/** One line of the table of indicators, with everything that the verdict rests on. */
export function presentRow(row: IndicatorRow, language: Language) {
  const { series, verdict, change } = row;
  return {
    indicator: indicatorOf(series, language),
    sex: sexOfCode(series.sex),
    age_band: formatAgeBand(series.ageBand),
    stratum_name: stratumOf(series.sex, series.ageBand, language),
    area: placeOf(row.place, language),
    source: sourceOf(series, language),
    heading: headingOf(row, language),
    series: series.points.map(pointOf),
    compared: row.compared.map((other) => ({
      area: areaOf(other.area, language),
      source: sourceOf(other.series, language),
      series: other.series.points.map(pointOf),
    })),
    latest: pointOf(row.latest),
    benchmark: row.benchmark && presentBenchmark(row.benchmark, language),
    difference: row.difference,
    verdict:
      verdict.outcome === "not-comparable"
        ? { outcome: verdict.outcome, reason: verdict.reason, method: null }
        : { outcome: verdict.outcome, reason: null, method: verdict.method },
    trend: presentTrend(row),
    change: change && {
      from_year: change.from.year,
      to_year: change.to.year,
      from: change.from.value,
      to: change.to.value,
      amount: change.amount,
      years: change.years,
      worse: change.worse ?? null,
    },
  };
}
export type PresentedRow = ReturnType<typeof presentRow>;

function presentFact(fact: FactItem, language: Language) {
  const shown = pointOf(fact.point);
  return {
    indicator: indicatorOf(fact, language),
    sex: sexOfCode(fact.sex),
    age_band: formatAgeBand(fact.ageBand),
    stratum_name: stratumOf(fact.sex, fact.ageBand, language),
    area: placeOf(fact.place, language),
    source: sourceOf(fact, language),
    fiscal_year: shown.fiscal_year,
    as_of: shown.as_of,
    value: shown.value,
    suppressed: shown.suppressed,
    status: shown.status,
    numerator: shown.numerator,
    denominator: shown.denominator,
    interval: shown.interval,
    interval_method: shown.interval_method,
    share_percent: fact.share?.percent ?? null,
    share_of: fact.share ? nameOf(fact.share.whole, language) : null,
  };
}
export type PresentedFact = ReturnType<typeof presentFact>;

const presentWorsening = (entry: WorseningEntry, language: Language) => ({
  row: presentRow(entry.row, language),
  sentence: worseningSentence(entry, language),
  worse_than: entry.worseThan.kind,
  getting_worse_by: entry.gettingWorse.by,
});

/** Every field of a profile that leaves: the pages, the command line and the API all give this. */
export function presentProfile(profile: Profile, language: Language) {
  return {
    area: areaOf(profile.area, language),
    prefecture: profile.prefecture && areaOf(profile.prefecture, language),
    audience: profile.audience,
    benchmark: profile.options.benchmark,
    similar: presentLikeness(profile.similar, language),
    period: profile.options.period,
    facts: profile.facts.map((fact) => presentFact(fact, language)),
    worsening: profile.worsening.map((entry) => presentWorsening(entry, language)),
    missed_targets: profile.missed.map((entry) =>
      presentMissed(entry, presentRow(entry.row, language), language),
    ),
    indicators: profile.rows.map((row) => presentRow(row, language)),
    age_band_ratios: profile.ageBandRatios.map((ratio) => ({
      disease: ratio.disease,
      older: `${ratio.olderFrom}-${ratio.olderTo}`,
      younger: `${ratio.youngerFrom}-${ratio.youngerTo}`,
      ratio: ratio.shown,
      interval: ratio.interval,
      source: ratio.source,
    })),
    targets: profile.targets.map((target) => ({
      goal: target.goal,
      item: target.item,
      unit: target.unit,
      direction: target.direction,
      baseline_year: target.baselineYear,
      baseline_value: target.baselineValue,
      target_year: target.targetYear,
      target_value: target.targetValue,
      indicator: target.indicatorCode,
      source: target.source,
    })),
    surveys: profile.surveys.map((survey) => ({
      fiscal_year: survey.fiscalYear,
      name: survey.name,
      unit: survey.unit,
      surveyed: countOf(survey.surveyed),
      responded: countOf(survey.responded),
      response_percent: survey.responsePercent,
      response_interval: survey.interval,
      source: survey.source,
      findings: survey.findings.map(({ topic, finding }) => ({ topic, finding })),
    })),
    support: profile.support && {
      area: placeOf(profile.support.place, language),
      source: sourceOf(profile.support, language),
      break: profile.support.break,
      years: profile.support.years.map((year) => ({
        fiscal_year: year.year,
        counts: year.cells.map((cell) => ({
          indicator: cell.indicator.code,
          name: nameOf(cell.indicator, language),
          unit_name: unitOf(cell.indicator, language),
          count: countOf(cell.count),
          percent_of_whole: cell.percentOfWhole,
        })),
      })),
    },
    activities: profile.activities.map((year) => ({
      fiscal_year: year.year,
      counts: year.cells.map((cell) => ({
        kind: cell.kind,
        label: cell.label,
        sessions: cell.sessions,
        participants: countOf(cell.participants),
      })),
    })),
    activity_sources: profile.activitySources,
  };
}
export type PresentedProfile = ReturnType<typeof presentProfile>;
