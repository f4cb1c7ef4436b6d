import type { NoTrendReason } from "@yui/healthstats";
import { eraYearOf, type FiscalYear, showFiscalYearJa } from "#platform/kernel/fiscal-year.ts";
import { type PlainDate, showDateJa } from "#platform/kernel/plain-date.ts";
import type { Indicator } from "../dictionary/schema.ts";
import { type AgeBand, ALL_AGES, agesOf, showAgeBandJa } from "../observations/schema.ts";
import type { Relation, VerdictReason } from "./schema.ts";
import type { Variable } from "./similar/rules.ts";
import type { Standing } from "./standing/rules.ts";

export type Language = "ja" | "en";
export const languageOf = (url: URL): Language => (url.searchParams.get("lang") === "en" ? "en" : "ja");

/** A sign beside each word: colour never stands alone. */
export const VERDICTS = {
  worse: { sign: "▲", ja: "悪い", en: "worse" },
  similar: { sign: "○", ja: "同じくらい", en: "similar" },
  better: { sign: "◆", ja: "良い", en: "better" },
  higher: { sign: "↑", ja: "高い", en: "higher" },
  lower: { sign: "↓", ja: "低い", en: "lower" },
  "not-comparable": { sign: "－", ja: "比べられない", en: "not comparable" },
} as const;

/** The verdicts, and what stands in place of one where the source has no counts to test with. */
export const STANDINGS = {
  ...VERDICTS,
  "worse-untested": { sign: "△", ja: "悪い", en: "worse" },
  "better-untested": { sign: "◇", ja: "良い", en: "better" },
} as const satisfies Readonly<Record<Standing, Pair & { sign: string }>>;

export const THEMES: Readonly<Record<Indicator["theme"], Pair>> = {
  lifestyle: { ja: "生活習慣", en: "Habits" },
  specific_checkup: { ja: "特定健診・がん検診", en: "Checkups by insurers, cancer screening" },
  workplace_checkup: { ja: "職場の健診と安全", en: "Checkups and safety at work" },
  mental_health: { ja: "こころの健康", en: "Mental health" },
  mortality: { ja: "死亡と寿命", en: "Mortality and life expectancy" },
  care: { ja: "医療と介護", en: "Treatment and care" },
  support: { ja: "支援", en: "Support" },
  resources: { ja: "地域の資源", en: "Resources" },
  population: { ja: "人口", en: "Population" },
  workplaces: { ja: "事業所", en: "Workplaces" },
};

type Pair = Readonly<Record<Language, string>>;

/** In brackets after the verdict. */
export const REASONS: Readonly<Record<VerdictReason, Pair & { why: Pair }>> = {
  "no-counts": {
    ja: "実数なし",
    en: "no counts",
    why: {
      ja: "もとの資料に人数がなく割合だけなので、差が偶然の範囲かどうかを調べられません。",
      en: "The source has no counts, only the figure, so nobody can tell whether the difference is chance.",
    },
  },
  "no-benchmark": {
    ja: "比較値なし",
    en: "no benchmark",
    why: {
      ja: "同じ年度の比べる地域の値がありません。",
      en: "There is no figure of the benchmark for the same year.",
    },
  },
  "other-geography": {
    ja: "区域が別",
    en: "other geography",
    why: {
      ja: "比べる地域がこの地域をふくまないので、並べて比べられません。",
      en: "The benchmark does not contain this area.",
    },
  },
  "other-definition": {
    ja: "数え方が別",
    en: "other definition",
    why: {
      ja: "比べる地域の値は出典や数え方が違います。",
      en: "The benchmark's figure comes from another source or was counted differently.",
    },
  },
  suppressed: {
    ja: "秘匿",
    en: "suppressed",
    why: {
      ja: "人数が少なく、個人が分かるおそれがあるため値を秘匿しています。",
      en: "The count is so small that persons might be recognised; it is withheld.",
    },
  },
  "no-value": {
    ja: "データなし",
    en: "no data",
    why: { ja: "この地域の値がありません。", en: "This area has no figure." },
  },
  "too-few-areas": {
    ja: "地域が少ない",
    en: "too few areas",
    why: { ja: "比べる地域の数が足りません。", en: "There are too few areas to rank." },
  },
  "count-follows-size": {
    ja: "実数",
    en: "a count",
    why: {
      ja: "実数は地域の大きさで変わるので、そのままでは比べられません。",
      en: "A count follows the size of the area and can't be compared as it is.",
    },
  },
};

/** By what areas are alike. */
export const SIMILARITY: Readonly<Record<Variable, Pair>> = {
  population: { ja: "人口（対数）", en: "population (logarithm)" },
  aged: { ja: "65歳以上の割合", en: "share aged 65 and more" },
  working: { ja: "生産年齢人口の割合", en: "share of working age" },
  workplaces: { ja: "人口千人あたりの事業所数", en: "workplaces per 1,000 residents" },
  smallest: { ja: "4人以下の事業所の割合", en: "share of workplaces of 1 to 4" },
  large: { ja: "50人以上の事業所の割合", en: "share of workplaces of 50 and more" },
  construction: { ja: "建設業の割合", en: "construction" },
  manufacturing: { ja: "製造業の割合", en: "manufacturing" },
  trade: { ja: "卸売・小売業、飲食店の割合", en: "wholesale, retail, restaurants" },
  services: { ja: "サービス業の割合", en: "services" },
  care: { ja: "医療、福祉の割合", en: "medical care and welfare" },
  farming: { ja: "農林漁業の割合", en: "agriculture, forestry, fishery" },
};

export const TRENDS = {
  increasing: { sign: "↗", ja: "上昇", en: "rising" },
  decreasing: { sign: "↘", ja: "低下", en: "falling" },
  none: { sign: "→", ja: "はっきりした変化なし", en: "no clear change" },
  unknown: { sign: "－", ja: "判定不能", en: "unknown" },
} as const;

export const TREND_REASONS: Readonly<Record<NoTrendReason, Pair>> = {
  "fewer-than-five-years": { ja: "5年分に満たない", en: "fewer than five years" },
  "gap-in-years": { ja: "年が続いていない", en: "years are missing" },
  "overlapping-periods": { ja: "期間が重なる", en: "periods overlap" },
  "pooled-periods": { ja: "数年分をまとめた値", en: "pooled periods" },
  suppressed: { ja: "秘匿", en: "suppressed" },
  "no-counts-or-intervals": { ja: "実数なし", en: "no counts" },
  "no-fit": { ja: "計算できない", en: "no fit" },
};

export const RELATIONS: Readonly<Record<Exclude<Relation, "self">, Pair>> = {
  equal: { ja: "同じ範囲の別の区域", en: "another district of the same extent" },
  containing: { ja: "この地域をふくむ、より広い区域", en: "a wider district that holds this area" },
  overlapping: { ja: "一部が重なる別の区域", en: "another district that overlaps this area" },
};

const UNITS: Readonly<Record<Indicator["unit"], Pair>> = {
  percent: { ja: "%", en: "%" },
  persons: { ja: "人", en: "persons" },
  per_1000: { ja: "人口千対", en: "per 1,000" },
  per_100000: { ja: "人口10万対", en: "per 100,000" },
  ratio: { ja: "全国＝100", en: "nation = 100" },
  years: { ja: "年", en: "years" },
  workplaces: { ja: "事業所", en: "workplaces" },
  cases: { ja: "件", en: "cases" },
  sessions: { ja: "回", en: "sessions" },
  offices: { ja: "か所", en: "offices" },
  areas: { ja: "圏域", en: "areas" },
  mmhg: { ja: "mmHg", en: "mmHg" },
};

/** The unit as it stands in a head or after a figure; ages are years of age, life expectancy years. */
export const unitOf = (indicator: Indicator, language: Language): string =>
  indicator.code === "mean_age" && language === "ja" ? "歳" : UNITS[indicator.unit][language];

/** Units that stand close to the figure; the others are named in the head or in brackets. */
const CLOSE: ReadonlySet<Indicator["unit"]> = new Set([
  "percent",
  "persons",
  "workplaces",
  "cases",
  "sessions",
  "offices",
  "areas",
  "years",
]);

export function withUnit(figure: string, indicator: Indicator, language: Language = "ja"): string {
  const unit = unitOf(indicator, language);
  if (indicator.unit === "percent") return `${figure}%`;
  return CLOSE.has(indicator.unit) && language === "ja" ? `${figure}${unit}` : `${figure} ${unit}`;
}

export function showNumber(value: number, decimals: number): string {
  return value.toLocaleString("ja-JP", { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
}

export const showValue = (value: number, indicator: Indicator): string =>
  showNumber(value, indicator.decimals);

/** With its sign, also for zero; a true minus. */
export function showSigned(value: number, decimals: number): string {
  const text = showNumber(Math.abs(value), decimals);
  return value > 0 ? `+${text}` : value < 0 ? `−${text}` : `±${text}`;
}

/** What the profile compares with, by its name. */
export function benchmarkNameOf(
  {
    benchmark,
    prefecture,
  }: Readonly<{ benchmark: "nation" | "prefecture" | "similar"; prefecture: { name: string } | null }>,
  language: Language,
): string {
  if (benchmark === "prefecture" && prefecture) return prefecture.name;
  if (benchmark === "similar") return language === "ja" ? "類似地域" : "similar areas";
  return language === "ja" ? "全国" : "Japan";
}

export const nameOf = (indicator: Indicator, language: Language): string =>
  language === "ja" ? indicator.name_ja : indicator.name_en;

/** 男 40〜49歳; empty for everybody. */
export function stratumOf(sex: 0 | 1 | 2, ageBand: AgeBand, language: Language): string {
  const sexes = { ja: ["", "男", "女"], en: ["", "men", "women"] } as const;
  const ages =
    ageBand === ALL_AGES
      ? ""
      : language === "ja"
        ? showAgeBandJa(ageBand)
        : `${agesOf(ageBand).first}${agesOf(ageBand).last === undefined ? "+" : `–${agesOf(ageBand).last}`}`;
  return [sexes[language][sex], ages].filter(Boolean).join(" ");
}

export function showYear(year: FiscalYear, language: Language): string {
  return language === "ja" ? showFiscalYearJa(year) : `FY${year} (${eraOf(year)})`;
}

/** H19: under a year in charts. */
export function eraOf(year: FiscalYear): string {
  const era = eraYearOf(year);
  return `${era.letter}${era.year}`;
}

/** 2009年1月1日（木）現在（平成21年）for stocks, the fiscal year for the rest. */
export function showWhen(year: FiscalYear, asOf: PlainDate | null, language: Language): string {
  if (asOf === null) return showYear(year, language);
  return language === "ja" ? `${showDateJa(asOf).replace(/（.）$/, "")}現在` : asOf;
}
