/** Kinds of activities. The first three are the columns of the yearly table that councils report. */
export const ACTIVITY_KINDS = [
  "training",
  "awareness",
  "mental_health_support",
  "outreach_lecture",
  "consultation",
  "visit",
  "event",
  "survey",
  "meeting",
  "other",
] as const;
export type ActivityKind = (typeof ACTIVITY_KINDS)[number];
export const REPORTED_KINDS = ["training", "awareness", "mental_health_support"] as const;
