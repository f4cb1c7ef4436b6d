import {
  type Interval,
  type PublishedCell,
  proportionWilson,
  rateByars,
  standardisedMortalityRatio,
  suppressCount,
  suppressProportion,
} from "@yui/healthstats";
import type { AreaId } from "#platform/kernel/ids.ts";
import type { Indicator, Source } from "../../dictionary/schema.ts";
import { type AgeBand, ALL_AGES } from "../../observations/schema.ts";
import type { Point, RawFigure, Series } from "../schema.ts";

/** Counts of offices and the like tell of nobody; all others are of persons or of workplaces that one could name. */
const OF_NOBODY: ReadonlySet<Indicator["unit"]> = new Set(["offices", "areas", "sessions"]);

/**
 * What may be shown of a stored figure, with its interval. Counts are used where there are counts, and a printed
 * value only where there are none.
 */
export function pointOf(indicator: Indicator, figure: RawFigure): Point {
  const { numerator, denominator } = figure;
  if (indicator.kind === "count") return countPoint(indicator, figure);
  if (numerator !== null && denominator !== null && denominator > 0) {
    if (indicator.kind === "proportion") return proportionPoint(indicator, figure, numerator, denominator);
    if (indicator.kind === "rate") return ratePoint(indicator, figure, numerator, denominator);
    if (indicator.kind === "ratio") return ratioPoint(indicator, figure, numerator, denominator);
  }
  const { value, lower, upper } = figure;
  const interval = value !== null && lower !== null && upper !== null ? { lower, upper } : null;
  return {
    ...blank(figure),
    value,
    numerator: suppressCount(numerator),
    denominator: suppressCount(denominator),
    interval,
    intervalMethod: interval ? "source" : null,
  };
}

function countPoint(indicator: Indicator, figure: RawFigure): Point {
  const count = figure.numerator ?? (Number.isSafeInteger(figure.value) ? figure.value : null);
  const cell: PublishedCell =
    count !== null && OF_NOBODY.has(indicator.unit)
      ? { state: "shown", value: count }
      : suppressCount(count !== null && count >= 0 ? count : null);
  return {
    ...blank(figure),
    value: cell.state === "shown" ? cell.value : null,
    suppressed: cell.state === "suppressed",
    numerator: cell,
  };
}

function proportionPoint(indicator: Indicator, figure: RawFigure, part: number, whole: number): Point {
  const cells = suppressProportion(part, whole);
  const hidden = { ...blank(figure), numerator: cells.numerator, denominator: cells.denominator };
  if (cells.proportion === null) return { ...hidden, suppressed: true };
  const { value, lower, upper } = proportionWilson(part, whole, { multiplier: indicator.multiplier });
  return { ...hidden, value, interval: { lower, upper }, intervalMethod: "proportion-wilson" };
}

function ratePoint(indicator: Indicator, figure: RawFigure, events: number, persons: number): Point {
  const numerator = suppressCount(events);
  // The persons are a published population; only the events are somebody's.
  const denominator: PublishedCell = { state: "shown", value: persons };
  const hidden = { ...blank(figure), numerator, denominator };
  if (numerator.state === "suppressed") return { ...hidden, suppressed: true };
  const { value, lower, upper } = rateByars(events, persons, { multiplier: indicator.multiplier });
  return { ...hidden, value, interval: { lower, upper }, intervalMethod: "rate-byars" };
}

function ratioPoint(indicator: Indicator, figure: RawFigure, observed: number, expected: number): Point {
  const numerator = suppressCount(observed);
  const denominator: PublishedCell = { state: "shown", value: expected };
  const hidden = { ...blank(figure), numerator, denominator };
  if (numerator.state === "suppressed") return { ...hidden, suppressed: true };
  const { value, lower, upper } = standardisedMortalityRatio(observed, expected, {
    multiplier: indicator.multiplier,
  });
  return { ...hidden, value, interval: { lower, upper }, intervalMethod: "standardised-mortality-ratio" };
}

/** The limits of a shown figure at another level of confidence; null where it has no counts to make them from. */
export function limitsAt(indicator: Indicator, point: Point, confidence: number): Interval | null {
  const [part, whole] = [point.numerator, point.denominator];
  if (point.value === null || part.state !== "shown" || whole.state !== "shown") return null;
  const options = { multiplier: indicator.multiplier, confidence };
  if (point.intervalMethod === "proportion-wilson") return proportionWilson(part.value, whole.value, options);
  if (point.intervalMethod === "rate-byars") return rateByars(part.value, whole.value, options);
  if (point.intervalMethod === "standardised-mortality-ratio")
    return standardisedMortalityRatio(part.value, whole.value, options);
  return null;
}

/** A figure that is withheld because others beside it would give a small count away. */
export const hiddenPoint = (figure: RawFigure): Point => ({
  ...blank(figure),
  suppressed: true,
  numerator: { state: "suppressed" },
  denominator: { state: "suppressed" },
});

const blank = (figure: RawFigure): Point => ({
  year: figure.fiscalYear,
  asOf: figure.asOf,
  value: null,
  suppressed: false,
  numerator: suppressCount(null),
  denominator: suppressCount(null),
  interval: null,
  intervalMethod: null,
  ...(figure.countedHere ? { countedHere: true } : {}),
});

/**
 * Figures of one area, indicator, year and source that stand on one level: the total, the two sexes, the age bands,
 * or the age bands of both sexes, already added up by the database.
 */
export type Level = Readonly<{
  areaId: AreaId;
  indicatorNo: number;
  fiscalYear: RawFigure["fiscalYear"];
  sourceNo: number;
  level: "total" | "sexes" | "bands" | "strata";
  rows: number;
  /** Whether every row has its counts, so that their sums mean something. */
  counted: boolean;
  numerator: number | null;
  denominator: number | null;
  value: number | null;
  lower: number | null;
  upper: number | null;
  asOf: RawFigure["asOf"];
  firstAge: number;
  lastAge: number;
  /** Sum over the rows of the years that their bands hold. */
  width: number;
  men: number;
  /** Counted in this house, in place of a figure that somebody brought. */
  countedHere?: boolean;
}>;

/** Adding up is right for counts of persons, and wrong for means and for ratios to something expected. */
const ADDS_UP: ReadonlySet<Indicator["kind"]> = new Set(["count", "proportion", "rate"]);

/**
 * The figure for both sexes and all ages together: as printed, else added up from what is finer and complete.
 * Undefined where the parts do not make a whole, such as men alone or age bands that overlap.
 */
export function totalOf(indicator: Indicator, levels: readonly Level[]): RawFigure | undefined {
  const printed = levels.find((level) => level.level === "total");
  if (printed) return figureOf(printed, ALL_AGES);
  if (!ADDS_UP.has(indicator.kind)) return undefined;
  for (const level of levels.toSorted((a, b) => ORDER.indexOf(a.level) - ORDER.indexOf(b.level))) {
    if (!level.counted || !isWhole(level)) continue;
    const all = level.level === "sexes" || (level.firstAge === 0 && level.lastAge === 127);
    return figureOf(level, all ? ALL_AGES : ((level.firstAge * 128 + level.lastAge) as AgeBand));
  }
  return undefined;
}

const ORDER: readonly Level["level"][] = ["sexes", "bands", "strata"];

function isWhole(level: Level): boolean {
  const span = level.lastAge - level.firstAge + 1;
  if (level.level === "sexes") return level.rows === 2 && level.men === 1;
  if (level.level === "bands") return level.width === span;
  return level.width === 2 * span && level.men * 2 === level.rows;
}

const figureOf = (level: Level, ageBand: AgeBand): RawFigure => ({
  areaId: level.areaId,
  indicatorNo: level.indicatorNo,
  fiscalYear: level.fiscalYear,
  sourceNo: level.sourceNo,
  sex: 0,
  ageBand,
  numerator: level.numerator,
  denominator: level.denominator,
  value: level.value,
  lower: level.lower,
  upper: level.upper,
  asOf: level.asOf,
  ...(level.countedHere ? { countedHere: true } : {}),
});

/**
 * Figures put together to series over the years. Years of different sources or age bands never share a series.
 * Where several sources tell of the same, the dictionary's own comes first, then the one that reaches latest.
 */
export function seriesOf(
  figures: readonly RawFigure[],
  hidden: ReadonlySet<RawFigure>,
  indicators: ReadonlyMap<number, Indicator>,
  sources: ReadonlyMap<number, Source>,
): Series[] {
  const groups = Map.groupBy(
    figures,
    (figure) => `${figure.areaId}/${figure.indicatorNo}/${figure.sex}/${figure.ageBand}/${figure.sourceNo}`,
  );
  const all = [...groups.values()].map((group): Series => {
    const first = group[0]!;
    const indicator = indicators.get(first.indicatorNo)!;
    return {
      indicator,
      area: first.areaId,
      source: sources.get(first.sourceNo)!,
      sex: first.sex,
      ageBand: first.ageBand,
      points: group
        .map((figure) => (hidden.has(figure) ? hiddenPoint(figure) : pointOf(indicator, figure)))
        .sort((a, b) => a.year - b.year),
    };
  });
  const lastYear = (series: Series) => series.points[series.points.length - 1]!.year;
  return all.sort(
    (a, b) =>
      a.indicator.position - b.indicator.position ||
      a.sex - b.sex ||
      a.ageBand - b.ageBand ||
      Number(b.source.code === b.indicator.default_source) -
        Number(a.source.code === a.indicator.default_source) ||
      lastYear(b) - lastYear(a) ||
      a.source.no - b.source.no,
  );
}

/** Levels of one figure together. */
export const groupsOf = (levels: readonly Level[]) =>
  Map.groupBy(
    levels,
    (level) => `${level.areaId}/${level.indicatorNo}/${level.fiscalYear}/${level.sourceNo}`,
  );
