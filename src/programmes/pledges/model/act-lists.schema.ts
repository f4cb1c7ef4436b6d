// Lists that pages show: without a schema, so that a browser loads no library for them.

/** Who can do something, as the source and the plan name them. */
export const TIERS = ["person", "workplace", "partner_organisations", "administration"] as const;
export type Tier = (typeof TIERS)[number];

export const ANSWERS = ["yes", "partly", "no"] as const;
export type Answer = (typeof ANSWERS)[number];

/** What a partner is: some of what the source asks of partners only one kind of them can do. */
export const BODIES = [
  "occupational_health_centre",
  "commerce",
  "industry_association",
  "labour_standards_office",
  "insurer",
  "medical_association",
  "other",
] as const;
export type Body = (typeof BODIES)[number];

export const SIZE_CLASSES = ["1-4", "5-9", "10-29", "30-49", "50+"] as const;
export type SizeClass = (typeof SIZE_CLASSES)[number];

export const STEP_KINDS = ["request", "event", "device", "leaflet", "entry", "duty", "own"] as const;
export type StepKind = (typeof STEP_KINDS)[number];

export const PLEDGE_STATES = ["kept", "offered", "listed", "refused", "withdrawn"] as const;
export type PledgeState = (typeof PLEDGE_STATES)[number];
