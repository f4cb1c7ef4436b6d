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
