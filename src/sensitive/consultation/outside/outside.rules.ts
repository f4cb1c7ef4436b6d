import { stepFrom } from "#platform/kernel/states.ts";
import { REFERRAL, type ReferralState, type ReferralStep } from "../model/referral.rules.ts";

/** What an office outside tells of a referral; `closed` is entered by who sent it. */
export const ANSWERS = ["arrived", "contacted", "declined"] as const;
export type Answer = (typeof ANSWERS)[number] | "closed";

/** The steps that an answer takes, from where the referral stands; undefined where none of them can be taken. */
export function stepsOfAnswer(
  state: ReferralState,
  answer: Answer,
): Readonly<{ state: ReferralState; steps: readonly (ReferralStep | "reached")[] }> | undefined {
  if (answer === "contacted" && (state === "accepted" || state === "ongoing"))
    return { state, steps: ["reached"] };
  const step = ({ arrived: "receive", contacted: "accept", declined: "decline", closed: "close" } as const)[
    answer
  ];
  const next = stepFrom<ReferralState, ReferralStep>(REFERRAL, state, step);
  if (!next.ok) return undefined;
  return { state: next.value, steps: answer === "contacted" ? ["accept", "reached"] : [step] };
}

/** Without letters and digits that look like others. */
const ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz";
export const PASSWORD_BYTES = 40;

/** A password of four groups, to be read out at the telephone; each letter is drawn evenly from chance. */
export function passwordOf(chance: Uint8Array): string {
  const even = Math.floor(256 / ALPHABET.length) * ALPHABET.length;
  const letters = [...chance].filter((byte) => byte < even).map((byte) => ALPHABET[byte % ALPHABET.length]);
  return [0, 4, 8, 12].map((at) => letters.slice(at, at + 4).join("")).join("-");
}

/** What an office outside calls it, and whoever answers by paper: no part of it tells of anybody. */
export const referenceOf = (referral: string): string => referral.replaceAll("-", "").slice(-8).toUpperCase();
