import type { Interval, PublishedCell } from "@yui/healthstats";
import type { FiscalYear } from "#platform/kernel/fiscal-year.ts";
import type { AreaId } from "#platform/kernel/ids.ts";

/** Claims or consultations of one age band over those of the band below it. Counts where the source has them. */
export type AgeBandRatioFact = Readonly<{
  areaId: AreaId;
  disease: string;
  olderFrom: number;
  olderTo: number;
  youngerFrom: number;
  youngerTo: number;
  ratio: number | null;
  olderClaims: number | null;
  olderInsured: number | null;
  youngerClaims: number | null;
  youngerInsured: number | null;
  position: number;
  source: string;
  published: boolean;
}>;

export type TargetDirection = "at_least" | "at_most";

/**
 * A target that is known for an area, whoever set it.
 *
 * - `origin`: the module that keeps it, such as `councils`; `published` for what a document printed.
 * - `key`: what that module calls it. Recording the same origin and key again replaces it.
 * - `indicatorCode`, `sex` (1 male, 2 female): the observed figure that it is about, where there is one.
 */
export type TargetFact = Readonly<{
  areaId: AreaId;
  origin: string;
  key: string;
  goal: string;
  item: string;
  unit: string;
  direction: TargetDirection;
  baselineYear: FiscalYear | null;
  baselineValue: number | null;
  targetYear: FiscalYear | null;
  targetValue: number;
  indicatorCode: string | null;
  sex: 1 | 2 | null;
  position: number;
  source: string;
  published: boolean;
}>;

export type SurveyFact = Readonly<{
  areaId: AreaId;
  key: string;
  fiscalYear: FiscalYear;
  name: string;
  unit: string;
  surveyed: number | null;
  responded: number | null;
  source: string;
  published: boolean;
}>;

export type SurveyFinding = Readonly<{ topic: string; finding: string }>;

/**
 * How often something of a kind was done in a fiscal year, and for how many, as the module counts it that keeps the
 * activities. `key` is its own name for the year and kind.
 */
export type ActivityCount = Readonly<{
  areaId: AreaId;
  origin: string;
  key: string;
  fiscalYear: FiscalYear;
  kind: string;
  label: string;
  sessions: number | null;
  participants: number | null;
  source: string;
  published: boolean;
}>;

/** The origin of what somebody else set and a document printed. */
export const PRINTED = "published";

/** Whose facts: what a module keeps of an area. */
export type Keeper = Readonly<{ areaId: AreaId; origin: string }>;

/** What is published or withheld as one, beside the indicators. */
export const FACT_SECTIONS = ["age_band_ratios", "targets", "surveys", "activities"] as const;
export type FactSection = (typeof FACT_SECTIONS)[number];

export type AreaFacts = Readonly<{
  ageBandRatios: readonly AgeBandRatioFact[];
  targets: readonly TargetFact[];
  surveys: readonly (SurveyFact & Readonly<{ findings: readonly SurveyFinding[] }>)[];
  activities: readonly ActivityCount[];
}>;

export type ActivityYear = Readonly<{
  year: FiscalYear;
  cells: readonly Readonly<{
    kind: string;
    label: string;
    sessions: number | null;
    participants: PublishedCell;
  }>[];
}>;

export type ShownSurvey = Omit<SurveyFact, "surveyed" | "responded"> &
  Readonly<{
    surveyed: PublishedCell;
    responded: PublishedCell;
    responsePercent: number | null;
    interval: Interval | null;
    findings: readonly SurveyFinding[];
  }>;

export type ShownRatio = AgeBandRatioFact & Readonly<{ shown: number | null; interval: Interval | null }>;
