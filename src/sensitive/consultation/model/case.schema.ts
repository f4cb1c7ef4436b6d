import type { RowOf } from "#platform/db/rows.ts";

export const ASKERS = [
  "worker",
  "on-leave",
  "family",
  "bereaved",
  "employer",
  "colleague",
  "office",
] as const;
export const SOURCES = ["self", "workplace", "lecture", "event", "stress-check", "office", "notice"] as const;
export const CHANNELS = ["visit", "telephone", "home-visit", "online", "letter"] as const;
export const URGENCIES = ["usual", "week", "now"] as const;
export const OUTCOMES = [
  "solved",
  "referred",
  "continued-elsewhere",
  "declined",
  "unreachable",
  "moved",
  "died",
  "other",
] as const;
export const WITH_WHOM = ["person", "family", "employer", "office", "not-reached"] as const;
export const AGE_BANDS = ["-19", "20-29", "30-39", "40-49", "50-59", "60-69", "70-"] as const;
export const WORKPLACE_SIZES = ["1-4", "5-9", "10-29", "30-49", "50-299", "300-", "none"] as const;

/** What people come with. Several may apply. */
export const TOPICS = [
  "sleep",
  "mood",
  "anxiety",
  "overwork",
  "relations",
  "harassment",
  "leave",
  "return",
  "alcohol",
  "suicidal",
  "bereavement",
  "checkup-result",
  "blood-pressure",
  "glucose-lipids",
  "weight-diet",
  "smoking",
  "cancer-treatment",
  "women",
  "family-care",
  "debt",
  "other",
] as const;
/** Topics that make a consultation one of mental health. */
export const MENTAL_TOPICS: readonly Topic[] = [
  "sleep",
  "mood",
  "anxiety",
  "relations",
  "harassment",
  "leave",
  "return",
  "alcohol",
  "suicidal",
  "bereavement",
];

export type Asker = (typeof ASKERS)[number];
export type Source = (typeof SOURCES)[number];
export type Channel = (typeof CHANNELS)[number];
export type Urgency = (typeof URGENCIES)[number];
export type Outcome = (typeof OUTCOMES)[number];
export type Topic = (typeof TOPICS)[number];

/** Who somebody is, and how they may be reached. Sealed in the row of the client. */
export type Identity = Readonly<{
  name: string;
  kana: string;
  birthDate: string;
  phone: string;
  address: string;
  town: string;
  /** How, when and where one may be called. */
  reaching: string;
  /** Never at work, unless the person says so. */
  atWork: boolean;
}>;

/** What was told at the first call. Sealed in the row of the case. */
export type Intake = Readonly<{
  told: string;
  tried: string;
  wish: string;
  /** What was done at once where it was urgent: hotline told, doctor called, … */
  steps: readonly string[];
  /** Where somebody lives and works; a case written before these were sealed has them in columns of its own. */
  homeTown?: string;
  workTown?: string;
}>;

/** What was said at a contact, planned, and handed over. Sealed. */
export type ContactNote = Readonly<{ content: string; plan: string; materials: string }>;

export type CaseRow = RowOf<"sensitive.consultationCase", { topics: readonly Topic[] }>;
export type ClientRow = RowOf<"sensitive.client">;
export type ContactRow = RowOf<"sensitive.caseContact">;
