import type { UnmetReason } from "../model/visit.rules.ts";

/** Sizes of workplaces as statistics group them. */
export const SIZE_BANDS = ["1-4", "5-29", "30-49", "50-"] as const;
export type SizeBand = (typeof SIZE_BANDS)[number];

export type Counted<Key extends string = string> = Readonly<{ key: Key; count: number }>;

/** One fiscal year in a line. */
export type YearSums = Readonly<{
  year: number;
  requests: number;
  /** Requests of workplaces that never asked before. */
  first: number;
  workplaces: number;
  newWorkplaces: number;
  held: number;
  unmet: number;
  /** Requests of which something is still to come: nobody knows yet whether they will be met. */
  open: number;
  /** Requests of which a visit took place, and the days from the request to it: the middle one, and of nine in ten. */
  fixed: number;
  median: number | null;
  ninety: number | null;
  /** Requests after which the workplace asked where one person can be helped. */
  consultations: number;
}>;

export type Supporter = Readonly<{
  name: string;
  asked: number;
  answered: number;
  /** Of the answers, those that named a time or another proposal. */
  willing: number;
  came: number;
  /** Days from being asked to the answer, the middle one. */
  days: number | null;
}>;

/** What an area asked for in a fiscal year, as its secretariat sees it. */
export type Facts = Readonly<{
  sums: YearSums;
  bySizeAndIndustry: readonly Readonly<{ size: SizeBand; industry: string; count: number }>[];
  byHeardFrom: readonly Counted[];
  byUnmetReason: readonly Counted<UnmetReason>[];
  /** A request of several topics counts under each. */
  byTopic: readonly Readonly<{ topic: string; requests: number; unmet: number }>[];
  byTopicAndReason: readonly Readonly<{ topic: string; reason: UnmetReason; count: number }>[];
  bySupporter: readonly Supporter[];
}>;
