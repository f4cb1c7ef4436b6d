/** Lists that pages show; without a schema, so that a browser loads no library for them. */
export const SEXES = ["male", "female"] as const;
export const SHEETS = ["total", "male", "female"] as const;
export type Sheet = (typeof SHEETS)[number];

export const AGES = ["under20", "20s", "30s", "40s", "50s", "60s", "70s", "80plus", "age-unknown"] as const;
export const WORKS = [
  "employed",
  "student",
  "homemaker",
  "jobless",
  "pension",
  "other-unemployed",
  "work-unknown",
] as const;

export const COUNTED_BY = ["residence", "found"] as const;
export type CountedBy = (typeof COUNTED_BY)[number];
export const STANDINGS = ["provisional", "fixed"] as const;
export const QUARTERS = ["1", "2", "3", "4"] as const;

export const FIVE = {
  sex: SEXES,
  age: ["20-39", "40-59", "60-"],
  work: ["employed", "unemployed"],
  living: ["with-others", "alone"],
} as const;

/** The steps of a number after the family's slip has come back, in their order. */
export const PATH_STEPS = ["begin", "interview", "week", "month", "end", "withdraw"] as const;
export type PathStep = (typeof PATH_STEPS)[number];

export const VOICE_STEPS = ["request", "contact", "interview", "care"] as const;
export type VoiceStep = (typeof VOICE_STEPS)[number];
export const GRADES = ["4", "3", "2", "1"] as const;

/** What a conference was about: services, never persons. */
export const CONFERENCE_THEMES = [
  "finding",
  "linking",
  "care",
  "work",
  "living",
  "after-attempt",
  "bereaved",
  "staff",
] as const;

export const STOCK_ANSWERS = ["does", "plans", "none"] as const;
export type StockAnswer = (typeof STOCK_ANSWERS)[number];
export const STOCK_PROGRESS = ["not-begun", "under-way", "done"] as const;
export const MEASURE_LISTS = ["basic", "focus", "outline"] as const;

export const REACH_TIMES = ["any", "morning", "afternoon", "evening"] as const;
export const WISHES = ["silent", "phone", "dates"] as const;
export const TRAINED_KINDS = [
  "welfare_commissioner",
  "health_promoter",
  "staff",
  "workplace",
  "resident",
] as const;
export type TrainedKind = (typeof TRAINED_KINDS)[number];
