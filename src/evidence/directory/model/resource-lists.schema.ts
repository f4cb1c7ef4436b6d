// Lists that pages show: kept apart from the shapes of input, so that a browser need not load what checks them.

/** Kinds of what helps. Ordered as the public page lists them. */
export const KINDS = [
  "window",
  "occupational_health_centre",
  "hospital",
  "clinic",
  "dental_clinic",
  "pharmacy",
  "checkup",
  "detailed_examination",
  "exercise",
  "support_shop",
  "group",
  "work_life_balance",
  "class",
  "lending",
  "counselling",
  "public_facility",
  "other",
] as const;
export type Kind = (typeof KINDS)[number];

/** What somebody may need: the words of each stand in need.messages.ts. */
export const TOPICS = [
  "smoking",
  "blood_pressure",
  "diabetes",
  "lifestyle",
  "mental_health",
  "sleep",
  "alcohol",
  "checkup",
  "checkup_results",
  "cancer_screening",
  "dental",
  "nutrition",
  "salt",
  "exercise",
  "overwork",
  "stress_check",
  "return_to_work",
  "back_pain",
  "womens_health",
  "infection",
  "heat",
  "work_environment",
  "work_life_balance",
  "treatment_and_work",
] as const;
export type Topic = (typeof TOPICS)[number];

export const FEES = ["free", "paid", "insured", "unknown"] as const;
export type Fee = (typeof FEES)[number];

export const INSURERS = ["kyoukai", "society", "mutual_aid", "national"] as const;
export type Insurer = (typeof INSURERS)[number];

export const RESIDENCES = ["any", "lives", "works", "lives_or_works"] as const;
export type Residence = (typeof RESIDENCES)[number];

export const LANGUAGES = ["en", "zh", "ko", "pt", "vi", "tl", "es", "sign"] as const;
export type SpokenLanguage = (typeof LANGUAGES)[number];

export const INDUSTRIES = [
  "manufacturing",
  "construction",
  "transport",
  "retail",
  "food_service",
  "lodging",
  "medical_welfare",
  "agriculture_fishery",
  "services",
  "other",
] as const;
export type Industry = (typeof INDUSTRIES)[number];

export const INTAKES = ["open", "waiting", "talk", "closed", "unknown"] as const;
export type Intake = (typeof INTAKES)[number];

export const WAITS = ["under_month", "one_to_three", "over_three", "unknown"] as const;
export type Wait = (typeof WAITS)[number];

/** Groups of fields that are checked together. */
export const FIELD_GROUPS = ["contact", "hours", "service"] as const;
export type FieldGroup = (typeof FIELD_GROUPS)[number];

/** Sizes of workplaces as people choose them: the fewest of each band. */
export const SIZES = ["1", "5", "30", "50"] as const;
export type Size = (typeof SIZES)[number];

/** Distances that can be chosen. */
export const WITHIN_KM = ["2", "5", "10", "20"] as const;

export const WEEKDAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** Which weekday of a month; -1 is the last one. */
export const WEEKS = ["1", "2", "3", "4", "5", "-1"] as const;
export type Week = (typeof WEEKS)[number];
