import { similarAreas } from "@yui/healthstats";
import type { AreaId } from "#platform/kernel/ids.ts";
import type { Indicator } from "../../dictionary/schema.ts";
import { groupsOf, type Level, pointOf, totalOf } from "../figures/rules.ts";
import type { RawFigure } from "../schema.ts";

/** The last published figure of an area. */
export type LastFigure = Readonly<{ areaId: AreaId; code: string; value: number }>;

type Known = (code: string) => number | null;
const share =
  (part: string, whole: string, times = 1) =>
  (known: Known) => {
    const [some, all] = [known(part), known(whole)];
    return some === null || all === null || all === 0 ? null : (some * times) / all;
  };
const industry = (code: string) => share(`workplaces_${code}`, "workplaces");

/** By what areas are alike. Each is told where similar areas are shown; the page of the method says how they are made. */
const VARIABLES = {
  population: (known: Known) => {
    const people = known("population");
    return people === null || people <= 0 ? null : Math.log10(people);
  },
  aged: share("population_65_plus", "population"),
  working: share("production_age_population", "population"),
  workplaces: share("workplaces", "population", 1000),
  smallest: share("workplaces_size_1_4", "workplaces"),
  large: share("workplaces_size_50_plus", "workplaces"),
  construction: industry("construction"),
  manufacturing: industry("manufacturing"),
  trade: industry("wholesale_retail_restaurants"),
  services: industry("services"),
  care: industry("medical_welfare"),
  farming: industry("agriculture_forestry_fishery"),
} as const;
export type Variable = keyof typeof VARIABLES;

export const SIMILARITY_CODES = [
  "population",
  "population_65_plus",
  "production_age_population",
  "workplaces",
  "workplaces_size_1_4",
  "workplaces_size_50_plus",
  "workplaces_construction",
  "workplaces_manufacturing",
  "workplaces_wholesale_retail_restaurants",
  "workplaces_services",
  "workplaces_medical_welfare",
  "workplaces_agriculture_forestry_fishery",
] as const;

export const SIMILAR_COUNT = 5;

export type Similar =
  | Readonly<{
      status: "found";
      variables: readonly Variable[];
      areas: readonly Readonly<{ id: AreaId; distance: number }>[];
    }>
  | Readonly<{ status: "not-found"; reason: "too-few-variables" | "too-few-areas" }>;

/** The areas most like one, among all of its kind of which something is known. */
export function similarTo(area: AreaId, figures: readonly LastFigure[]): Similar {
  const byArea = Map.groupBy(figures, (figure) => figure.areaId);
  if (!byArea.has(area)) return { status: "not-found", reason: "too-few-variables" };
  const ids = [...byArea.keys()].sort();
  const names = Object.keys(VARIABLES) as Variable[];
  const rows = ids.map((id) => {
    const known: Known = (code) => byArea.get(id)!.find((one) => one.code === code)?.value ?? null;
    return names.map((name) => VARIABLES[name](known));
  });
  const found = similarAreas(rows, ids.indexOf(area), SIMILAR_COUNT);
  if (found.status === "not-found") return found;
  return {
    status: "found",
    variables: found.variables.map((at) => names[at]!),
    areas: found.similar.map(({ area: at, distance }) => ({ id: ids[at]!, distance })),
  };
}

/** The similar areas together stand among the areas of comparison as one, of the area's own kind. */
export const SIMILAR_ID = "similar" as AreaId;
export const TOGETHER = { id: SIMILAR_ID, slug: SIMILAR_ID, name: "類似地域" } as const;

/** Of so many of the similar areas a figure must be known before they stand for all. */
const LEAST_POOLED = 3;

/**
 * The figures of the similar areas together: counts added up, or the mean of what was printed. Only figures that are shown
 * are used: else the sum would give a hidden one back.
 */
export function pooled(
  figures: readonly RawFigure[],
  as: AreaId,
  isShown: (figure: RawFigure) => boolean,
): RawFigure[] {
  const groups = Map.groupBy(
    figures,
    ({ indicatorNo, fiscalYear, sourceNo, sex, ageBand }) =>
      `${indicatorNo}/${fiscalYear}/${sourceNo}/${sex}/${ageBand}`,
  );
  return [...groups.values()].flatMap((group): RawFigure[] => {
    const known = group.filter(isShown);
    if (known.length < LEAST_POOLED) return [];
    const base = { ...known[0]!, areaId: as, value: null, lower: null, upper: null, asOf: null };
    const counted = known.every((one) => one.numerator !== null && one.denominator !== null);
    const sum = (key: "numerator" | "denominator") => known.reduce((all, one) => all + one[key]!, 0);
    if (counted) return [{ ...base, numerator: sum("numerator"), denominator: sum("denominator") }];
    const values = known.flatMap(({ value }) => (value === null ? [] : [value]));
    if (values.length < LEAST_POOLED) return [];
    const mean = values.reduce((all, one) => all + one, 0) / values.length;
    return [{ ...base, numerator: null, denominator: null, value: mean }];
  });
}

/** The totals of the similar areas, together and of what is shown of them alone. */
export function similarFigures(
  levels: readonly Level[],
  indicators: ReadonlyMap<number, Indicator>,
): RawFigure[] {
  const totals = [...groupsOf(levels).values()].flatMap(
    (group) => totalOf(indicators.get(group[0]!.indicatorNo)!, group) ?? [],
  );
  const isShown = (figure: RawFigure) => pointOf(indicators.get(figure.indicatorNo)!, figure).value !== null;
  return pooled(totals, SIMILAR_ID, isShown);
}
