import { beforeAll, describe, expect, it } from "vitest";
import { service, VISITOR } from "#foundation/actors/public.ts";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import type { App } from "#platform/app.ts";
import { fixedClock } from "#platform/kernel/clock.ts";
import { type AreaId, newId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { listMails } from "#platform/mail/outbox.ts";
import { createInitiative, listActivities } from "#programmes/plan/public.ts";
import { testApp } from "#test/app.ts";
import { withPermit } from "#test/permit.ts";
import { person } from "#test/person.ts";
import { makeOffer, partOf } from "../examples/offer.testing.ts";
import { byLetter, byReceipt, enter } from "../examples/request.testing.ts";
import { upkeep } from "../system/upkeep.usecases.server.ts";
import { remindNextYear, showConsultations } from "../workplace/after-visit.usecases.server.ts";
import { readReceipt } from "../workplace/receipt.usecases.server.ts";
import { answerEnquiry } from "./answer.commands.server.ts";
import { askAround } from "./enquiry.commands.server.ts";
import { beginningFor, findEarlier } from "./own-request.usecases.server.ts";
import { closeRequest, rateVisit, reportVisit, retractReport } from "./report.commands.server.ts";
import { findRequest } from "./request.store.server.ts";
import { withdrawFor } from "./request-ending.commands.server.ts";
import { attachOwn } from "./request-file.usecases.server.ts";
import { readRequest } from "./request-view.queries.server.ts";
import { reopenVisit } from "./visit.commands.server.ts";

const AREA = "sma-32-02" as AreaId;
const STAFF = person("coordinator", AREA);
const app = testApp();
beforeAll(() => loadReferenceAreas(app));
const on = (day: string): App => ({ ...app, clock: fixedClock(`${day}T03:00:00Z`) });
const held = () => on("2026-12-02");
const REPORT = {
  heldOn: "2026-12-02",
  people: "8",
  content: "血圧の話",
  questions: "塩分",
  materials: "ちらし",
};

const look = async (id: string) => expectOk(await readRequest(app, STAFF, { area: AREA, id }));
const stored = async (id: string) =>
  (await withPermit(app, STAFF, (permit) => findRequest(permit, AREA, id)))!;
const [report, reopen] = [byLetter(reportVisit), byLetter(reopenVisit)];
const [attach, consult] = [byReceipt(attachOwn), byReceipt(showConsultations)];
const [rate, read] = [byReceipt(rateVisit), byReceipt(readReceipt)];
const following = async (on: App, token: string) => expectOk(await read(on, token)).after;
const remind = (on: App, token: string, remindOn: string) =>
  byReceipt(remindNextYear)(on, token, { remindOn });
const retract = (id: string) => retractReport(held(), STAFF, { area: AREA, id });
const close = (on: App, id: string) => closeRequest(on, STAFF, { area: AREA, id });
const mailsTo = async (address: string) =>
  (await withPermit(app, service("test"), (permit) => listMails(permit, 500, { links: true }))).filter(
    (mail) => mail.to === address,
  );
const nextYearTo = async (address: string) =>
  (await mailsTo(address)).filter((mail) => mail.subject.includes("今年も"));
const linkIn = (body: string) =>
  /\/(?:a|r)\/([\w-]{43})|again=([\w-]{43})/.exec(body)!.slice(1).find(Boolean)!;

/** A visit that is fixed for 2 December, with the links of the one who comes and of the workplace. */
async function visit() {
  const office = `${newId()}@example.jp`;
  const email = `${newId()}@example.jp`;
  const initiative = { title: "出前講座", fineKind: "outreach_lecture" };
  const initiativeId = expectOk(await createInitiative(app, STAFF, { area: AREA }, initiative)).id;
  const parts = [partOf("歯科衛生士会", undefined, office)];
  const offer = await makeOffer(app, STAFF, AREA, { parts, initiativeId });
  const wishes = [{ day: "2026-12-02", from: "10:00", to: "11:00" }];
  const asked = { phone: "", email, people: 8, wishes };
  const { id, token: receipt } = await enter(app, STAFF, AREA, asked);
  const target = { area: AREA, id };
  expectOk(await askAround(app, STAFF, target, { offer, decidedBy: "first_come" }));
  const [enquiry] = (await look(id)).enquiries;
  expectOk(await answerEnquiry(app, STAFF, { ...target, enquiry: enquiry!.id }, { answers: ["yes"] }));
  const answer = linkIn((await mailsTo(office))[0]!.body);
  const counted = async () => {
    const { rows: activities } = expectOk(await listActivities(app, STAFF, { area: AREA })).page;
    return activities.filter((one) => one.initiativeId === initiativeId).map((one) => one.participants);
  };
  return { id, receipt, answer, office, email, counted };
}

describe("a report", () => {
  it("counts once under the initiative of its offer, as it was corrected, and no more when it is taken back", async () => {
    const { id, answer, counted, office } = await visit();
    expectOk(await report(held(), answer, REPORT));
    expect(await counted()).toEqual([8]);
    expectOk(await report(held(), answer, { ...REPORT, people: "11" }));
    expect(await counted()).toEqual([11]);
    expect((await look(id)).report).toMatchObject({
      version: 2,
      people: 11,
      questions: "塩分",
      materials: "ちらし",
    });
    expect(
      (await mailsTo(office)).filter((mail) => mail.subject.includes("ご支援をありがとう")),
    ).toHaveLength(1);

    expectOk(await retract(id));
    expect(await counted()).toEqual([]);
    expect(await look(id)).toMatchObject({ report: undefined, request: { status: "fixed" } });
    expect(await retract(id)).toMatchObject({ ok: false });

    expectOk(await report(held(), answer, { ...REPORT, people: "9" }));
    expect(await counted()).toEqual([9]);
    expect((await look(id)).report!.version).toBe(4);
  });
});

describe("who was to come", () => {
  it("says by the link that it can't, and the request is to be decided again with its history", async () => {
    const { id, answer, email } = await visit();
    expectOk(await reopen(app, answer));
    const { request, enquiries, events } = await look(id);
    expect([request.status, request.fixed, enquiries[0]!.state]).toEqual(["deciding", null, "dropped"]);
    expect(events.map((one) => one.action)).toEqual(["receive", "ask", "answer", "fix", "reopen", "lapse"]);
    expect(events[4]!.who).toBe("歯科衛生士会");
    expect((await mailsTo(email)).some((mail) => mail.subject.includes("日程を再調整します"))).toBe(true);
    expect(await reopen(app, answer)).toMatchObject({ ok: false });
  });
});

describe("after a visit", () => {
  it("no file is taken from the workplace any more, which is told so in a sentence", async () => {
    const { id, receipt, answer } = await visit();
    const file = { name: "案内.pdf", content: new Blob(["%PDF-1.7\n"]), tooLong: false };
    const sent = { files: [file], tooMany: false };
    expectOk(await attach(held(), receipt, { files: sent }, { sender: "203.0.113.1" }));
    expectOk(await report(held(), answer, REPORT));
    const late = { files: [{ ...file, name: "地図.pdf" }], tooMany: false };
    expect(await attach(held(), receipt, { files: late }, { sender: "203.0.113.1" })).toMatchObject({
      ok: false,
      error: { kind: "conflict", message: expect.stringContaining("もう添付できません") },
    });
    expect((await look(id)).files.map((one) => one.name)).toEqual(["案内.pdf"]);
  });

  it("the workplace is shown where one person can go, and only that is kept", async () => {
    const { id, receipt, answer } = await visit();
    expect(await consult(app, receipt)).toMatchObject({ ok: false, error: { kind: "conflict" } });
    expect(await following(app, receipt)).toBeUndefined();
    expectOk(await report(held(), answer, REPORT));
    expectOk(await rate(held(), receipt, { rating: "5", useful: "よかった", again: "yes" }));
    expect((await following(held(), receipt))!.consultations).toBeUndefined();
    expectOk(await consult(held(), receipt));
    expect((await following(held(), receipt))!.consultations).toEqual([]);
    expect((await stored(id)).consultationShownAt).toEqual(held().clock.now());
  });

  it("is reminded of it next year once, by a link that opens the form as it was filled and follows the first", async () => {
    const { id, receipt, answer, email } = await visit();
    expectOk(await report(held(), answer, REPORT));
    expect(await following(held(), receipt)).toMatchObject({
      proposed: "2027-11-02",
      reminder: undefined,
    });
    for (const wrong of ["2026-12-02", "2029-01-01", "soon"])
      expect(await remind(held(), receipt, wrong)).toMatchObject({
        ok: false,
        error: { kind: "invalid" },
      });
    expectOk(await remind(held(), receipt, "2027-10-15"));
    expectOk(await close(held(), id));

    await upkeep(on("2027-10-14"));
    expect(await nextYearTo(email)).toHaveLength(0);
    for (const day of ["2027-10-15", "2027-10-15", "2027-10-16"]) await upkeep(on(day));
    const [letter, ...more] = await nextYearTo(email);
    expect(more).toEqual([]);
    expect(letter!.body).not.toMatch(/歯|石見窯業所/);

    const later = on("2027-10-20");
    const token = linkIn(letter!.body);
    expect(await beginningFor(later, VISITOR, AREA, token)).toMatchObject({
      ...{ workplace: "石見窯業所", email, size: "12", topics: "dental" },
    });
    expect((await findEarlier(later, VISITOR, AREA, token))!.id).toBe(id);
    // The receipt still shows what became of it; the letter's link opens no more than the form.
    expect((await findEarlier(later, VISITOR, AREA, receipt))!.id).toBe(id);
    expect(await read(later, token)).toMatchObject({ ok: false, error: { kind: "not-found" } });
  });

  it("is reminded of no visit that did not take place, and keeps the letter's link when the matter is closed", async () => {
    const [again, off] = [await visit(), await visit()];
    for (const { id, receipt, answer } of [again, off]) {
      expectOk(await report(held(), answer, REPORT));
      expectOk(await remind(held(), receipt, "2027-10-15"));
      expectOk(await retract(id));
    }
    expectOk(await withdrawFor(held(), STAFF, { area: AREA, id: off.id }));
    await upkeep(on("2027-10-15"));
    expect(await nextYearTo(again.email)).toEqual([]);

    expectOk(await report(held(), again.answer, REPORT));
    await upkeep(on("2027-10-16"));
    const [letter] = await nextYearTo(again.email);
    expect(await nextYearTo(off.email)).toEqual([]);

    const later = on("2027-10-20");
    expectOk(await close(later, again.id));
    expect((await findEarlier(later, VISITOR, AREA, linkIn(letter!.body)))!.id).toBe(again.id);
  });
});
