/** Sizes of workplaces as statistics group them. */
export const SIZE_BANDS = ["1-4", "5-29", "30-49", "50-"] as const;
export type SizeBand = (typeof SIZE_BANDS)[number];

export type Counted<Key extends string = string> = Readonly<{ key: Key; count: number }>;

/** What an area asked for in a fiscal year, as its secretariat sees it. */
export type Facts = Readonly<{
  year: number;
  requests: number;
  workplaces: number;
  newWorkplaces: number;
  held: number;
  unmet: number;
  /** Days from the request to the visit that was fixed: the middle one, and of nine in ten. */
  waitingDays: Readonly<{ median: number | null; ninety: number | null }>;
  bySizeAndIndustry: readonly Readonly<{ size: SizeBand; industry: string; count: number }>[];
  byHeardFrom: readonly Counted[];
  byUnmetReason: readonly Counted[];
  byTopic: readonly Readonly<{ topic: string; requests: number; unmet: number }>[];
  bySupporter: readonly Readonly<{ name: string; asked: number; answered: number; came: number }>[];
}>;
