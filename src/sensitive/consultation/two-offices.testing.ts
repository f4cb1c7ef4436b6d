import type { App } from "#platform/app.ts";
import { newId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { HEALTH_CENTRE, WORK_HEALTH_CENTRE, worker } from "#test/offices.ts";
import { openCase } from "./cases/case.commands.server.ts";
import { giveConsent } from "./consents/consent.commands.server.ts";
import { acceptReferral } from "./referrals/received.commands.server.ts";
import { draftReferral, sendReferral } from "./referrals/referral.commands.server.ts";

/** As in the source: who came to the occupational health centre is handed to the public health centre's nurse. */
export const COUNSELLOR = worker(WORK_HEALTH_CENTRE, "caseworker");
export const NURSE = worker(HEALTH_CENTRE, "caseworker");
export const SUPERVISOR = worker(WORK_HEALTH_CENTRE, "supervisor");
export const AT_CENTRE = { organisation: WORK_HEALTH_CENTRE };
export const AT_NURSE = { organisation: HEALTH_CENTRE };
export const NAME = "見本　花子";
export const AGREED = ["name", "contact", "consultation"];

export const aCall = (more: object = {}) => ({
  ...{ asker: "worker", source: "self", channel: "visit", openedOn: "2026-11-20", topics: ["sleep"] },
  ...{ urgency: "usual", told: "眠れない", name: NAME, kana: "みほん　はなこ", phone: "0855-00-0000" },
  ...more,
});
export const aContact = (content: string, more: object = {}) => ({
  ...{ day: "2026-11-22", channel: "telephone", withWhom: "person", content },
  ...more,
});

/** A case at the centre, and the way on to the health centre, step by step. */
export function handingOn(app: App) {
  const opened = async (more: object = {}): Promise<string> => {
    const id = newId() as string;
    expectOk(await openCase(app, COUNSELLOR, { ...AT_CENTRE, id }, aCall(more)));
    return id;
  };
  const agree = async (id: string, more: object = {}): Promise<string> => {
    const terms = { partner: HEALTH_CENTRE, classes: AGREED, employer: "nothing", way: "paper" };
    const consent = { ...terms, heardOn: "2026-11-20", language: "ja", ...more };
    return expectOk(await giveConsent(app, COUNSELLOR, { ...AT_CENTRE, case: id }, consent)).id;
  };
  const draft = async (id: string, more: object = {}) => {
    const referral = newId() as string;
    const terms = { partner: HEALTH_CENTRE, ground: "consent", mode: "shared", urgency: "week" };
    const told = { reason: "mental", classes: AGREED, consultation: "眠れない日が続く", ...more };
    const at = { ...AT_CENTRE, case: id, referral };
    return { referral, drafted: await draftReferral(app, COUNSELLOR, at, { ...terms, ...told }) };
  };
  const sent = async (more: Readonly<{ consent?: object; call?: object }> = {}) => {
    const id = await opened(more.call);
    const consent = await agree(id, more.consent);
    const { referral, drafted } = await draft(id);
    expectOk(drafted);
    expectOk(await sendReferral(app, COUNSELLOR, { ...AT_CENTRE, referral }));
    return { id, consent, referral };
  };
  const accepted = async (more: Parameters<typeof sent>[0] = {}) => {
    const one = await sent(more);
    const at = { ...AT_NURSE, referral: one.referral };
    return { ...one, theirs: expectOk(await acceptReferral(app, NURSE, at)).case };
  };
  return { opened, agree, draft, sent, accepted };
}
