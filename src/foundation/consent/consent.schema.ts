import type { RowOf } from "#platform/db/rows.ts";
import type { OrganisationId } from "#platform/kernel/ids.ts";
import type { PlainDate } from "#platform/kernel/plain-date.ts";

/** What may be handed on, ticked one by one. */
export const DATA_CLASSES = [
  "name",
  "birth-date",
  "contact",
  "family",
  "workplace",
  "consultation",
  "checkup",
  "stress-check",
  "interview",
] as const;
export type DataClass = (typeof DATA_CLASSES)[number];

/** How it was given. What was only heard has to be confirmed in writing or by a second call. */
export const WAYS = ["paper", "screen", "telephone", "spoken"] as const;
export type Way = (typeof WAYS)[number];

/** What the employer may know: nothing, unless the person says otherwise. */
export const EMPLOYER_MAY_KNOW = ["nothing", "that-consulted", "all"] as const;
export type EmployerMayKnow = (typeof EMPLOYER_MAY_KNOW)[number];

/** Who agrees for somebody else, and why they may: chosen, so that the ledger holds no name and no story. */
export const ON_BEHALF = ["parent", "guardian", "spouse", "child", "family", "other"] as const;
export type OnBehalf = (typeof ON_BEHALF)[number];
export const GROUNDS_ON_BEHALF = ["legal", "unable", "bereaved"] as const;
export type GroundOnBehalf = (typeof GROUNDS_ON_BEHALF)[number];

export type ConsentStep = "given" | "confirmed" | "withdrawn" | "invalid" | "ended";

/**
 * What a consent is worth on a day. `superseded`: a newer one of the same person, receiver and purpose stands in its
 * place, alive or not. `withdrawn`, `expired` and `ended` held until then; `invalid` never counted.
 */
export type ConsentState =
  | "effective"
  | "later"
  | "superseded"
  | "withdrawn"
  | "ended"
  | "expired"
  | "unconfirmed"
  | "invalid";

/** The terms of one consent: one person, one receiver, one purpose. Never changed. */
export type Consent = RowOf<
  "sensitive.consent",
  { classes: readonly DataClass[]; partnerId: OrganisationId | null }
>;

export type ConsentEvent = Pick<
  RowOf<"sensitive.consentEvent">,
  "consentId" | "sequence" | "step" | "reason" | "by" | "at"
>;

/** A consent with what became of it, oldest first. */
export type ConsentHistory = Consent & Readonly<{ events: readonly ConsentEvent[] }>;

/** The text that somebody read or was read to, whole: the receiver, purpose and items filled in. */
export type ConsentText = Readonly<{ language: string; body: string }>;

export type NewConsent = Readonly<{
  person: string;
  /** Who keeps the person's data and hands them on. */
  organisation: OrganisationId;
  /** Who gets them: an office here, or somebody outside, by name alone. */
  receiver: Readonly<{ organisation: OrganisationId | null; name: string }>;
  purpose: string;
  classes: readonly DataClass[];
  employer: EmployerMayKnow;
  onBehalf?: Readonly<{ who: OnBehalf; ground: GroundOnBehalf }> | undefined;
  way: Way;
  text: ConsentText;
  from: PlainDate;
  until: PlainDate | null;
  /** Within so many days what was only heard is confirmed. */
  confirmWithin: number;
  heardBy: string;
  heardAt: Date;
}>;
