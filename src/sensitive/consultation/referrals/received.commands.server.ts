import { command } from "#foundation/authority/public.ts";
import { fiscalYearOf } from "#platform/kernel/fiscal-year.ts";
import { type AreaId, newId } from "#platform/kernel/ids.ts";
import { invalid, notFound, ok } from "#platform/kernel/result.ts";
import { wrongState } from "#platform/kernel/states.ts";
import { addWorkingDays } from "#platform/kernel/working-day.ts";
import { by } from "../cases/case.commands.server.ts";
import { insertCase, insertCaseEvent, nextNumber } from "../cases/case.store.server.ts";
import { DAYS_TO_CONTACT } from "../cases/working-list.rules.ts";
import { TRIES } from "../model/referral.rules.ts";
import { CloseReferralInput, DeclineInput, type ReferralRow, TryInput } from "../model/referral.schema.ts";
import { stillAgreed } from "../targets/agreement.usecases.server.ts";
import { ofReferral } from "../targets/target.usecases.server.ts";
import { STATE_WORDS } from "./referral.messages.ts";
import { insertReferralEvent, lockReferral, updateReferral } from "./referral.store.server.ts";
import { endLapsed } from "./referral-end.usecases.server.ts";
import { tellOffice } from "./referral-letter.usecases.server.ts";
import { sideOf, take } from "./referral-step.usecases.server.ts";

export const receiveReferral = command({
  name: "referral.receive",
  ...ofReferral(),
  async run(permit, { referral }) {
    const taken = await take(permit, referral, "receive", async () => ok({}), { of: "receiver" });
    return taken.ok ? ok(undefined) : taken;
  },
});

/** The receiver takes it on: from here on it sees what was sent, and has a case of its own for what it does. */
export const acceptReferral = command({
  name: "referral.accept",
  ...ofReferral(),
  async run(permit, { referral }, app) {
    const caseId = newId() as string;
    const taken = await take(
      permit,
      referral,
      "accept",
      async (one) => {
        const agreed = await stillAgreed(permit, one);
        return agreed.ok ? ok({ receiverCaseId: caseId }) : agreed;
      },
      { of: "receiver" },
    );
    if (!taken.ok) return taken;
    const { value: one } = taken;
    const today = permit.clock.today();
    const opened = {
      id: caseId,
      organisationId: one.partnerId!,
      areaId: one.partnerAreaId as AreaId,
      number: await nextNumber(permit, one.partnerId!, fiscalYearOf(today)),
      clientId: null,
      referralId: one.id,
      personId: caseId,
      asker: "office",
      source: "office",
      channel: "letter",
      mental: one.reason === "mental",
      topics: [],
      urgency: one.urgency,
      ageBand: null,
      sex: null,
      homeTown: "",
      workTown: "",
      workplaceSize: "",
      caseworker: permit.actor.kind === "person" ? permit.actor.userId : null,
      openedOn: today,
      lastContactOn: today,
      nextDue: addWorkingDays(today, DAYS_TO_CONTACT),
    } satisfies Parameters<typeof insertCase>[1];
    await insertCase(permit, opened, { told: "", tried: "", wish: "", steps: [] });
    await insertCaseEvent(permit, opened, "opened", { by: by(permit) });
    await tellOffice(permit, app, one, "sender", "answered");
    return ok({ case: caseId });
  },
});

export const declineReferral = command({
  name: "referral.decline",
  ...ofReferral(),
  input: DeclineInput,
  async run(permit, { referral, decline }, app) {
    const change = async () => ok({ declineReason: decline });
    const taken = await take(permit, referral, "decline", change, { of: "receiver", detail: decline });
    if (!taken.ok) return taken;
    await tellOffice(permit, app, taken.value, "sender", "answered");
    return ok(undefined);
  },
});

/** Notes that the person was called, whether they were reached or not. */
export const noteTry = command({
  name: "referral.note-try",
  ...ofReferral(),
  input: TryInput,
  once: true,
  async run(permit, { referral, reached }) {
    await endLapsed(permit, { referral });
    const one = await lockReferral(permit, referral);
    if (!one || sideOf(permit, one) === "sender") return notFound("referral");
    if (!["accepted", "ongoing"].includes(one.state)) return wrongState(STATE_WORDS[one.state]);
    const agreed = await stillAgreed(permit, one);
    if (!agreed.ok) return agreed;
    await updateReferral(permit, referral, { tries: reached === "reached" ? 0 : one.tries + 1 });
    await insertReferralEvent(permit, one, reached, { by: by(permit), of: one.partnerId });
    return ok(undefined);
  },
});

export const startReferral = command({
  name: "referral.start",
  ...ofReferral(),
  async run(permit, { referral }) {
    const change = (one: ReferralRow) =>
      stillAgreed(permit, one).then((agreed) => (agreed.ok ? ok({}) : agreed));
    const taken = await take(permit, referral, "start", change, { of: "receiver" });
    return taken.ok ? ok(undefined) : taken;
  },
});

/** Ends it with what came of it; who was not reached was tried three times before. */
export const closeReferral = command({
  name: "referral.close",
  ...ofReferral(),
  input: CloseReferralInput,
  async run(permit, { referral, outcome }, app) {
    const change = async (one: ReferralRow) =>
      outcome === "person-not-reached" && one.tries < TRIES
        ? invalid({
            outcome: [
              `連絡がつかない場合は、${TRIES}回連絡を試みてから終了してください（現在${one.tries}回）。`,
            ],
          })
        : ok({ outcome });
    const taken = await take(permit, referral, "close", change, { of: "receiver", detail: outcome });
    if (!taken.ok) return taken;
    await tellOffice(permit, app, taken.value, "sender", "changed", "changed-close");
    return ok(undefined);
  },
});
