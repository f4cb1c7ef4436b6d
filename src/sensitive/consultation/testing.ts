import { type Examples, type PageGuards, standing } from "#foundation/authority/testing.ts";
import { newId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { readList } from "#platform/lists/list.ts";
import { CASES } from "./cases/case.present.ts";
import { readCase } from "./cases/case.queries.server.ts";
import { addContact } from "./cases/contact.commands.server.ts";
import {
  AGREEMENT,
  agreed,
  anywhere,
  CALL,
  CONSENT,
  CONTACT,
  caseAt,
  DAY,
  DRAFT,
  ofAppointment,
  ofCase,
  ofConsent,
  office,
  ofPair,
  ofPerson,
  ofPlan,
  ofReferral,
  ofSession,
  partnerOf,
  SESSION,
  themselves,
  worker,
} from "./examples.testing.ts";
import { leavingExamples, leavingPages } from "./leaves.testing.ts";

/** How the role matrix tries each command and query. */
export const examples: Examples = {
  "case.list": office(undefined, () => ({ list: readList(CASES, new URLSearchParams()) })),
  "case.list-offices": anywhere,
  "case.read-today": anywhere,
  "case.read-form": office(),
  "case.open": office(CALL, () => ({ id: newId() })),
  "case.read": ofCase(),
  "case.change": ofCase(CALL),
  "case.assign": standing(async (place) => ({
    target: await caseAt(place),
    input: { caseworker: themselves(place) },
  })),
  "case.hand-over": standing((place) => ({
    target: { organisation: place.organisation },
    input: { from: "who leaves", to: themselves(place) },
  })),
  "case.close": ofCase({ outcome: "solved", note: "見本", closedOn: DAY }),
  "case.reopen": async (place) =>
    place.state === "deleted"
      ? undefined
      : { target: await caseAt({ ...place, state: "ended" }), input: { note: "見本" } },
  "contact.add": ofCase(CONTACT),
  "contact.correct": standing(async (place) => {
    const at = await caseAt(place);
    const { id } = expectOk(await addContact(place.app, worker(place, at.organisation), at, CONTACT));
    return { target: { ...at, contact: id }, input: CONTACT };
  }),
  "client.name": ofCase({ name: "見本　二郎" }),
  "client.search": office(undefined, () => ({ name: "見本一郎" })),
  "client.judge": ofPair({ verdict: "different" }),
  "client.part": ofPair(undefined, true),
  "consent.read-form": ofCase(),
  "consent.give": ofCase({ ...CONSENT, receiver: "見本医院" }),
  "consent.confirm": ofConsent({ how: "written" }),
  "consent.withdraw": ofConsent(),
  "consent.annul": ofConsent(),
  "consent.read-text": ofConsent(),
  "referral.list": office(),
  "referral.list-of-case": ofCase(),
  "referral.read": ofReferral("accepted", "receiver"),
  "referral.draft": standing(async (place) => {
    const at = await caseAt(place);
    const partner = await partnerOf(place, at);
    await agreed(place, at, partner);
    return { target: { ...at, referral: newId() }, input: { ...DRAFT, partner } };
  }),
  "referral.send": ofReferral("drafted", "sender"),
  "referral.send-by-duty": ofReferral("drafted", "sender", undefined, "duty"),
  "referral.send-for-danger": ofReferral("drafted", "sender", undefined, "danger"),
  "referral.take-back": ofReferral("sent", "sender"),
  "referral.ask-back": ofReferral("accepted", "sender"),
  "referral.second": ofReferral("sent", "sender", undefined, "danger"),
  "referral.remind": anywhere,
  "referral.receive": ofReferral("sent", "receiver"),
  "referral.accept": ofReferral("sent", "receiver"),
  "referral.decline": ofReferral("sent", "receiver", { decline: "no-capacity" }),
  "referral.note-try": ofReferral("accepted", "receiver", { reached: "reached" }),
  "referral.start": ofReferral("accepted", "receiver"),
  "referral.close": ofReferral("accepted", "receiver", { outcome: "seen" }),
  "shared-note.add": ofReferral("accepted", "sender", { text: "見本の記録" }),
  "own-page.invite": ofCase({ passphrase: "あさがお47" }),
  "own-page.unlock": ofPerson({ passphrase: "あさがお47" }),
  "own-page.read": ofPerson(),
  "own-page.withdraw": ofPerson(undefined, true),
  "appointment.list": office(),
  "appointment.open-session": office(SESSION, () => ({ session: newId() })),
  "appointment.cancel-session": ofSession(),
  "appointment.book": ofSession({ name: "見本様" }),
  "appointment.cancel": ofAppointment(),
  "appointment.attend": ofAppointment({ came: "attended" }),
  "support-plan.begin": ofCase({ ...AGREEMENT, goals: "見本の目標" }, async () => ({ plan: newId() })),
  "support-plan.save": ofPlan({ goals: "新しい目標" }),
  "support-plan.read": ofPlan(),
  "support-plan.join": standing(async (place) => {
    const made = await ofPlan()(place);
    const at = await caseAt(place);
    const { case: one } = expectOk(await readCase(place.app, worker(place, at.organisation), at));
    return { target: made!.target, input: { ...AGREEMENT, number: one.number } };
  }),
  "support-plan.leave": ofPlan(undefined, true),
  ...leavingExamples,
};

/** Which use-case must grant each page. */
export const pages: PageGuards = {
  consultation: "case.list-offices",
  "offices/:organisation/cases": "case.list",
  "offices/:organisation/cases/new": "case.read-form",
  "offices/:organisation/referrals": "referral.list",
  "offices/:organisation/appointments": "appointment.list",
  "offices/:organisation/cases/:case": "case.read",
  "offices/:organisation/cases/:case/edit": "case.read",
  "offices/:organisation/cases/:case/consent": "consent.read-form",
  "offices/:organisation/cases/:case/consent/:consent": "consent.read-text",
  "offices/:organisation/cases/:case/refer": "consent.read-form",
  "offices/:organisation/cases/:case/own-page": "case.read",
  "offices/:organisation/referrals/:referral": "referral.read",
  "offices/:organisation/support-plans/:plan": "support-plan.read",
  "own/:token": "own-page.read",
  ...leavingPages,
};
