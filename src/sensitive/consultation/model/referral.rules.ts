import type { StateTable } from "#platform/kernel/states.ts";

export type ReferralState =
  | "drafted"
  | "sent"
  | "received"
  | "accepted"
  | "ongoing"
  | "closed"
  | "declined"
  | "taken-back"
  | "withdrawn"
  | "expired";

export type ReferralStep =
  | "send"
  | "receive"
  | "accept"
  | "decline"
  | "start"
  | "close"
  | "take-back"
  | "ask-back"
  | "withdraw"
  | "expire";

/** Where each step leads. Withdrawing the consent ends a referral wherever it is. */
export const REFERRAL = {
  drafted: { send: "sent", "take-back": "taken-back", withdraw: "withdrawn", expire: "expired" },
  sent: {
    receive: "received",
    accept: "accepted",
    decline: "declined",
    "take-back": "taken-back",
    withdraw: "withdrawn",
    expire: "expired",
  },
  received: {
    accept: "accepted",
    decline: "declined",
    "take-back": "taken-back",
    withdraw: "withdrawn",
    expire: "expired",
  },
  accepted: {
    start: "ongoing",
    close: "closed",
    "ask-back": "accepted",
    withdraw: "withdrawn",
    expire: "expired",
  },
  ongoing: { close: "closed", "ask-back": "ongoing", withdraw: "withdrawn", expire: "expired" },
  closed: {},
  declined: {},
  "taken-back": {},
  withdrawn: {},
  expired: {},
} as const satisfies StateTable<ReferralState, ReferralStep>;

/** Who may take each step: the office that sends, the one that receives, the person, or time itself. */
export const TAKEN_BY: Readonly<
  Record<ReferralStep, readonly ("sender" | "receiver" | "person" | "time")[]>
> = {
  send: ["sender"],
  receive: ["receiver"],
  accept: ["receiver"],
  decline: ["receiver"],
  start: ["receiver"],
  close: ["receiver"],
  "take-back": ["sender"],
  "ask-back": ["sender"],
  withdraw: ["sender", "receiver", "person"],
  expire: ["time"],
};

/** In these the receiver may look into what was sent; every end closes it again. */
export const OPENED: readonly ReferralState[] = ["accepted", "ongoing"];
/** Nobody has answered yet. */
export const PENDING: readonly ReferralState[] = ["drafted", "sent", "received"];
/** Neither ended nor over. */
export const GOING: readonly ReferralState[] = [...PENDING, ...OPENED];

/** Done needs one of these … */
export const REFERRAL_OUTCOMES = ["seen", "supported", "handed-on"] as const;
/** … and what failed one of these. */
export const REFERRAL_FAILURES = [
  "person-declined",
  "no-capacity",
  "no-longer-needed",
  "person-not-reached",
  "office-not-reached",
  "handed-back",
  "other",
] as const;

/** So often the person is tried to be reached before the referral may be closed as not reached. */
export const TRIES = 3;
/** Within so many working days a referral is received, or the sender and the supervisor are told. */
export const DAYS_TO_RECEIVE = 2;
