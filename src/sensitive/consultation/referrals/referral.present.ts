import { CLASS_WORDS } from "#foundation/consent/public.ts";
import type { OrganisationId } from "#platform/kernel/ids.ts";
import { URGENCY_WORDS } from "../model/consultation.messages.ts";
import type { ReferralItem, ReferralRow } from "../model/referral.schema.ts";
import {
  DECLINE_WORDS,
  GROUND_WORDS,
  OUTCOME_WORDS,
  REASON_WORDS,
  STATE_WORDS,
} from "./referral.messages.ts";

/**
 * What both offices see of a referral at any time: few facts before it is accepted, state and kind of outcome after it.
 * What was handed over stands in its items.
 */
export const presentReferral = (one: ReferralRow, officeName: (id: OrganisationId) => string) => ({
  id: one.id,
  /** To an office outside the system, which answers by paper, telephone or a link. */
  outside: one.partnerId === null,
  sender: officeName(one.organisationId),
  receiver: one.receiver,
  state: one.state,
  stateWord: STATE_WORDS[one.state],
  reason: REASON_WORDS[one.reason as keyof typeof REASON_WORDS] ?? "",
  urgency: URGENCY_WORDS[one.urgency],
  mode: one.mode === "shared" ? "共同支援" : "引き継ぎ",
  ground: one.ground,
  groundWord: GROUND_WORDS[one.ground],
  classes: one.classes.map((kind) => CLASS_WORDS[kind]),
  sentAt: one.sentAt,
  receiveBy: one.state === "sent" ? one.receiveBy : null,
  tries: one.tries,
  outcome: one.outcome ? OUTCOME_WORDS[one.outcome as keyof typeof OUTCOME_WORDS] : "",
  declined: one.declineReason ? DECLINE_WORDS[one.declineReason as keyof typeof DECLINE_WORDS] : "",
  seconded: one.secondedBy !== null,
});

export const presentItem = ({ kind, text }: ReferralItem) => ({ kind, label: CLASS_WORDS[kind], text });
