import { query } from "#foundation/authority/public.ts";
import { namesOfUsers } from "#foundation/identity/public.ts";
import { getOrganisations } from "#foundation/organisations/public.ts";
import type { OrganisationId } from "#platform/kernel/ids.ts";
import { notFound, ok } from "#platform/kernel/result.ts";
import { stepsFrom } from "#platform/kernel/states.ts";
import type { ConsultationPermit } from "../access.ts";
import { REFERRAL, TAKEN_BY } from "../model/referral.rules.ts";
import type { ReferralRow } from "../model/referral.schema.ts";
import { LOOK_WHY, noteLooks } from "../targets/look.usecases.server.ts";
import { atOffice, ofCase, ofReferral } from "../targets/target.usecases.server.ts";
import { EVENT_WORDS } from "./referral.messages.ts";
import { presentItem, presentReferral } from "./referral.present.ts";
import {
  lockReferral,
  selectItems,
  selectReferralEvents,
  selectReferralsAt,
  selectReferralsOf,
} from "./referral.store.server.ts";
import { endLapsed } from "./referral-end.usecases.server.ts";
import { sideOf } from "./referral-step.usecases.server.ts";
import { selectSharedNotes } from "./shared-note.store.server.ts";

/** What an office was sent and what it has sent, the newest first. */
export const listReferrals = query({
  name: "referral.list",
  ...atOffice("referral"),
  async run(permit, { organisation }) {
    await endLapsed(permit, { office: organisation });
    const received = await selectReferralsAt(permit, organisation, "received");
    const sent = await selectReferralsAt(permit, organisation, "sent");
    const nameOf = await officeNames(permit, [...received, ...sent]);
    return ok({
      received: received.map((one) => presentReferral(one, nameOf)),
      sent: sent.map((one) => presentReferral(one, nameOf)),
    });
  },
  shows: ({ received, sent }) => [...received, ...sent].map(({ id }) => `referral:${id}`),
});

/** The referrals of a case, for its own office. */
export const referralsOfCase = query({
  name: "referral.list-of-case",
  ...ofCase(),
  async run(permit, { case: id }) {
    await endLapsed(permit, { caseId: id });
    const all = await selectReferralsOf(permit, id);
    const nameOf = await officeNames(permit, all);
    return ok(all.map((one) => presentReferral(one, nameOf)));
  },
  shows: (all) => all.map(({ id }) => `referral:${id}`),
});

/** One referral as this office may see it now: the items as long as it is theirs and the person agrees. */
export const readReferral = query({
  name: "referral.read",
  ...ofReferral(),
  async run(permit, { referral }) {
    await endLapsed(permit, { referral });
    const one = await lockReferral(permit, referral);
    if (!one) return notFound("referral");
    const items = await selectItems(permit, one);
    const notes = one.mode === "shared" ? await selectSharedNotes(permit, one) : [];
    const events = await selectReferralEvents(permit, referral);
    const nameOf = await officeNames(permit, [one]);
    const names = await namesOfUsers(
      permit,
      notes.map(({ by }) => by),
    );
    const side = sideOf(permit, one);
    const office = side === "receiver" ? one.partnerId! : one.organisationId;
    const why = side === "receiver" ? LOOK_WHY.handedOn : LOOK_WHY.handingOn;
    if (items.length > 0)
      await noteLooks(permit, office, [{ person: one.personId, what: "紹介の内容", why }]);
    return ok({
      referral: presentReferral(one, nameOf),
      side,
      items: items.map(presentItem),
      notes: notes.map(({ id, organisation, by, at, text }) => ({
        ...{ id, at, text, office: nameOf(organisation), by: names.get(by) ?? "" },
      })),
      events: events.map(({ step, detail, at, byOrganisation }) => ({
        step: EVENT_WORDS[step as keyof typeof EVENT_WORDS] ?? "",
        why: step === "take-back" && detail ? "相談が終了したため" : "",
        at,
        office: byOrganisation ? nameOf(byOrganisation as OrganisationId) : "",
      })),
      askedBack: events.some(({ step }) => step === "ask-back"),
      steps: stepsFrom(REFERRAL, one.state).filter((step) => TAKEN_BY[step].some((by) => by === side)),
      receiverCase: side === "receiver" ? one.receiverCaseId : null,
      senderCase: side === "sender" ? one.caseId : null,
    });
  },
  shows: ({ referral: { id } }) => [`referral:${id}`],
});

async function officeNames(permit: ConsultationPermit, all: readonly ReferralRow[]) {
  const ids = all.flatMap(({ organisationId, partnerId }) => [
    organisationId,
    ...(partnerId ? [partnerId] : []),
  ]);
  const offices = await getOrganisations(permit, [...new Set(ids)]);
  return (id: OrganisationId) => offices.get(id)?.name ?? "";
}
