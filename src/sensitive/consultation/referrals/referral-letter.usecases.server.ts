import { reachAlso } from "#foundation/authority/public.ts";
import { mailboxesOf } from "#foundation/identity/public.ts";
import { defineLetters, sendLetter } from "#foundation/letters/public.ts";
import { getOrganisations } from "#foundation/organisations/public.ts";
import type { App } from "#platform/app.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { showDateJa } from "#platform/kernel/plain-date.ts";
import type { ConsultationPermit } from "../access.ts";
import type { ReferralRow } from "../model/referral.schema.ts";
import { REFERRAL_LETTERS_SHIPPED, REFERRAL_PLACEHOLDERS } from "./referral-letter.messages.ts";

type ReferralLetter = keyof typeof REFERRAL_LETTERS_SHIPPED;

export const REFERRAL_LETTERS = defineLetters<ReferralLetter, keyof typeof REFERRAL_PLACEHOLDERS>({
  module: "consultation",
  title: "紹介のお知らせのメールの文面",
  placeholders: REFERRAL_PLACEHOLDERS,
  everywhere: [],
  readers: [{ title: "機関の相談担当へのメール", letters: REFERRAL_LETTERS_SHIPPED }],
});

const CASEWORK = ["caseworker", "supervisor"] as const;

export type Told = Pick<
  ReferralRow,
  "id" | "organisationId" | "areaId" | "partnerId" | "partnerAreaId" | "receiveBy"
>;

/**
 * Tells the caseworkers and supervisors of one of the two offices that something waits for them: that, and no more. Stands
 * last in its transaction, which reaches the area of that office from then on.
 */
export async function tellOffice(
  permit: ConsultationPermit,
  { config }: App,
  one: Told,
  side: "sender" | "receiver",
  letter: ReferralLetter,
  /** What makes the letter one of its own, where the same one may go out again. */
  step: string = letter,
): Promise<void> {
  const office = side === "sender" ? one.organisationId : one.partnerId;
  const area = (side === "sender" ? one.areaId : one.partnerAreaId) as AreaId | null;
  if (!office || !area) return;
  await reachAlso(permit, area);
  const name = (await getOrganisations(permit, [office])).get(office)?.name ?? "";
  const values = {
    office: name,
    until: one.receiveBy ? showDateJa(one.receiveBy) : "",
    link: `${config.origin}/offices/${office}/referrals`,
  };
  const readers = letter === "unseconded" ? (["supervisor"] as const) : CASEWORK;
  for (const role of readers)
    for (const { email, userId, organisationId } of await mailboxesOf(permit, area, role))
      if (organisationId === office)
        await sendLetter(permit, REFERRAL_LETTERS, {
          ...{ area, letter, values, to: email, about: `referral:${one.id}` },
          onceKey: `referral-${step}:${one.id}:${userId}`,
        });
}

/** Tells the receivers of what was ended before its time. Who never sent it has told nobody. */
export async function tellReceivers(
  permit: ConsultationPermit,
  app: App,
  ended: readonly (Told & Pick<ReferralRow, "state">)[],
): Promise<void> {
  for (const one of ended)
    if (one.state !== "drafted") await tellOffice(permit, app, one, "receiver", "changed", "changed-end");
}
