import type { OrganisationId } from "#platform/kernel/ids.ts";
import type { Asker, Channel, Outcome, Source } from "../model/case.schema.ts";

/** An office as an axis of the counts names it. */
export type CountedOffice = Readonly<{ id: OrganisationId; name: string }>;

export const REFERRAL_WAYS = ["within", "out", "in"] as const;
export const REFERRAL_RESULTS = ["closed", "declined", "ended", "underway"] as const;
export type ReferralWay = (typeof REFERRAL_WAYS)[number];
export type ReferralResult = (typeof REFERRAL_RESULTS)[number];

type Rows<Key> = readonly (Key & Readonly<{ count: number }>)[];

/** What was counted of a fiscal year in an area. */
export type CountFacts = Readonly<{
  /** Counsels (件数): each contact in which somebody was reached. */
  consultations: Rows<Readonly<{ office: OrganisationId; mental: boolean; channel: Channel }>>;
  /** Persons, each once in an office. */
  persons: Rows<Readonly<{ office: OrganisationId }>>;
  /** Cases that were opened, with what had become of them by the end of the year. */
  cases: Rows<
    Readonly<{
      office: OrganisationId;
      mental: boolean;
      source: Source;
      asker: Asker;
      outcome: Outcome | "open";
    }>
  >;
  referrals: Rows<Readonly<{ way: ReferralWay; result: ReferralResult }>>;
  /** Days from sending a referral to the first contact with the person: the median, and of how many. */
  firstContact: Readonly<{ days: number | null; persons: number }>;
}>;
