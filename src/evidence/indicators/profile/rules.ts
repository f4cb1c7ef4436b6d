import { suppressCount, suppressProportion } from "@yui/healthstats";
import type { Area } from "#foundation/areas/public.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import type { Dictionary, Indicator } from "../dictionary/schema.ts";
import { activityYears, shownRatio, shownSurvey } from "../facts/rules.ts";
import type { AreaFacts } from "../facts/schema.ts";
import { ALL_AGES } from "../observations/schema.ts";
import { groupOf, hiddenParts } from "./disclosure/rules.ts";
import { groupsOf, type Level, seriesOf, totalOf } from "./figures/rules.ts";
import type {
  FactItem,
  Likeness,
  Place,
  Point,
  Profile,
  ProfileOptions,
  RawFigure,
  Relation,
  Series,
  SupportYear,
} from "./schema.ts";
import { missedTargets, shortListOf } from "./short-list/rules.ts";
import { similarFigures, TOGETHER } from "./similar/rules.ts";
import { rowOf } from "./verdicts/rules.ts";

/** Where an indicator stands in a profile: what the area is like, what is done there, or how its people fare. */
export function sectionOf(indicator: Indicator): "facts" | "support" | "indicators" {
  if (indicator.theme === "support" && indicator.kind === "count") return "support";
  if (indicator.theme === "population" || indicator.theme === "workplaces") return "facts";
  return indicator.unit === "offices" || indicator.unit === "areas" ? "facts" : "indicators";
}

const NEARNESS: Readonly<Record<Relation, number>> = { self: 0, equal: 1, containing: 2, overlapping: 3 };

export type Gathered = Readonly<{
  area: Area;
  audience: Profile["audience"];
  options: ProfileOptions;
  places: readonly Place[];
  /** Prefecture and nation. */
  above: readonly Area[];
  dictionary: Dictionary;
  levels: readonly Level[];
  figures: readonly RawFigure[];
  facts: AreaFacts;
  /** The similar areas and their own levels, where the profile compares with them. */
  similar: Readonly<{ likeness: Likeness; levels: readonly Level[] }> | null;
}>;

/** The indicators whose single figures are needed beside the levels: no total can be had, or facts by sex. */
export function needsFigures(
  { indicators }: Dictionary,
  levels: readonly Level[],
  own: ReadonlySet<AreaId>,
): number[] {
  const byNo = new Map(indicators.map((indicator) => [indicator.no, indicator]));
  const wanted = new Set<number>();
  for (const group of groupsOf(levels).values()) {
    const { areaId, indicatorNo } = group[0]!;
    if (!own.has(areaId) || wanted.has(indicatorNo)) continue;
    const indicator = byNo.get(indicatorNo)!;
    const bySex = sectionOf(indicator) === "facts" && group.some((level) => level.level === "sexes");
    if (bySex || !totalOf(indicator, group)) wanted.add(indicatorNo);
  }
  return [...wanted];
}

export function profileOfGathered(gathered: Gathered): Profile {
  const { dictionary, places, above, options } = gathered;
  const indicators = new Map(dictionary.indicators.map((indicator) => [indicator.no, indicator]));
  const sources = new Map(dictionary.sources.map((source) => [source.no, source]));
  const totals = [...groupsOf(gathered.levels).values()].flatMap(
    (group) => totalOf(indicators.get(group[0]!.indicatorNo)!, group) ?? [],
  );
  const like = similarFigures(gathered.similar?.levels ?? [], indicators);
  const figures = [...totals, ...gathered.figures.filter(isPart), ...like];
  const hidden = hiddenOf(figures, indicators);
  const all = seriesOf(figures, hidden, indicators, sources);
  const chosen = nearest(all, places);
  const rows = chosen
    .filter(({ series }) => sectionOf(series.indicator) === "indicators")
    .map(({ series, place }) =>
      rowOf(
        series,
        place,
        comparedWith(
          series,
          place,
          like.length > 0 ? [...above, { ...gathered.area, ...TOGETHER }] : above,
          all,
        ),
        options,
      ),
    );
  const worsening = shortListOf(rows, gathered.facts.targets);
  return {
    area: gathered.area,
    prefecture: above.find((area) => area.kind === "prefecture") ?? null,
    audience: gathered.audience,
    options,
    similar: gathered.similar?.likeness ?? null,
    places,
    facts: factsOf(chosen.filter(({ series }) => sectionOf(series.indicator) === "facts")),
    worsening,
    missed: missedTargets(rows, gathered.facts.targets, worsening),
    rows,
    support: supportOf(chosen.filter(({ series }) => sectionOf(series.indicator) === "support")),
    ageBandRatios: gathered.facts.ageBandRatios.map(shownRatio),
    targets: gathered.facts.targets,
    surveys: gathered.facts.surveys.map(shownSurvey),
    activities: activityYears(gathered.facts.activities),
    activitySources: [...new Set(gathered.facts.activities.map((activity) => activity.source))],
  };
}

function hiddenOf(figures: readonly RawFigure[], indicators: ReadonlyMap<number, Indicator>) {
  const groups = [...Map.groupBy(figures, groupOf).values()].filter((group) => group.length > 1);
  return new Set(groups.flatMap((group) => [...hiddenParts(group, indicators.get(group[0]!.indicatorNo)!)]));
}

/** Totals are there already, as printed or added up. */
const isPart = (figure: RawFigure): boolean => figure.sex !== 0 || figure.ageBand !== ALL_AGES;

type Placed = Readonly<{ series: Series; place: Place }>;

/**
 * Of each indicator the area's own series; where it has none, those of the districts that lie nearest: of the same
 * territory, else holding all of it, else sharing a part. Of several sources of one figure the first.
 */
function nearest(all: readonly Series[], places: readonly Place[]): Placed[] {
  const placeOf = new Map(places.map((place) => [place.area.id, place]));
  const placed = all.flatMap((series): Placed[] => {
    const place = placeOf.get(series.area);
    return place ? [{ series, place }] : [];
  });
  return [...Map.groupBy(placed, ({ series }) => series.indicator.no).values()].flatMap((group) => {
    const least = Math.min(...group.map(({ place }) => NEARNESS[place.relation]));
    const seen = new Set<string>();
    return group.filter(({ series, place }) => {
      const key = `${place.area.id}/${series.sex}/${series.ageBand}`;
      if (NEARNESS[place.relation] !== least || seen.has(key)) return false;
      seen.add(key);
      return true;
    });
  });
}

function comparedWith(series: Series, place: Place, above: readonly Area[], all: readonly Series[]) {
  return above
    .filter((area) => area.id !== place.area.id)
    .flatMap((area) => {
      const same = all.filter(
        (other) =>
          other.area === area.id &&
          other.indicator.no === series.indicator.no &&
          other.sex === series.sex &&
          other.ageBand === series.ageBand,
      );
      const found = same.find((other) => other.source.no === series.source.no) ?? same[0];
      return found ? [{ area, series: found }] : [];
    });
}

/** Latest figures only; each count that is a part of a whole with its share, computed from the two. */
function factsOf(placed: readonly Placed[]): FactItem[] {
  // Where both sexes are told for all ages, the ages are left to the indicator's own page.
  const withTotal = new Set(
    placed.filter(({ series }) => isTotal(series)).map(({ series }) => series.indicator.no),
  );
  const shown = placed.filter(
    ({ series }) => series.ageBand === ALL_AGES || !withTotal.has(series.indicator.no),
  );
  return shown.map(({ series, place }) => {
    const point = series.points.at(-1)!;
    const wholeSeries = placed.find(
      (other) =>
        other.series.indicator.code === series.indicator.whole &&
        other.series.sex === series.sex &&
        other.series.ageBand === series.ageBand &&
        other.place.area.id === place.area.id,
    )?.series;
    const whole = wholeSeries?.points.find((other) => other.year === point.year && other.asOf === point.asOf);
    const percent = whole ? shareOf(point.value, whole.value) : null;
    // What a part and its whole tell of the rest is hidden like the part itself.
    const hidden =
      point.value !== null && whole?.value != null && whole.value >= point.value && percent === null;
    return {
      indicator: series.indicator,
      source: series.source,
      sex: series.sex,
      ageBand: series.ageBand,
      point: hidden && whole.value !== 0 ? { ...point, value: null, suppressed: true } : point,
      place,
      share: percent === null ? null : { percent, whole: wholeSeries!.indicator },
    };
  });
}

const isTotal = (series: Series): boolean => series.sex === 0 && series.ageBand === ALL_AGES;

function shareOf(part: number | null, whole: number | null): number | null {
  if (part === null || whole === null || part > whole) return null;
  const { proportion } = suppressProportion(part, whole, { denominatorIsPublic: true });
  return proportion === null ? null : proportion * 100;
}

/** Where brought figures end and those counted here begin. */
function breakOf(points: readonly Point[]) {
  const years = (here: boolean) =>
    points.flatMap((one) => (Boolean(one.countedHere) === here ? one.year : []));
  const from = years(true).sort((a, b) => a - b)[0];
  const until = years(false)
    .sort((a, b) => b - a)
    .find((year) => from !== undefined && year < from);
  return from === undefined || until === undefined ? null : { until, from };
}

function supportOf(placed: readonly Placed[]): Profile["support"] {
  const first = placed[0];
  if (!first) return null;
  const own = placed.filter(({ series }) => series.sex === 0);
  const years = [...new Set(own.flatMap(({ series }) => series.points.map((point) => point.year)))].sort(
    (a, b) => a - b,
  );
  return {
    place: first.place,
    source: first.series.source,
    indicators: own.map(({ series }) => series.indicator),
    break: breakOf(own.flatMap(({ series }) => series.points)),
    years: years.map((year): SupportYear => {
      const pointIn = (code: string | null) =>
        own.find(({ series }) => series.indicator.code === code)?.series.points.find((p) => p.year === year);
      return {
        year,
        cells: own.map(({ series }) => {
          const point = pointIn(series.indicator.code);
          const whole = pointIn(series.indicator.whole);
          const percent = shareOf(point?.value ?? null, whole?.value ?? null);
          const hidden =
            point?.value != null && whole?.value != null && percent === null && whole.value !== 0;
          return {
            indicator: series.indicator,
            count: hidden ? { state: "suppressed" } : (point?.numerator ?? suppressCount(null)),
            percentOfWhole: percent,
          };
        }),
      };
    }),
  };
}
