import type { PresentedProfile, PresentedRow } from "../present.ts";
import type { ProfileOptions } from "../schema.ts";
import { isWorse, type Standing, standingOf } from "../standing/rules.ts";

/** What the address says of the table: what is compared with what, how far back, what is left out, in which order. */
export type Listing = Readonly<{
  only: "worse" | "missed" | "all";
  theme: string | undefined;
  sort: string | undefined;
}>;

/** A line of the table: without its years, which only charts and the indicator's own page need. */
export type ListedRow = Pick<
  PresentedRow,
  "sex" | "age_band" | "stratum_name" | "latest" | "benchmark" | "difference" | "verdict" | "trend" | "change"
> &
  Readonly<{
    standing: Standing;
    /** 15%以下: the target that the figure misses. */
    missed: string | null;
    /** Prefecture and nation of the same year, to draw them beside it. */
    beside: readonly Readonly<{ kind: string; name: string; value: number | null }>[];
    /** The values of all years, for a small line. */
    line: readonly Readonly<{ year: number; value: number | null }>[];
    indicator: Pick<
      PresentedRow["indicator"],
      "code" | "name" | "unit" | "unit_name" | "decimals" | "polarity" | "theme"
    >;
    area: Pick<PresentedRow["area"], "id" | "name" | "relation">;
  }>;

const POLARITY = {
  higher_is_worse: "higher-is-worse",
  lower_is_worse: "lower-is-worse",
  neutral: "none",
} as const;

export const standingOfRow = ({
  verdict,
  difference,
  indicator,
}: Pick<PresentedRow, "verdict" | "difference" | "indicator">) =>
  standingOf({
    outcome: verdict.outcome,
    reason: verdict.reason,
    difference: difference?.value ?? null,
    polarity: POLARITY[indicator.polarity],
  });

export const listedRow = (row: PresentedRow, missed: string | null = null): ListedRow => ({
  standing: standingOfRow(row),
  missed,
  beside: row.compared.map(({ area, series }) => ({
    kind: area.kind,
    name: area.name,
    value: series.find((point) => point.fiscal_year === row.latest.fiscal_year)?.value ?? null,
  })),
  line: row.series.map((point) => ({ year: point.fiscal_year, value: point.value })),
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
    theme: row.indicator.theme,
  },
  area: { id: row.area.id, name: row.area.name, relation: row.area.relation },
});

/** A profile as its page needs it: the rows of its table come on their own, arranged. */
export type ListedEntry = Readonly<{ row: ListedRow; sentence: string }>;
export type PageProfile = Omit<PresentedProfile, "indicators" | "worsening" | "missed_targets"> &
  Readonly<{
    /** Worse than the benchmark and getting worse. */
    worsening: readonly ListedEntry[];
    missed: readonly ListedEntry[];
    /** Keys of all of them that a health issue can be made of. */
    issues: readonly string[];
  }>;

export const keyOf = (
  row: Pick<PresentedRow, "stratum_name"> & { indicator: { code: string }; area: { id: string } },
) => `${row.indicator.code}/${row.area.id}/${row.stratum_name}`;

/** Which target each figure misses, in words. */
export const missedBy = ({ missed_targets }: PresentedProfile, words: Words): ReadonlyMap<string, string> =>
  new Map(missed_targets.map((one) => [keyOf(one.row), words(one)]));
type Words = (one: PresentedProfile["missed_targets"][number]) => string;

export function pageProfile(
  { indicators: _, worsening, missed_targets, ...rest }: PresentedProfile,
  missed: ReadonlyMap<string, string>,
): PageProfile {
  const listed = (row: PresentedRow) => listedRow(row, missed.get(keyOf(row)) ?? null);
  // A figure that misses its target and gets worse is told with both, in the list of targets.
  const sentenceOf = (row: PresentedRow) =>
    worsening.find((entry) => entry.worse_than === "target" && keyOf(entry.row) === keyOf(row))?.sentence;
  return {
    ...rest,
    worsening: worsening
      .filter((entry) => entry.worse_than !== "target")
      .map(({ row, sentence }) => ({ row: listed(row), sentence })),
    missed: missed_targets.map(({ row, sentence }) => ({
      row: listed(row),
      sentence: sentenceOf(row) ?? sentence,
    })),
    issues: worsening.map(({ row }) => keyOf(row)),
  };
}

export const isEmpty = (profile: PresentedProfile): boolean =>
  profile.facts.length === 0 &&
  profile.indicators.length === 0 &&
  profile.support === null &&
  profile.age_band_ratios.length === 0 &&
  profile.targets.length === 0 &&
  profile.surveys.length === 0 &&
  profile.activities.length === 0;

const BENCHMARKS = ["prefecture", "similar"] as const;

export function optionsOf(query: URLSearchParams): ProfileOptions {
  const period = query.get("period");
  return {
    benchmark: BENCHMARKS.find((one) => one === query.get("benchmark")) ?? "nation",
    period: period === "5" ? 5 : period === "all" ? "all" : 10,
  };
}

const ONLY = ["worse", "missed"] as const;

export const listingOf = (query: URLSearchParams): Listing => ({
  only: ONLY.find((one) => one === query.get("only")) ?? "all",
  theme: query.get("theme") || undefined,
  sort: query.get("sort") ?? undefined,
});

const VERDICT_ORDER: readonly Standing[] = [
  "worse",
  "worse-untested",
  "higher",
  "lower",
  "similar",
  "better-untested",
  "better",
  "not-comparable",
];

const KEYS: Readonly<Record<string, (row: ListedRow) => string | number | null>> = {
  name: (row) => row.indicator.name,
  value: (row) => row.latest.value,
  difference: (row) => row.difference?.value ?? null,
  change: (row) => row.change?.amount ?? null,
  verdict: (row) => VERDICT_ORDER.indexOf(row.standing),
};

/** The lines that the address asks for, in its order; what has no figure comes last. */
export function arrange(rows: readonly ListedRow[], { only, theme, sort }: Listing): ListedRow[] {
  const kept = rows.filter(
    (row) =>
      (theme === undefined || row.indicator.theme === theme) &&
      (only === "all" || (only === "worse" ? isWorse(row.standing) : row.missed !== null)),
  );
  const key = KEYS[sort?.replace(/^-/, "") ?? ""];
  // Without an order a topic stays together.
  if (!key) return [...Map.groupBy(kept, (row) => row.indicator.theme).values()].flat();
  const direction = sort!.startsWith("-") ? -1 : 1;
  return kept.sort((a, b) => {
    const [left, right] = [key(a), key(b)];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    if (typeof left === "string") return direction * left.localeCompare(String(right), "ja");
    return direction * (left - Number(right));
  });
}
