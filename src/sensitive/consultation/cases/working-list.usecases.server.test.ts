import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "#foundation/actors/public.ts";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import { loadDemonstrationOrganisations } from "#foundation/organisations/public.ts";
import { fixedClock } from "#platform/kernel/clock.ts";
import { formShowing } from "#platform/kernel/form-values.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { readList } from "#platform/lists/list.ts";
import { testApp } from "#test/app.ts";
import { HEALTH_CENTRE, WORK_HEALTH_CENTRE, worker } from "#test/offices.ts";
import { acceptReferral, closeReferral, receiveReferral } from "../referrals/received.commands.server.ts";
import { askBackReferral, secondReferral, sendForDanger } from "../referrals/referral.commands.server.ts";
import {
  AT_CENTRE,
  AT_NURSE,
  aContact,
  COUNSELLOR,
  handingOn,
  NURSE,
  SUPERVISOR,
} from "../two-offices.testing.ts";
import { changeCase } from "./case.commands.server.ts";
import { CASES } from "./case.present.ts";
import { listCases, readCase } from "./case.queries.server.ts";
import { casesToday } from "./case-today.queries.server.ts";
import { addContact } from "./contact.commands.server.ts";

const app = testApp();
const { opened, draft, sent } = handingOn(app);
const on = (day: string) => ({ ...app, clock: fixedClock(`${day}T01:00:00Z`) });
const today = async (actor: Actor, day: string) =>
  expectOk(await casesToday(on(day), actor, {})).map(({ urgency, title }) => `${urgency} ${title}`);
const listed = async (which: string, day: string, actor: Actor = COUNSELLOR) => {
  const list = readList(CASES, new URLSearchParams({ which }));
  const at = actor === NURSE ? AT_NURSE : AT_CENTRE;
  return expectOk(await listCases(on(day), actor, { ...at, list }));
};
const idsIn = async (which: string, day: string) => (await listed(which, day)).rows.map(({ id }) => id);

beforeAll(async () => {
  await loadReferenceAreas(app);
  await loadDemonstrationOrganisations(app);
});

describe("two caseworkers at once", () => {
  const COLLEAGUE = worker(WORK_HEALTH_CENTRE, "caseworker", "colleague");

  it("record a contact each, and both stand", async () => {
    const id = await opened();
    const record = (actor: Actor, text: string) =>
      addContact(app, actor, { ...AT_CENTRE, case: id }, aContact(text));
    for (const done of await Promise.all([
      record(COUNSELLOR, "電話をした"),
      record(COLLEAGUE, "家族が来所した"),
    ]))
      expectOk(done);
    const { contacts } = expectOk(await readCase(app, COUNSELLOR, { ...AT_CENTRE, case: id }));
    expect(contacts.map(({ content }) => content)).toEqual(
      expect.arrayContaining(["電話をした", "家族が来所した"]),
    );
  });

  it("change the case: one is saved, the other is shown what stands now and keeps what they typed", async () => {
    const id = await opened();
    const { forms } = expectOk(await readCase(app, COUNSELLOR, { ...AT_CENTRE, case: id }));
    const form = { ...forms.case, topics: ["sleep"], seen: formShowing(forms.case).seen };
    const save = (actor: Actor, more: object) =>
      changeCase(app, actor, { ...AT_CENTRE, case: id }, { ...form, ...more });
    const outcomes = await Promise.all([
      save(COUNSELLOR, { wish: "休みたい" }),
      save(COLLEAGUE, { tried: "受診した" }),
    ]);
    expect(outcomes.filter((one) => one.ok)).toHaveLength(1);
    const late = outcomes.find((one) => !one.ok);
    // A box that was ticked meanwhile is an edit like any other.
    const { forms: now } = expectOk(await readCase(app, COUNSELLOR, { ...AT_CENTRE, case: id }));
    const shown = { ...now.case, seen: formShowing(now.case).seen };
    expectOk(await save(COUNSELLOR, { ...shown, topics: ["sleep", "mood"] }));
    expect(await save(COLLEAGUE, { ...shown, topics: ["sleep", "debt"] })).toMatchObject({
      error: { kind: "overtaken", now: { topics: "sleep mood" } },
    });
    const first = outcomes[0]!.ok ? { wish: "休みたい", tried: "" } : { wish: "", tried: "受診した" };
    expect(late).toMatchObject({ error: { kind: "overtaken", now: first } });
  });
});

describe("nothing falls through", () => {
  it("what is due climbs to the supervisor where nobody has done it for two working days", async () => {
    const id = await opened({ nextDue: "2026-11-24" });
    expect(await idsIn("today", "2026-11-24")).toContain(id);
    expect(await idsIn("overdue", "2026-11-25")).toContain(id);
    expect(await idsIn("climbed", "2026-11-25")).not.toContain(id);
    expect(await idsIn("climbed", "2026-11-26")).toContain(id);
    const item = "overdue 期限を2開庁日過ぎても対応していない相談 1件";
    expect(await today(SUPERVISOR, "2026-11-25")).not.toContain(item);
    expect(await today(SUPERVISOR, "2026-11-26")).toContain(item);
    expect(await today(COUNSELLOR, "2026-11-26")).not.toContain(item);
    expect(await today(COUNSELLOR, "2026-11-26")).toContain("overdue 期限を過ぎた相談 1件");
    const contact = aContact("連絡した", { day: "2026-11-26" });
    expectOk(await addContact(on("2026-11-26"), COUNSELLOR, { ...AT_CENTRE, case: id }, contact));
    expect(await idsIn("climbed", "2026-11-26")).not.toContain(id);
  });

  it("what nobody is in charge of is new until somebody speaks with them", async () => {
    const id = await opened({ unassigned: "true" });
    expect(await idsIn("new", "2026-11-22")).toContain(id);
    expect(await idsIn("mine", "2026-11-22")).not.toContain(id);
    expectOk(await addContact(app, COUNSELLOR, { ...AT_CENTRE, case: id }, aContact("電話をした")));
    expect(await idsIn("new", "2026-11-22")).not.toContain(id);
    expect(await idsIn("mine", "2026-11-22")).toContain(id);
  });

  it("what was received and not answered is told to both once its time to answer is over", async () => {
    const { referral } = await sent();
    expectOk(await receiveReferral(app, NURSE, { ...AT_NURSE, referral }));
    expect((await today(NURSE, "2026-11-27")).join()).not.toContain("回答の期限");
    expect(await today(NURSE, "2026-11-28")).toContain("overdue 回答の期限を過ぎた紹介 1件");
    expect(await today(COUNSELLOR, "2026-11-28")).toContain(
      "waiting 相手の機関が期限までに回答していない紹介 1件",
    );
    expectOk(await acceptReferral(app, NURSE, { ...AT_NURSE, referral }));
  });

  it("what was accepted is new and due until the person is contacted, and climbs where nobody does", async () => {
    const { referral } = await sent();
    const { case: theirs } = expectOk(await acceptReferral(app, NURSE, { ...AT_NURSE, referral }));
    const ids = async (which: string, day: string) =>
      (await listed(which, day, NURSE)).rows.map(({ id }) => id);
    expect(await ids("new", "2026-11-22")).toContain(theirs);
    expect(await ids("today", "2026-11-25")).toContain(theirs);
    expect(await ids("climbed", "2026-11-27")).toContain(theirs);
    const contact = aContact("訪問した");
    expectOk(await addContact(app, NURSE, { ...AT_NURSE, case: theirs }, contact));
    expect(await ids("new", "2026-11-22")).not.toContain(theirs);
  });

  it("what the sender wants back stands on the receiver's page until it takes a step", async () => {
    const { referral } = await sent();
    expectOk(await acceptReferral(app, NURSE, { ...AT_NURSE, referral }));
    expectOk(await askBackReferral(app, COUNSELLOR, { ...AT_CENTRE, referral }));
    const item = "today 紹介元が取下げを希望している紹介 1件";
    expect(await today(NURSE, "2026-11-22")).toContain(item);
    expectOk(await closeReferral(app, NURSE, { ...AT_NURSE, referral }, { outcome: "handed-back" }));
    expect(await today(NURSE, "2026-11-22")).not.toContain(item);
  });

  it("a weekend and a holiday do not count", async () => {
    const id = await opened({ nextDue: "2026-11-20" });
    expect(await idsIn("climbed", "2026-11-24")).not.toContain(id);
    expect(await idsIn("climbed", "2026-11-25")).toContain(id);
  });

  it("a case without a contact for 30 days is shown on the 31st", async () => {
    const id = await opened();
    expect(await idsIn("silent", "2026-12-20")).not.toContain(id);
    expect(await idsIn("silent", "2026-12-21")).toContain(id);
  });

  it("what waits for the other office is told to both once its time to receive is over", async () => {
    const { id, referral } = await sent();
    expect(await idsIn("waiting", "2026-11-22")).toContain(id);
    expect(await today(NURSE, "2026-11-25")).toContain("today 受領していない紹介 1件");
    expect((await today(COUNSELLOR, "2026-11-25")).join()).not.toContain("期限までに受領していない紹介");
    expect(await today(NURSE, "2026-11-26")).toContain("overdue 受領の期限を過ぎた紹介 1件");
    expect(await today(COUNSELLOR, "2026-11-26")).toContain(
      "waiting 相手の機関が期限までに受領していない紹介 1件",
    );
    expectOk(await acceptReferral(on("2026-11-26"), NURSE, { ...AT_NURSE, referral }));
    expect(await idsIn("waiting", "2026-11-26")).not.toContain(id);
    expect((await today(NURSE, "2026-11-26")).join()).not.toContain("受領");
  });

  it("the receiver's list calls its case by the name that was handed over, as long as it may be read", async () => {
    const { referral } = await sent();
    const { case: theirs } = expectOk(await acceptReferral(app, NURSE, { ...AT_NURSE, referral }));
    const nameOf = async () =>
      (await listed("open", "2026-11-22", NURSE)).rows.find((one) => one.id === theirs)?.who;
    expect(await nameOf()).toBe("見本　花子（みほん　はなこ）");
  });

  it("what was sent because of a danger waits for a supervisor's look from the first moment", async () => {
    const id = await opened();
    const { referral, drafted } = await draft(id, {
      ...{ ground: "danger", danger: "差し迫った危険", mode: "one-way", classes: ["name"] },
    });
    expectOk(drafted);
    expectOk(await sendForDanger(app, COUNSELLOR, { ...AT_CENTRE, referral }));
    expect(await today(SUPERVISOR, "2026-11-22")).toContain("overdue 責任者の確認を待つ緊急の紹介 1件");
    expect((await today(COUNSELLOR, "2026-11-22")).join()).not.toContain("責任者の確認");
    // The auditor sees that it waits, at which office, and nothing of whom.
    const auditor = worker(HEALTH_CENTRE, "auditor");
    const waits = "know 責任者の確認を待つ緊急の紹介（浜田地域産業保健センター） 1件";
    expect(await today(auditor, "2026-11-22")).toEqual([waits]);
    expectOk(await secondReferral(app, SUPERVISOR, { ...AT_CENTRE, referral }));
    expect(await today(auditor, "2026-11-22")).toEqual([]);
  });
});
