import { NOTHING } from "#platform/kernel/nothing.ts";
import type { TargetFact } from "../../facts/schema.ts";
import { keyOf, listedRow, missedBy } from "../listing/rules.ts";
import { type Language, nameOf, showNumber, showValue, stratumOf, withUnit } from "../messages.ts";
import type { PresentedProfile } from "../present.ts";
import type { IndicatorRow, WorseningEntry } from "../schema.ts";

/** 定期健康診断の有所見率, 男の肥満の割合（40〜49歳）: who and what, as a subject. */
export function subjectOf(row: IndicatorRow, language: Language): string {
  const { indicator, sex, ageBand } = row.series;
  const stratum = stratumOf(sex, ageBand, language);
  const name = nameOf(indicator, language);
  return stratum === "" ? name : language === "ja" ? `${name}（${stratum}）` : `${name} (${stratum})`;
}

/** The heading over a chart: what it shows, in one sentence written from the figures. */
export function headingOf(row: IndicatorRow, language: Language): string {
  const compared = comparedClause(row, language);
  const changed = changedClause(row, language);
  const subject = subjectOf(row, language);
  if (language === "en") {
    const clauses = [compared && `is ${compared}`, changed && `has ${changed}`].filter(Boolean);
    return clauses.length > 0
      ? `${subject} ${clauses.join(" and ")}`
      : `${subject}: ${latestText(row, language)}`;
  }
  if (compared && changed) return `${subject}は${compared.connected}、${changed}`;
  if (compared) return `${subject}は${compared.closed}`;
  return changed ? `${subject}は${changed}` : `${subject}は${latestText(row, language)}`;
}

type Clause = { connected: string; closed: string; toString(): string };

function comparedClause(row: IndicatorRow, language: Language): Clause | undefined {
  const { difference, benchmark, verdict } = row;
  if (!difference || !benchmark) return undefined;
  const against = language === "ja" ? benchmark.area.name : benchmarkName(row, language);
  const similar = verdict.outcome === "similar" || difference.value === 0;
  const higher = difference.value > 0;
  const english = similar ? `similar to ${against}` : `${higher ? "higher" : "lower"} than ${against}`;
  const words = similar
    ? { connected: `${against}と同じくらいで`, closed: `${against}と同じくらい` }
    : {
        connected: `${against}より${higher ? "高く" : "低く"}`,
        closed: `${against}より${higher ? "高い" : "低い"}`,
      };
  return { ...words, toString: () => (language === "en" ? english : words.closed) };
}

export function benchmarkName(row: IndicatorRow, language: Language): string {
  const area = row.benchmark?.area;
  if (!area) return "";
  if (language === "ja") return area.name;
  return area.kind === "nation" ? "Japan" : area.slug.charAt(0).toUpperCase() + area.slug.slice(1);
}

function changedClause(row: IndicatorRow, language: Language): string | undefined {
  const { change } = row;
  if (!change) return undefined;
  const amount = amountText(row, Math.abs(change.amount), language);
  if (language === "en") {
    if (change.amount === 0) return `not changed in ${change.years} years`;
    return `${change.amount > 0 ? "risen" : "fallen"} by ${amount} in ${change.years} years`;
  }
  if (change.amount === 0) return `${change.years}年間変わっていない`;
  return `${change.years}年間で${amount}${change.amount > 0 ? "上がった" : "下がった"}`;
}

/** 8.92ポイント: percentages differ by points, everything else by its own unit. */
export function amountText(row: IndicatorRow, amount: number, language: Language): string {
  const { indicator } = row.series;
  const figure = showNumber(amount, indicator.decimals);
  if (indicator.unit === "percent") return language === "ja" ? `${figure}ポイント` : `${figure} points`;
  if (indicator.unit === "ratio" || indicator.unit.startsWith("per_")) return figure;
  return withUnit(figure, indicator, language);
}

export function latestText(row: IndicatorRow, language: Language): string {
  const { indicator } = row.series;
  const { value, suppressed, year } = row.latest;
  const text =
    value === null
      ? NOTHING[suppressed ? "hidden" : "no-data"][language]
      : withUnit(showValue(value, indicator), indicator, language);
  return language === "ja" ? `${text}（${year}年度）` : `${text} (FY${year})`;
}

/** Why an entry stands on the short list, with both figures and the rule that put it there. */
export function worseningSentence(entry: WorseningEntry, language: Language): string {
  return language === "ja" ? worseningJa(entry) : worseningEn(entry);
}

/** 15%以下: what was set, with its bound. */
export function targetText(
  { targetValue, direction, unit }: Pick<TargetFact, "targetValue" | "direction" | "unit">,
  language: Language,
): string {
  const figure = `${showNumber(targetValue, Number.isInteger(targetValue) ? 0 : 1)}${unit}`;
  if (language === "ja") return `${figure}${direction === "at_most" ? "以下" : "以上"}`;
  return `${direction === "at_most" ? "at most" : "at least"} ${figure}`;
}

/** The rows of a profile as its pages list them, each with the target that it misses in words. */
export function listedOf(profile: PresentedProfile, language: Language) {
  const missed = missedBy(profile, (one) =>
    targetText({ targetValue: one.target_value, direction: one.direction, unit: one.unit }, language),
  );
  return { missed, rows: profile.indicators.map((row) => listedRow(row, missed.get(keyOf(row)) ?? null)) };
}

/** A figure beside the target that it misses. */
export function missedSentence(row: IndicatorRow, target: TargetFact, language: Language): string {
  const { indicator } = row.series;
  const figure = withUnit(showValue(row.latest.value!, indicator), indicator, language);
  const by = target.targetYear;
  return language === "ja"
    ? `${row.latest.year}年度は${figure}で、目標の${targetText(target, "ja")}${by ? `（${by}年度）` : ""}に届いていません。`
    : `${figure} in FY${row.latest.year} misses the target of ${targetText(target, "en")}${by ? ` (FY${by})` : ""}.`;
}

function worseningJa({ row, worseThan, gettingWorse }: WorseningEntry): string {
  const { indicator } = row.series;
  const figure = (value: number) => withUnit(showValue(value, indicator), indicator);
  const latest = `${row.latest.year}年度は${figure(row.latest.value!)}`;
  const { change, row: changed, by } = gettingWorse;
  const of = changed === row ? "" : `${stratumOf(changed.series.sex, changed.series.ageBand, "ja")}では`;
  const movement = `${of}${change.from.year}年度の${figure(change.from.value)}から${change.to.year}年度の${figure(change.to.value)}へ、${change.years}年間で${amountText(changed, Math.abs(change.amount), "ja")}${change.amount > 0 ? "上がりました" : "下がりました"}`;
  const proof = {
    trend: "（直近5年の傾向の検定で有意）",
    rank: "（順位による傾向の検定で有意）",
    size: "（年数が少なく、傾向の検定はできません）",
  }[by];
  if (worseThan.kind === "target")
    return `${latest}で、目標の${targetText(worseThan.target, "ja")}に届いていません。${movement}${proof}。`;
  const difference = row.difference!.value;
  const compared = `${worseThan.against.name}の${figure(worseThan.point.value!)}より${amountText(row, Math.abs(difference), "ja")}${difference > 0 ? "高い" : "低い"}`;
  const tested =
    worseThan.kind === "tested"
      ? `（${levelOf(row)}%信頼区間の外）`
      : "（人数がないため差の検定はできません）";
  return `${latest}で、${compared}です${tested}。${movement}${proof}。`;
}

function worseningEn({ row, worseThan, gettingWorse }: WorseningEntry): string {
  const { indicator } = row.series;
  const figure = (value: number) => withUnit(showValue(value, indicator), indicator, "en");
  const { change, row: changed, by } = gettingWorse;
  const of =
    changed === row ? "It" : `Among ${stratumOf(changed.series.sex, changed.series.ageBand, "en")} it`;
  const proof = {
    trend: "significant over the last five years",
    rank: "significant by the rank test",
    size: "too few years for a test",
  }[by];
  const movement = `${of} went from ${figure(change.from.value)} (FY${change.from.year}) to ${figure(change.to.value)} (FY${change.to.year}), ${proof}.`;
  const latest = `${figure(row.latest.value!)} in FY${row.latest.year}`;
  if (worseThan.kind === "target") {
    return `${latest} misses the target of ${targetText(worseThan.target, "en")}. ${movement}`;
  }
  const tested =
    worseThan.kind === "tested"
      ? `outside the ${levelOf(row)}% interval`
      : "not tested, the source has no counts";
  return `${latest} against ${figure(worseThan.point.value!)} in ${benchmarkName(row, "en")} (${tested}). ${movement}`;
}

const levelOf = (row: IndicatorRow): string =>
  row.verdict.outcome !== "not-comparable" && row.verdict.method === "interval-95" ? "95" : "99.8";
