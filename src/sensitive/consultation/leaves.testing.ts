import type { ExamplePlace, Examples } from "#foundation/authority/testing.ts";
import { type PageGuards, standing } from "#foundation/authority/testing.ts";
import { accountIn } from "#foundation/identity/testing.ts";
import { newId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { closeCase } from "./cases/case.commands.server.ts";
import { officesNamed } from "./cases/office.queries.server.ts";
import { giveConsent } from "./consents/consent.commands.server.ts";
import { beginErasure, readErasure, runErasures, UPKEEP } from "./erasure/erasure.commands.server.ts";
import { anywhere, CONSENT, caseAt, DRAFT, ofCase, office, worker } from "./examples.testing.ts";
import { addCaseFile } from "./files/case-file.commands.server.ts";
import { draftReferral, sendReferral } from "./referrals/referral.commands.server.ts";

const OUTSIDE = "見本医院";

/** A case that was closed so long ago that it has had its time. */
async function outdated(place: ExamplePlace): Promise<void> {
  const at = await caseAt(place, place.organisation, { openedOn: "2019-05-01" });
  const over = { outcome: "solved", note: "見本", closedOn: "2019-12-01" };
  expectOk(await closeCase(place.app, worker(place, place.organisation), at, over));
}

/** A referral that was sent to an office outside the system. */
const outside = (input?: unknown, held = false): Examples[string] =>
  standing(async (place) => {
    const { app, organisation } = place;
    const nurse = worker(place, organisation);
    const at = await caseAt(place);
    const referral = newId() as string;
    expectOk(await giveConsent(app, nurse, at, { ...CONSENT, way: "paper", receiver: OUTSIDE }));
    const draft = { ...DRAFT, mode: "one-way", receiver: OUTSIDE };
    expectOk(await draftReferral(app, nurse, { ...at, referral }, draft));
    expectOk(await sendReferral(app, nurse, { organisation, referral }));
    return held
      ? { target: { referral }, input, holds: { "referral-return": referral } }
      : { target: { organisation, referral }, input };
  });

const paper = () => new File([Buffer.from("ffd8ffe000104a46", "hex")], "見本.jpg");
const ofFile = ofCase(undefined, async (place, at) => {
  const added = await addCaseFile(place.app, worker(place, at.organisation), at, { file: paper() });
  return { file: expectOk(added).id };
});

/** How the role matrix tries what leaves the module, and what ends in it. */
export const leavingExamples: Examples = {
  "count.read": office(),
  "count.list-areas": anywhere,
  "count.publish": standing(({ area }) => ({ target: { area }, input: {} })),
  "count.duplicates": office(),
  "erasure.read": office(),
  "erasure.set-years": office({ years: "5" }),
  "erasure.order": standing(async (place) => {
    const { app, organisation } = place;
    await runErasures(app);
    await outdated(place);
    const supervisor = worker(place, organisation, "supervisor");
    const { cases } = expectOk(await readErasure(app, supervisor, { organisation }));
    return { target: { organisation }, input: { expected: String(cases) } };
  }),
  "erasure.preview": office(),
  "erasure.begin": office(),
  "erasure.list-ordered": anywhere,
  "erasure.forget-appointments": anywhere,
  "erasure.run": standing(async (place) => {
    await outdated(place);
    const { organisation } = place;
    return { target: { run: expectOk(await beginErasure(place.app, UPKEEP, { organisation })).id } };
  }),
  "case.hand-over-for": standing(async (place) => {
    const { app, organisation } = place;
    const [office] = expectOk(await officesNamed(app, worker(place, organisation), {}));
    const to = await accountIn(place, office!.name, "caseworker");
    return { target: { organisation }, input: { from: "who is gone", to } };
  }),
  "case.export": ofCase({ reason: "見本", format: "json" }),
  "case-file.list": ofCase(),
  "case-file.add": ofCase({ file: paper() }),
  "case-file.read": ofFile,
  "case-file.remove": ofFile,
  "case.list-services": ofCase(),
  "case.lead-to-service": ofCase({ service: "consult_mh", agreed: "true" }),
  "referral.hand-out": outside({ way: "paper" }),
  "referral.note-return": outside({ answer: "arrived" }),
  "referral.read-return": outside(undefined, true),
  "referral.return": outside({ answer: "contacted" }, true),
};

export const leavingPages: PageGuards = {
  "offices/:organisation/counts": "count.read",
  "offices/:organisation/erasure": "erasure.read",
  "offices/:organisation/cases/:case/export": "case.read",
  "offices/:organisation/cases/:case/files": "case-file.list",
  "offices/:organisation/cases/:case/files/:file": "case-file.read",
  "offices/:organisation/cases/:case/services": "case.list-services",
  "offices/:organisation/referrals/:referral/hand-out": "referral.read",
  "returns/:token": "referral.read-return",
};
