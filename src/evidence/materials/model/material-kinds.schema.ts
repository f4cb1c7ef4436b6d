/** Lists that pages show; without a schema, so that a browser loads no library for them. */
export const KINDS = ["leaflet", "poster", "panel", "manual", "video", "dvd", "slides", "article"] as const;
export type Kind = (typeof KINDS)[number];

export const THEMES = [
  "resources",
  "mental_health",
  "suicide_prevention",
  "checkup",
  "metabolic",
  "smoking",
  "alcohol",
  "nutrition",
  "exercise",
  "dental",
  "cancer",
  "other",
] as const;
export type Theme = (typeof THEMES)[number];

export const AUDIENCES = ["owner", "officer", "worker", "family", "resident"] as const;
export type Audience = (typeof AUDIENCES)[number];

/** What others may do with it: change it, put their own logo on it, print it as it is, or ask first. */
export const RIGHTS = ["own", "logo", "as_is", "ask"] as const;
export type Rights = (typeof RIGHTS)[number];

export const LANGUAGES = ["ja", "easy", "en", "vi", "zh", "pt"] as const;
export type Language = (typeof LANGUAGES)[number];

export const MOVEMENTS = ["receive", "send", "return", "count", "discard"] as const;
export type Movement = (typeof MOVEMENTS)[number];

/** Ways by which an edition goes out, each with a short address of its own. */
export const WAYS = ["leaflet", "poster", "mail", "web", "event", "other"] as const;
export type Way = (typeof WAYS)[number];

export const TEMPLATES = ["strain", "resources", "map", "awards"] as const;
export type Template = (typeof TEMPLATES)[number];
