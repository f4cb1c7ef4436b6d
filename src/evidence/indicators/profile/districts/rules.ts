import { suppressList, suppressProportions } from "@yui/healthstats";
import type { Area } from "#foundation/areas/public.ts";
import { fiscalYear } from "#platform/kernel/fiscal-year.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import type { Dictionary, Indicator } from "../../dictionary/schema.ts";
import { type Level, seriesOf, totalOf } from "../figures/rules.ts";
import { sectionOf } from "../rules.ts";
import type { IndicatorRow, Point, RawFigure, Series } from "../schema.ts";
import { rowOf } from "../verdicts/rules.ts";

/** One indicator of all districts, in the last year that any of them has a figure of. */
export type DistrictColumn = Readonly<{
  indicator: Indicator;
  source: Series["source"];
  year: Point["year"];
  /** The whole around the districts, and the nation. */
  around: readonly Readonly<{ area: Area; point: Point }>[];
  /** In the order of the districts; null where there is no figure of that year. */
  rows: readonly (IndicatorRow | null)[];
}>;

export type Districts = Readonly<{
  whole: Area;
  districts: readonly Area[];
  columns: readonly DistrictColumn[];
}>;

type Given = Readonly<{
  whole: Area;
  districts: readonly Area[];
  /** The prefecture or nation around them, the first of which verdicts are given against. */
  around: readonly Area[];
  dictionary: Dictionary;
  levels: readonly Level[];
}>;

/**
 * The figures of the areas within an area, side by side. All of them are suppressed together with their sum: the figure of
 * the whole stands beside them, and would give the one back that is missing.
 */
export function districtsOf({ whole, districts, around, dictionary, levels }: Given): Districts {
  const indicators = new Map(dictionary.indicators.map((indicator) => [indicator.no, indicator]));
  const sources = new Map(dictionary.sources.map((source) => [source.no, source]));
  const key = (level: Level) => `${level.areaId}/${level.indicatorNo}/${level.fiscalYear}/${level.sourceNo}`;
  const figures = [...Map.groupBy(levels, key).values()].flatMap(
    (group) => totalOf(indicators.get(group[0]!.indicatorNo)!, group) ?? [],
  );
  const own = new Set(districts.map(({ id }) => id));
  const hidden = hiddenAmong(
    figures.filter(({ areaId }) => own.has(areaId)),
    indicators,
  );
  const all = seriesOf(figures, hidden, indicators, sources);
  const found = Map.groupBy(
    all.filter(({ indicator }) => sectionOf(indicator) === "indicators"),
    ({ indicator }) => indicator.no,
  );
  const columns = [...found.values()].flatMap((series) => columnOf(series, districts, around) ?? []);
  return { whole, districts, columns };
}

function columnOf(
  all: readonly Series[],
  districts: readonly Area[],
  around: readonly Area[],
): DistrictColumn | undefined {
  const own = new Set(districts.map(({ id }) => id));
  const { source } = all.find(({ area }) => own.has(area)) ?? {};
  if (!source) return undefined;
  const one = all.filter((series) => series.source.no === source.no && series.sex === 0);
  const of = (area: AreaId) => one.find((series) => series.area === area);
  const within = districts.flatMap(({ id }) => of(id) ?? []);
  const years = within.flatMap(({ points }) => points.filter(isKnown).map(({ year }) => year));
  if (years.length === 0) return undefined;
  const year = fiscalYear(Math.max(...years));
  const compared = around.flatMap((area) => {
    const series = of(area.id);
    return series ? [{ area, series }] : [];
  });
  const benchmark = around[0]?.kind === "prefecture" ? "prefecture" : "nation";
  return {
    indicator: within[0]!.indicator,
    source,
    year,
    around: compared.flatMap(({ area, series }) => {
      const point = series.points.find((each) => each.year === year);
      return point ? [{ area, point }] : [];
    }),
    rows: districts.map((area) => {
      const series = of(area.id);
      if (!series?.points.some((point) => point.year === year && isKnown(point))) return null;
      const until = { ...series, points: series.points.filter((point) => point.year <= year) };
      return rowOf(until, { area, relation: "self" }, compared, { benchmark, period: 10 });
    }),
  };
}

const isKnown = (point: Point): boolean => point.value !== null || point.suppressed;

/** Which figures of the districts are hidden beside each other and their sum. */
export function hiddenAmong(
  figures: readonly RawFigure[],
  indicators: ReadonlyMap<number, Indicator>,
): ReadonlySet<RawFigure> {
  const groups = Map.groupBy(figures, (one) => `${one.indicatorNo}/${one.fiscalYear}/${one.sourceNo}`);
  return new Set(
    [...groups.values()].flatMap((group) => {
      const { kind } = indicators.get(group[0]!.indicatorNo)!;
      const counted = group.filter(({ numerator }) => isCount(numerator));
      if (counted.length === 0) return [];
      return kind === "proportion" ? hiddenProportions(counted) : hiddenCounts(counted);
    }),
  );
}

const isCount = (value: number | null): value is number => Number.isSafeInteger(value) && value! >= 0;

function hiddenProportions(group: readonly RawFigure[]): RawFigure[] {
  const whole = group.filter(
    ({ numerator, denominator }) => isCount(denominator) && numerator! <= denominator,
  );
  if (whole.length === 0) return hiddenCounts(group);
  const { groups } = suppressProportions(whole);
  return whole.filter((_, i) => groups[i]!.proportion === null);
}

function hiddenCounts(group: readonly RawFigure[]): RawFigure[] {
  const { cells } = suppressList(group.map(({ numerator }) => numerator));
  return group.filter((_, i) => cells[i]!.state === "suppressed");
}
