// Lists that pages show: kept apart from the shapes of input, so that a browser need not load what checks them.

export const OFFER_KINDS = [
  "lecture",
  "check_corner",
  "consultation",
  "workplace_visit",
  "chisanpo",
] as const;
export type OfferKind = (typeof OFFER_KINDS)[number];

/** What a workplace may want to hear of or be helped with. Ordered as the public page lists them. */
export const TOPICS = [
  "mental_health",
  "blood_pressure",
  "lifestyle",
  "checkup_results",
  "overwork",
  "smoking",
  "dental",
  "nutrition",
  "exercise",
  "tuberculosis",
  "cancer",
  "womens_health",
  "back_pain",
  "heat",
  "work_environment",
  "stress_check",
  "return_to_work",
] as const;
export type Topic = (typeof TOPICS)[number];

export const PROFESSIONS = [
  "doctor",
  "dentist",
  "public_health_nurse",
  "nurse",
  "dietitian",
  "dental_hygienist",
  "psychologist",
  "exercise_instructor",
  "work_environment_engineer",
] as const;
export type Profession = (typeof PROFESSIONS)[number];

/** Industries as small workplaces of an area call themselves; the big groups of 日本標準産業分類. */
export const INDUSTRIES = [
  "ceramics",
  "seafood",
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

export const PLACES = ["on_site", "centre", "online"] as const;
export type Place = (typeof PLACES)[number];

/** How many organisations a joint offer may have. */
export const MOST_PARTS = 3;

export const INTAKES = ["open", "waiting_list", "suspended"] as const;
export type Intake = (typeof INTAKES)[number];
