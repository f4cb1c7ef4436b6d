export const CHANNELS = ["web", "account", "paper", "phone", "fax"] as const;
export type Channel = (typeof CHANNELS)[number];
export const HEARD_FROM = [
  "health_centre",
  "municipality",
  "commerce",
  "labour_office",
  "chisanpo",
  "leaflet",
  "web",
  "acquaintance",
  "other",
] as const;

/** So many letters are taken of what a workplace writes in its own words. */
export const MOST_WISH = 1000;

/** The parts of a day that a workplace thinks in, each with an hour that offices can plan with. */
export const HOURS = [
  { part: "morning", from: "10:00", to: "11:00" },
  { part: "lunch", from: "12:10", to: "12:50" },
  { part: "afternoon", from: "13:30", to: "14:30" },
] as const;
/** Hours of one's own. */
export const OTHER_HOURS = "other";
