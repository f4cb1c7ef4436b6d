import type { PresentedProfile, PresentedRow } from "../present.ts";
import type { ProfileOptions } from "../schema.ts";

/** What the address says of the table: what is compared with what, how far back, what is left out, in which order. */
export type Listing = Readonly<{ only: "worse" | "all"; sort: string | undefined }>;

/** A line of the table: without its years, which only charts and the indicator's own page need. */
export type ListedRow = Pick<
  PresentedRow,
  "sex" | "age_band" | "stratum_name" | "latest" | "benchmark" | "difference" | "verdict" | "trend" | "change"
> &
  Readonly<{
    indicator: Pick<
      PresentedRow["indicator"],
      "code" | "name" | "unit" | "unit_name" | "decimals" | "polarity"
    >;
    area: Pick<PresentedRow["area"], "id" | "name" | "relation">;
  }>;

export const listedRow = (row: PresentedRow): ListedRow => ({
  sex: row.sex,
  age_band: row.age_band,
  stratum_name: row.stratum_name,
  latest: row.latest,
  benchmark: row.benchmark,
  difference: row.difference,
  verdict: row.verdict,
  trend: row.trend,
  change: row.change,
  indicator: {
    code: row.indicator.code,
    name: row.indicator.name,
    unit: row.indicator.unit,
    unit_name: row.indicator.unit_name,
    decimals: row.indicator.decimals,
    polarity: row.indicator.polarity,
  },
  area: { id: row.area.id, name: row.area.name, relation: row.area.relation },
});

/** A profile as its page needs it: the rows of its table come on their own, arranged. */
export type PageProfile = Omit<PresentedProfile, "indicators" | "worsening"> &
  Readonly<{ worsening: readonly Readonly<{ row: ListedRow; sentence: string }>[] }>;

export function pageProfile({ indicators: _, worsening, ...rest }: PresentedProfile): PageProfile {
  return { ...rest, worsening: worsening.map(({ row, sentence }) => ({ row: listedRow(row), sentence })) };
}

export const isEmpty = (profile: PresentedProfile): boolean =>
  profile.facts.length === 0 &&
  profile.indicators.length === 0 &&
  profile.support === null &&
  profile.age_band_ratios.length === 0 &&
  profile.targets.length === 0 &&
  profile.surveys.length === 0 &&
  profile.activities.length === 0;

export function optionsOf(query: URLSearchParams): ProfileOptions {
  const period = query.get("period");
  return {
    benchmark: query.get("benchmark") === "prefecture" ? "prefecture" : "nation",
    period: period === "5" ? 5 : period === "all" ? "all" : 10,
  };
}

export const listingOf = (query: URLSearchParams): Listing => ({
  only: query.get("only") === "worse" ? "worse" : "all",
  sort: query.get("sort") ?? undefined,
});

/** Worse by its verdict, or, where no verdict can be given, on the worse side of the benchmark. */
export function isWorse(row: ListedRow): boolean {
  if (row.verdict.outcome === "worse") return true;
  if (row.verdict.reason !== "no-counts" || !row.difference || row.indicator.polarity === "neutral")
    return false;
  return (
    row.difference.value !== 0 && row.difference.value > 0 === (row.indicator.polarity === "higher_is_worse")
  );
}

const VERDICT_ORDER = ["worse", "higher", "lower", "similar", "better", "not-comparable"];

const KEYS: Readonly<Record<string, (row: ListedRow) => string | number | null>> = {
  name: (row) => row.indicator.name,
  value: (row) => row.latest.value,
  difference: (row) => row.difference?.value ?? null,
  change: (row) => row.change?.amount ?? null,
  verdict: (row) => VERDICT_ORDER.indexOf(row.verdict.outcome),
};

/** The lines that the address asks for, in its order; what has no figure comes last. */
export function arrange(rows: readonly ListedRow[], { only, sort }: Listing): ListedRow[] {
  const kept = only === "worse" ? rows.filter(isWorse) : [...rows];
  const key = KEYS[sort?.replace(/^-/, "") ?? ""];
  if (!key) return kept;
  const direction = sort!.startsWith("-") ? -1 : 1;
  return kept.sort((a, b) => {
    const [left, right] = [key(a), key(b)];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    if (typeof left === "string") return direction * left.localeCompare(String(right), "ja");
    return direction * (left - Number(right));
  });
}
