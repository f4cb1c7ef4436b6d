import type { Indicator } from "../../../dictionary/schema.ts";

type Dimension = "count" | "percent" | "per_1000" | "per_10000" | "per_100000" | "years" | "money";

/** Units as tables write them, in normal width: what they measure, and how many of it one is. */
const UNITS: ReadonlyMap<string, Readonly<{ of: Dimension; times: number }>> = new Map(
  (
    [
      ["count", 1, "人 名 件 回 所 か所 ヶ所 カ所 箇所 事業所 施設 社 世帯 persons person cases"],
      ["count", 100, "百人"],
      ["count", 1000, "千人 千件 千世帯"],
      ["count", 10_000, "万人 万件 万世帯"],
      ["percent", 1, "% パーセント percent"],
      ["per_1000", 1, "‰ 人口千対 人口千人対 千人当たり 人口1000対 per_1000"],
      ["per_10000", 1, "人口1万対 人口万対 人口10000対"],
      ["per_100000", 1, "人口10万対 人口十万対 人口10万人対 人口100000対 per_100000"],
      ["years", 1, "歳 年 years"],
      ["money", 1, "円 千円 百万円 億円"],
    ] as const
  ).flatMap(([of, times, words]) => words.split(" ").map((word) => [word, { of, times }] as const)),
);

const OF_INDICATOR: Readonly<Partial<Record<Indicator["unit"], Dimension>>> = {
  percent: "percent",
  persons: "count",
  workplaces: "count",
  cases: "count",
  sessions: "count",
  offices: "count",
  areas: "count",
  per_1000: "per_1000",
  per_100000: "per_100000",
  years: "years",
};

/** How a unit lies to what is measured: it is the same, or so many times it, or another; undefined where it says nothing. */
export function unitAgainst(
  word: string,
  indicator: Indicator,
  counted: boolean,
): number | "other" | undefined {
  const unit = UNITS.get(word.normalize("NFKC").replace(/\s/g, "").toLowerCase());
  const wanted = counted ? "count" : OF_INDICATOR[indicator.unit];
  if (!unit || !wanted) return undefined;
  return unit.of === wanted ? unit.times : "other";
}

/** The unit that a column's name says in brackets: 人口（千人）. */
export const unitOfHeader = (name: string): string | undefined =>
  [...name.normalize("NFKC").matchAll(/[([【〔]\s*(?:単位\s*[::]?\s*)?([^)\]】〕]+?)\s*[)\]】〕]/g)]
    .map(([, word]) => word!)
    .find((word) => UNITS.has(word.replace(/\s/g, "").toLowerCase()));
