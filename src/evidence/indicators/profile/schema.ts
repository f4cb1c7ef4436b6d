import type { Comparison, Interval, PublishedCell, RecentTrend } from "@yui/healthstats";
import { z } from "zod";
import type { Area } from "#foundation/areas/public.ts";
import type { FiscalYear } from "#platform/kernel/fiscal-year.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import type { PlainDate } from "#platform/kernel/plain-date.ts";
import type { AreaSubject } from "../access.ts";
import type { Indicator, Source } from "../dictionary/schema.ts";
import type { ActivityCount, ActivityYear, ShownRatio, ShownSurvey, TargetFact } from "../facts/schema.ts";
import type { AgeBand } from "../observations/schema.ts";
import type { Similar, Variable } from "./similar/rules.ts";

/** How the profile compares and how far it looks back. Both are part of its address. */
export const ProfileOptions = z.object({
  benchmark: z.enum(["nation", "prefecture", "similar"]).default("nation"),
  /** Years of the size of change; `all` is every year there is. */
  period: z.literal([5, 10, "all"]).default(10),
});
export type ProfileOptions = Readonly<z.output<typeof ProfileOptions>>;

/** What is named by the address of a profile: the area by slug, id, code or name, and how it is shown. */
export const ProfileTarget = ProfileOptions.extend({
  area: z.string(),
  language: z.enum(["ja", "en"]).default("ja"),
  /** Of the page of one indicator, which also shows what was answered when its figures came in. */
  indicator: z.string().optional(),
});

/** How the area of a figure lies to the area of the profile. */
export type Relation = "self" | "equal" | "containing" | "overlapping";
export type Place = Readonly<{ area: Area; relation: Relation }>;

/**
 * An area with what lies around and above it, for its policy and its figures. Areas are a public list: that the subject
 * carries them whole saves asking for them twice.
 */
export type ProfileSubject = AreaSubject &
  Readonly<{
    /** The area itself, then the districts that it shares territory with. */
    places: readonly Place[];
    /** Prefecture and nation. */
    above: readonly Area[];
  }>;

/** One figure as stored: of one area, indicator, year and source, for one sex and age band. */
export type RawFigure = Readonly<{
  areaId: AreaId;
  indicatorNo: number;
  fiscalYear: FiscalYear;
  sourceNo: number;
  sex: 0 | 1 | 2;
  ageBand: AgeBand;
  numerator: number | null;
  denominator: number | null;
  value: number | null;
  lower: number | null;
  upper: number | null;
  asOf: PlainDate | null;
  countedHere?: boolean;
}>;

/** One figure as it may be shown: suppressed where it must be, with its interval where counts allow. */
export type Point = Readonly<{
  year: FiscalYear;
  asOf: PlainDate | null;
  value: number | null;
  /** 秘匿: a count from 1 to 9 could be read from it. Then nothing derived from it is said either. */
  suppressed: boolean;
  numerator: PublishedCell;
  denominator: PublishedCell;
  interval: Interval | null;
  /** By which method of the library the interval was made, or that the source printed it. */
  intervalMethod: "proportion-wilson" | "rate-byars" | "standardised-mortality-ratio" | "source" | null;
  /** Counted in this house, in place of a figure that somebody brought. */
  countedHere?: boolean;
}>;

/** One indicator of one area over the years, for one sex and age band, from one source. */
export type Series = Readonly<{
  indicator: Indicator;
  area: AreaId;
  source: Source;
  sex: 0 | 1 | 2;
  ageBand: AgeBand;
  points: readonly Point[];
}>;

/** Why a comparison or a trend can't be given: those of the library, and a count, which only shows how large an area is. */
export type VerdictReason =
  | Extract<Comparison, { outcome: "not-comparable" }>["reason"]
  | "count-follows-size";
export type Verdict =
  | Exclude<Comparison, { outcome: "not-comparable" }>
  | Readonly<{ outcome: "not-comparable"; reason: VerdictReason }>;

export type Change = Readonly<{
  from: Point & { value: number };
  to: Point & { value: number };
  /** Later less earlier, in the unit of the value. */
  amount: number;
  /** In the direction that the indicator counts as worse; undefined where it counts none. */
  worse: boolean | undefined;
  /** Years that lie between the first and the last. */
  years: number;
}>;

/** A trend of a series without counts, by the rank test; only beside a recent trend that could not be calculated. */
export type RankTrend = Readonly<{
  direction: "increasing" | "decreasing" | "none";
  p: number;
  points: number;
}>;

export type Difference = Readonly<{ value: number; interval: Interval | null }>;

/** One line of the table of indicators. */
export type IndicatorRow = Readonly<{
  series: Series;
  place: Place;
  /** Prefecture and nation, of the same sex and age band, where they have figures. */
  compared: readonly Readonly<{ area: Area; series: Series }>[];
  latest: Point;
  benchmark: Readonly<{ area: Area; point: Point }> | null;
  difference: Difference | null;
  verdict: Verdict;
  trend: RecentTrend;
  rankTrend: RankTrend | null;
  change: Change | null;
}>;

/** Why something stands on the short list: what it is worse than, and what shows that it gets worse. */
export type WorseningEntry = Readonly<{
  row: IndicatorRow;
  worseThan:
    | Readonly<{ kind: "tested"; against: Area; point: Point }>
    | Readonly<{ kind: "value"; against: Area; point: Point }>
    | Readonly<{ kind: "target"; target: TargetFact }>;
  gettingWorse: Readonly<{ by: "trend" | "rank" | "size"; row: IndicatorRow; change: Change }>;
}>;

/** A figure that misses a target set for it, whether it gets worse or not. */
export type MissedTarget = Readonly<{ row: IndicatorRow; target: TargetFact; worsening: boolean }>;

export type FactItem = Readonly<{
  indicator: Indicator;
  source: Source;
  sex: 0 | 1 | 2;
  ageBand: AgeBand;
  point: Point;
  place: Place;
  /** Share of the whole, computed from the two counts. */
  share: Readonly<{ percent: number; whole: Indicator }> | null;
}>;

export type SupportYear = Readonly<{
  year: FiscalYear;
  cells: readonly Readonly<{ indicator: Indicator; count: PublishedCell; percentOfWhole: number | null }>[];
}>;

/** The similar areas by name, or why there are none. */
export type Likeness =
  | Readonly<{
      status: "found";
      variables: readonly Variable[];
      areas: readonly Readonly<{ area: Area; distance: number }>[];
    }>
  | Extract<Similar, { status: "not-found" }>;

export type Profile = Readonly<{
  area: Area;
  prefecture: Area | null;
  audience: "staff" | "public";
  options: ProfileOptions;
  /** The areas most like this one, where the profile compares with them. */
  similar: Likeness | null;
  places: readonly Place[];
  facts: readonly FactItem[];
  worsening: readonly WorseningEntry[];
  missed: readonly MissedTarget[];
  rows: readonly IndicatorRow[];
  support: Readonly<{
    place: Place;
    source: Source;
    indicators: readonly Indicator[];
    years: readonly SupportYear[];
    /** Where the series goes on by what is counted here: the last year before it, and its first. */
    break: Readonly<{ until: FiscalYear; from: FiscalYear }> | null;
  }> | null;
  ageBandRatios: readonly ShownRatio[];
  targets: readonly TargetFact[];
  surveys: readonly ShownSurvey[];
  activities: readonly ActivityYear[];
  activitySources: readonly ActivityCount["source"][];
}>;
