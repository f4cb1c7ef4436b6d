import { beforeAll, describe, expect, it } from "vitest";
import { service, VISITOR } from "#foundation/actors/public.ts";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import type { App } from "#platform/app.ts";
import { withRows } from "#platform/db/rows.ts";
import { fixedClock } from "#platform/kernel/clock.ts";
import { type AreaId, newId, type OrganisationId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { listMails } from "#platform/mail/outbox.ts";
import { createInitiative, listActivities } from "#programmes/plan/public.ts";
import { testApp } from "#test/app.ts";
import { person } from "#test/person.ts";
import { answerFor } from "../enquiries/answers/usecases.server.ts";
import { askAround } from "../enquiries/usecases.server.ts";
import type { OfferId } from "../offers/schema.ts";
import { saveOffer } from "../offers/usecases.server.ts";
import { ask } from "../requests/asking/usecases.server.ts";
import { attachOwn } from "../requests/files/usecases.server.ts";
import { beginningFor, earlierOf } from "../requests/own/usecases.server.ts";
import { readRequest } from "../requests/view/usecases.server.ts";
import { upkeep } from "../upkeep/usecases.server.ts";
import { withdrawFor } from "../visits/ending/usecases.server.ts";
import { reopenByLink } from "../visits/usecases.server.ts";
import { readAfter, remindNextYear, showConsultations } from "./after/usecases.server.ts";
import { close, rateOwn, reportByLink, retractReport } from "./usecases.server.ts";

const AREA = "sma-32-02" as AreaId;
const STAFF = service("test");
const clerk = person("coordinator", AREA);
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

const look = async (id: string) => expectOk(await readRequest(app, STAFF, AREA, id));
const mailsTo = async (address: string) =>
  (await withRows(app.db, { actor: "<test>", areas: "all" }, (tx) => listMails(tx, 500))).filter(
    (mail) => mail.to === address,
  );
const nextYearTo = async (address: string) =>
  (await mailsTo(address)).filter((mail) => mail.subject.includes("ことしも"));
const linkIn = (body: string) =>
  /\/(?:a|r)\/([\w-]{43})|again=([\w-]{43})/.exec(body)!.slice(1).find(Boolean)!;

/** A visit that is fixed for 2 December, with the links of the one who comes and of the workplace. */
async function visit() {
  const office = `${newId()}@example.jp`;
  const email = `${newId()}@example.jp`;
  const initiative = { title: "出前講座", fineKind: "outreach_lecture" };
  const initiativeId = expectOk(await createInitiative(app, clerk, { area: AREA }, initiative)).id;
  const offer = newId<OfferId>();
  const fields = {
    ...{
      title: "出前講座",
      kind: "lecture",
      topics: ["dental"],
      places: ["on_site"],
      fee: "free",
      leadDays: 0,
    },
    parts: [{ organisationId: newId<OrganisationId>(), organisationName: "歯科衛生士会", email: office }],
    initiativeId,
  };
  expectOk(await saveOffer(app, STAFF, AREA, { id: offer, seenVersion: undefined, fields }));
  const input = {
    ...{ topics: ["dental"], workplace: "石見窯業所", email, municipality: "32202", industry: "ceramics" },
    ...{ size: 12, people: 8, place: "on_site", wishes: [{ day: "2026-12-02", from: "10:00", to: "11:00" }] },
  };
  const sending = { area: AREA, channel: "phone", language: "ja", onceKey: newId() } as const;
  const { id, token: receipt } = expectOk(await ask(app, STAFF, input, sending));
  const asking = { offers: [offer], mode: "together", decidedBy: "first_come" } as const;
  expectOk(await askAround(app, STAFF, AREA, id, asking));
  const [enquiry] = (await look(id)).enquiries;
  expectOk(await answerFor(app, STAFF, AREA, id, enquiry!.id, { answers: ["yes"] }));
  const answer = linkIn((await mailsTo(office))[0]!.body);
  const counted = async () => {
    const { activities } = expectOk(await listActivities(app, clerk, { area: AREA }));
    return activities.filter((one) => one.initiativeId === initiativeId).map((one) => one.participants);
  };
  return { id, receipt, answer, office, email, counted };
}

describe("a report", () => {
  it("counts once under the initiative of its offer, as it was corrected, and no more when it is taken back", async () => {
    const { id, answer, counted, office } = await visit();
    expectOk(await reportByLink(held(), answer, REPORT));
    expect(await counted()).toEqual([8]);
    expectOk(await reportByLink(held(), answer, { ...REPORT, people: "11" }));
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

    expectOk(await retractReport(held(), STAFF, AREA, id));
    expect(await counted()).toEqual([]);
    expect(await look(id)).toMatchObject({ report: undefined, request: { status: "fixed" } });
    expect(await retractReport(held(), STAFF, AREA, id)).toMatchObject({ ok: false });

    expectOk(await reportByLink(held(), answer, { ...REPORT, people: "9" }));
    expect(await counted()).toEqual([9]);
    expect((await look(id)).report!.version).toBe(4);
  });
});

describe("who was to come", () => {
  it("says by the link that it can't, and the request is to be decided again with its history", async () => {
    const { id, answer, email } = await visit();
    expectOk(await reopenByLink(app, answer));
    const { request, enquiries, events } = await look(id);
    expect([request.status, request.fixed, enquiries[0]!.state]).toEqual(["deciding", null, "dropped"]);
    expect(events.map((one) => one.action)).toEqual(["receive", "ask", "answer", "fix", "reopen", "lapse"]);
    expect(events[4]!.who).toBe("歯科衛生士会");
    expect((await mailsTo(email)).some((mail) => mail.subject.includes("日程を組み直します"))).toBe(true);
    expect(await reopenByLink(app, answer)).toMatchObject({ ok: false });
  });
});

describe("after a visit", () => {
  it("no file is taken from the workplace any more, which is told so in a sentence", async () => {
    const { id, receipt, answer } = await visit();
    const file = { name: "案内.pdf", content: Buffer.from("%PDF-1.7\n"), tooLong: false };
    const sent = { files: [file], tooMany: false };
    expectOk(await attachOwn(held(), receipt, sent, "203.0.113.1"));
    expectOk(await reportByLink(held(), answer, REPORT));
    const late = { files: [{ ...file, name: "地図.pdf" }], tooMany: false };
    expect(await attachOwn(held(), receipt, late, "203.0.113.1")).toMatchObject({
      ok: false,
      error: { kind: "conflict", message: expect.stringContaining("もう添付できません") },
    });
    expect((await look(id)).files.map((one) => one.name)).toEqual(["案内.pdf"]);
  });

  it("the workplace is shown where one person can go, and only that is kept", async () => {
    const { id, receipt, answer } = await visit();
    expect(await showConsultations(app, receipt)).toMatchObject({ ok: false, error: { kind: "conflict" } });
    expect(expectOk(await readAfter(app, receipt))).toBeUndefined();
    expectOk(await reportByLink(held(), answer, REPORT));
    expectOk(await rateOwn(held(), receipt, { rating: "5", useful: "よかった", again: true }));
    expect(expectOk(await readAfter(held(), receipt))!.consultations).toBeUndefined();
    expectOk(await showConsultations(held(), receipt));
    expect(expectOk(await readAfter(held(), receipt))!.consultations).toEqual([]);
    expect((await look(id)).request.consultationShownAt).toEqual(held().clock.now());
  });

  it("is reminded of it next year once, by a link that opens the form as it was filled and follows the first", async () => {
    const { id, receipt, answer, email } = await visit();
    expectOk(await reportByLink(held(), answer, REPORT));
    expect(expectOk(await readAfter(held(), receipt))).toMatchObject({
      proposed: "2027-11-02",
      reminder: undefined,
    });
    for (const wrong of ["2026-12-02", "2029-01-01", "soon"])
      expect(await remindNextYear(held(), receipt, wrong)).toMatchObject({
        ok: false,
        error: { kind: "invalid" },
      });
    expectOk(await remindNextYear(held(), receipt, "2027-10-15"));
    expectOk(await close(held(), STAFF, AREA, id));

    await upkeep(on("2027-10-14"));
    expect(await nextYearTo(email)).toHaveLength(0);
    for (const day of ["2027-10-15", "2027-10-15", "2027-10-16"]) await upkeep(on(day));
    const [letter, ...more] = await nextYearTo(email);
    expect(more).toEqual([]);
    expect(letter!.body).not.toMatch(/歯|石見窯業所/);

    const later = on("2027-10-20");
    const token = linkIn(letter!.body);
    expect(await beginningFor(later, VISITOR, AREA, token)).toMatchObject({
      text: { workplace: "石見窯業所", email, size: "12" },
      topics: ["dental"],
    });
    expect((await earlierOf(later, VISITOR, AREA, token))!.id).toBe(id);
    // The receipt itself is dead with the matter, and the letter's link opens no more than the form.
    expect(await earlierOf(later, VISITOR, AREA, receipt)).toBeUndefined();
    expect(await readAfter(later, token)).toMatchObject({ ok: false, error: { kind: "not-found" } });
  });

  it("is reminded of no visit that did not take place, and keeps the letter's link when the matter is closed", async () => {
    const [again, off] = [await visit(), await visit()];
    for (const { id, receipt, answer } of [again, off]) {
      expectOk(await reportByLink(held(), answer, REPORT));
      expectOk(await remindNextYear(held(), receipt, "2027-10-15"));
      expectOk(await retractReport(held(), STAFF, AREA, id));
    }
    expectOk(await withdrawFor(held(), STAFF, AREA, off.id));
    await upkeep(on("2027-10-15"));
    expect(await nextYearTo(again.email)).toEqual([]);

    expectOk(await reportByLink(held(), again.answer, REPORT));
    await upkeep(on("2027-10-16"));
    const [letter] = await nextYearTo(again.email);
    expect(await nextYearTo(off.email)).toEqual([]);

    const later = on("2027-10-20");
    expectOk(await close(later, STAFF, AREA, again.id));
    expect((await earlierOf(later, VISITOR, AREA, linkIn(letter!.body)))!.id).toBe(again.id);
  });
});
