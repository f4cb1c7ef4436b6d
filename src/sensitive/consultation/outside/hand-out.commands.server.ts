import { randomBytes } from "node:crypto";
import { z } from "zod";
import { command } from "#foundation/authority/public.ts";
import { CLASS_WORDS, coveredUntil, listConsents } from "#foundation/consent/public.ts";
import { makeLink, revokeLinks } from "#foundation/links/public.ts";
import { getOrganisations } from "#foundation/organisations/public.ts";
import { choice } from "#platform/kernel/form-fields.ts";
import { addDays, showDateJa } from "#platform/kernel/plain-date.ts";
import { conflict, notFound, ok, type Result } from "#platform/kernel/result.ts";
import { wrongState } from "#platform/kernel/states.ts";
import { documentPdf } from "#platform/pdf/document-pdf.ts";
import { sealPdf } from "#platform/pdf/sealed-pdf.ts";
import type { ConsultationPermit } from "../access.ts";
import { by } from "../cases/case.commands.server.ts";
import { URGENCY_WORDS } from "../model/consultation.messages.ts";
import type { ReferralRow } from "../model/referral.schema.ts";
import { REASON_WORDS, STATE_WORDS } from "../referrals/referral.messages.ts";
import { insertReferralEvent, lockReferral, selectItems } from "../referrals/referral.store.server.ts";
import { stillAgreed } from "../targets/agreement.usecases.server.ts";
import { LOOK_WHY, noteLooks } from "../targets/look.usecases.server.ts";
import { PURPOSE } from "../targets/receiver.usecases.server.ts";
import { ofReferral } from "../targets/target.usecases.server.ts";
import { type Letter, letterDocument } from "./letter.present.ts";
import { LETTER, NOT_OUTSIDE } from "./outside.messages.ts";
import { PASSWORD_BYTES, passwordOf, referenceOf } from "./outside.rules.ts";

/** What the link of an office outside is for. */
export const RETURN = "referral-return";
const DAYS = 90;

/** What is shown once: a letter to be printed, or a sealed file with its password. */
export type HandedOut =
  | Readonly<{ way: "paper"; letter: Letter }>
  | Readonly<{
      way: "file";
      password: string;
      link: string;
      file: Readonly<{ name: string; content: string }>;
    }>;

/**
 * Hands a referral to an office outside: as a file under a password, or on paper, with a link by which it answers. File,
 * password and link are shown once and kept nowhere; asked for again, the earlier link ends.
 */
export const handOutReferral = command({
  name: "referral.hand-out",
  ...ofReferral(),
  input: z.object({ way: choice("渡し方", ["file", "paper"]) }),
  async run(permit, { referral, way }, app): Promise<Result<HandedOut>> {
    const one = await lockReferral(permit, referral);
    if (!one) return notFound("referral");
    if (one.partnerId !== null) return conflict(NOT_OUTSIDE);
    if (one.state !== "sent" && one.state !== "received") return wrongState(STATE_WORDS[one.state]);
    const agreed = await stillAgreed(permit, one);
    if (!agreed.ok) return agreed;
    await revokeLinks(permit, permit.subject.area, { subject: referral, purpose: RETURN });
    const token = await makeLink(permit, {
      ...{ area: permit.subject.area, purpose: RETURN, subjectType: "referral", subject: referral },
      expiresAt: await lastAnswer(permit, one),
    });
    await insertReferralEvent(permit, one, "handed-out", {
      by: by(permit),
      of: one.organisationId,
      detail: way,
    });
    const link = `${app.config.origin}/returns/${token}`;
    const letter = await letterOf(permit, one, link);
    const seen = { person: one.personId, what: "紹介の内容", why: LOOK_WHY.sending };
    await noteLooks(permit, one.organisationId, [seen]);
    if (way === "paper") return ok({ way, letter });
    const password = passwordOf(randomBytes(PASSWORD_BYTES));
    const pdf = await sealPdf(documentPdf(letterDocument(letter), app.config.origin), password);
    return ok({
      ...{ way, password, link },
      file: { name: `紹介_${letter.reference}.pdf`, content: pdf.toString("base64") },
    });
  },
});

/** Until when the link leads somewhere: no longer than the person agreed. */
async function lastAnswer(permit: ConsultationPermit, one: ReferralRow): Promise<Date> {
  const end = new Date(permit.clock.now().getTime() + DAYS * 86_400_000);
  if (one.ground !== "consent") return end;
  const all = await listConsents(permit, [one.personId]);
  const day = coveredUntil(all, { receiver: one.receiver, purpose: PURPOSE, classes: one.classes });
  const over = day && new Date(`${addDays(day, 1)}T00:00:00+09:00`);
  return over && over < end ? over : end;
}

async function letterOf(permit: ConsultationPermit, one: ReferralRow, link: string): Promise<Letter> {
  const office = (await getOrganisations(permit, [one.organisationId])).get(one.organisationId);
  const items = await selectItems(permit, one);
  return {
    reference: referenceOf(one.id),
    sender: office?.name ?? "",
    senderPhone: office?.phone ?? "",
    receiver: one.receiver,
    writtenOn: showDateJa(permit.clock.today()),
    reason: REASON_WORDS[one.reason as keyof typeof REASON_WORDS] ?? "",
    urgency: URGENCY_WORDS[one.urgency],
    note: one.ground === "consent" ? LETTER.agreed : LETTER.lawful,
    items: items.map(({ kind, text }) => ({ label: CLASS_WORDS[kind], text })),
    link,
  };
}
