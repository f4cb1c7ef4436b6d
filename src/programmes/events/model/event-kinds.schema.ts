/** Lists that pages show; without a schema, so that a browser loads no library for them. */
export const KINDS = [
  "training",
  "lecture",
  "panel",
  "forum",
  "festival",
  "corner",
  "desk",
  "welfare_training",
  "staff_training",
  "salon",
  "bereaved",
] as const;
export type Kind = (typeof KINDS)[number];

/**
 * What an event can count. `persons` are those who took part, each once however many sessions there were; `attendances`
 * are the same over the sessions; `visits` are presses of a button at a door. None is ever added to another.
 */
export const UNITS = [
  "persons",
  "attendances",
  "workplaces",
  "visits",
  "consultations",
  "mental",
  "leaflets",
] as const;
export type Unit = (typeof UNITS)[number];

export const THEMES = [
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
  "back_pain",
  "women",
  "infection",
  "occupational",
  "resources",
  "other",
] as const;
export type Theme = (typeof THEMES)[number];

export const HOST_ROLES = ["main", "joint", "support", "cooperation"] as const;
export type HostRole = (typeof HOST_ROLES)[number];
export type Host = Readonly<{ name: string; role: HostRole }>;

export const SIGN_UPS = ["none", "name", "nickname", "nameless"] as const;
export type SignUpKind = (typeof SIGN_UPS)[number];

export const GROUP_RULES = ["whole", "part"] as const;
export type GroupRule = (typeof GROUP_RULES)[number];

export const PRIORITIES = ["arrival", "small"] as const;
export type Priority = (typeof PRIORITIES)[number];

export const CERTIFICATES = ["none", "sessions", "minutes"] as const;
export type CertificateRule = (typeof CERTIFICATES)[number];

export const NEEDS = ["interpretation", "sign_language", "wheelchair", "childcare", "large_print"] as const;
export type Need = (typeof NEEDS)[number];

export const SIZES = ["under_50", "from_50"] as const;

export const SPOKEN = ["ja", "en"] as const;
export type Spoken = (typeof SPOKEN)[number];
