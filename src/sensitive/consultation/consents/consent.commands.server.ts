import { command, query } from "#foundation/authority/public.ts";
import {
  getConsent,
  getConsentText,
  listConsents,
  takeConsentStep,
  giveConsent as writeConsent,
} from "#foundation/consent/public.ts";
import { getOrganisations } from "#foundation/organisations/public.ts";
import type { App } from "#platform/app.ts";
import { invalid, notFound, ok, type Result } from "#platform/kernel/result.ts";
import { rowId } from "#platform/kernel/target.ts";
import type { ConsultationPermit } from "../access.ts";
import { by } from "../cases/case.commands.server.ts";
import { findCase } from "../cases/case.store.server.ts";
import { openedCase } from "../cases/writable-case.usecases.server.ts";
import { ConfirmInput, GiveConsentInput } from "../model/referral.schema.ts";
import { endConsent } from "../referrals/referral-end.usecases.server.ts";
import { tellReceivers } from "../referrals/referral-letter.usecases.server.ts";
import { PURPOSE, receiverOf } from "../targets/receiver.usecases.server.ts";
import { ofCase } from "../targets/target.usecases.server.ts";
import { consentText } from "./consent-text.usecases.server.ts";

/** Within so many days what was only heard is confirmed. */
const CONFIRM_WITHIN = 14;
/** Ways that leave nothing behind: who heard it and when is all there is. */
const HEARD: readonly string[] = ["telephone", "spoken"];

export const giveConsent = command({
  name: "consent.give",
  ...ofCase(),
  input: GiveConsentInput,
  // Nobody of whom it is asks for it: who writes it down has just shown who they are.
  fresh: ({ onBehalf }) => Boolean(onBehalf),
  once: true,
  async run(permit, { case: id, ...input }) {
    const held = await openedCase(permit, id);
    if (!held.ok) return held;
    const row = held.value;
    const receiver = await receiverOf(permit, input, row.organisationId);
    if (!receiver.ok) return receiver;
    if (input.heardOn > permit.clock.today())
      return invalid({ heardOn: ["同意を受けた日は、本日までの日付にしてください。"] });
    if (HEARD.includes(input.way) && !input.heardTime)
      return invalid({ heardTime: ["電話・口頭の場合は、同意を受けた時刻を入力してください。"] });
    if (input.from && input.from < input.heardOn)
      return invalid({ from: ["開始日は、同意を受けた日以降の日付にしてください。"] });
    if (Boolean(input.onBehalf) !== Boolean(input.onBehalfGround))
      return invalid({
        onBehalfGround: ["代わりに同意した方と、代わりに同意できる理由の両方を選択してください。"],
      });
    const office = (await getOrganisations(permit, [row.organisationId])).get(row.organisationId)!;
    const text = consentText(input.language, {
      office: office.name,
      receiver: receiver.value.name,
      classes: input.classes,
      purpose: PURPOSE,
      employer: input.employer,
      until: input.until,
    });
    if (!text) return invalid({ language: ["この言語の同意文は登録されていません。"] });
    return writeConsent(permit, {
      person: row.personId,
      organisation: row.organisationId,
      receiver: receiver.value,
      purpose: PURPOSE,
      classes: input.classes,
      employer: input.employer,
      onBehalf:
        input.onBehalf && input.onBehalfGround
          ? { who: input.onBehalf, ground: input.onBehalfGround }
          : undefined,
      way: input.way,
      text,
      from: input.from ?? input.heardOn,
      until: input.until,
      confirmWithin: CONFIRM_WITHIN,
      heardBy: by(permit),
      heardAt: new Date(`${input.heardOn}T${input.heardTime || "00:00"}:00+09:00`),
    });
  },
});

const ofConsent = ofCase({ consent: rowId() });

export const confirmConsent = command({
  name: "consent.confirm",
  ...ofConsent,
  input: ConfirmInput,
  run: async (permit, { case: id, consent, how }) => {
    if (!(await isOfCase(permit, id, consent))) return notFound("consent");
    const taken = await takeConsentStep(permit, consent, "confirmed", { reason: how });
    return taken.ok ? ok(undefined) : taken;
  },
});

/** The person took it back, by telephone or at the desk. Access ends with this transaction. */
export const withdrawConsent = command({
  name: "consent.withdraw",
  ...ofConsent,
  once: true,
  run: async (permit, { case: id, consent }, app) => {
    if (!(await isOfCase(permit, id, consent))) return notFound("consent");
    return endedAndTold(permit, app, consent, "withdrawn");
  },
});

/** It never counted: written down for the wrong person, or by mistake. */
export const annulConsent = command({
  name: "consent.annul",
  ...ofConsent,
  once: true,
  run: async (permit, { case: id, consent }, app) => {
    if (!(await isOfCase(permit, id, consent))) return notFound("consent");
    return endedAndTold(permit, app, consent, "invalid");
  },
});

/** The text that was read when the consent was given. */
export const readConsentText = query({
  name: "consent.read-text",
  ...ofConsent,
  async run(permit, { case: id, consent }) {
    const found = await getConsent(permit, consent);
    if (!found || !(await isOfCase(permit, id, consent))) return notFound("consent");
    const text = await getConsentText(permit, found.textHash);
    if (!text) return notFound("consent");
    const own = (await listConsents(permit, [found.personId])).find((one) => one.id === consent);
    const withdrawn = own?.events.find(({ step }) => step === "withdrawn");
    return ok({
      ...{ language: text.language, body: text.body, receiver: found.receiver },
      /** For the receipt of who took it back. */
      withdrawnAt: withdrawn?.at ?? null,
    });
  },
});

async function isOfCase(
  permit: Parameters<typeof findCase>[0],
  id: string,
  consent: string,
): Promise<boolean> {
  const [row, found] = [await findCase(permit, id), await getConsent(permit, consent)];
  return row !== undefined && found?.personId === row.personId;
}

/** Ends a consent and what rests on it, and tells the offices that had it, without a word of whom or why. */
async function endedAndTold(
  permit: ConsultationPermit,
  app: App,
  consent: string,
  step: "withdrawn" | "invalid",
): Promise<Result<undefined>> {
  const ended = await endConsent(permit, consent, step);
  if (!ended.ok) return ended;
  await tellReceivers(permit, app, ended.value);
  return ok(undefined);
}
