import { sql } from "kysely";
import { beforeAll, describe, expect, it } from "vitest";
import { type Actor, scopeOf } from "#foundation/actors/public.ts";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import { openLink } from "#foundation/links/public.ts";
import { loadDemonstrationOrganisations } from "#foundation/organisations/public.ts";
import { inTransaction } from "#platform/db/database.ts";
import { fixedClock } from "#platform/kernel/clock.ts";
import { newId } from "#platform/kernel/ids.ts";
import { expectOk, type Result } from "#platform/kernel/result.ts";
import { testApp } from "#test/app.ts";
import { HEALTH_CENTRE } from "#test/offices.ts";
import { closeCase, openCase } from "../cases/case.commands.server.ts";
import { readCase } from "../cases/case.queries.server.ts";
import { addContact } from "../cases/contact.commands.server.ts";
import { withdrawConsent } from "../consents/consent.commands.server.ts";
import { inviteToOwnPage, OWN_PAGE, readOwnPage } from "../person/own-page.commands.server.ts";
import {
  AT_CENTRE,
  AT_NURSE,
  aCall,
  aContact,
  COUNSELLOR,
  handingOn,
  NURSE,
} from "../two-offices.testing.ts";
import { acceptReferral, closeReferral } from "./received.commands.server.ts";
import { askBackReferral, sendReferral, takeBackReferral } from "./referral.commands.server.ts";
import { readReferral, referralsOfCase } from "./referral.queries.server.ts";
import { addSharedNote } from "./shared-note.commands.server.ts";

const app = testApp();
const { opened, agree, draft, sent, accepted } = handingOn(app);
const readAs = async (actor: Actor, referral: string, at = app) =>
  expectOk(await readReferral(at, actor, { ...(actor === NURSE ? AT_NURSE : AT_CENTRE), referral }));
const readTheirs = async (theirs: string, at = app) =>
  expectOk(await readCase(at, NURSE, { ...AT_NURSE, case: theirs }));
const withdraw = async (id: string, consent: string, at = app) =>
  expectOk(await withdrawConsent(at, COUNSELLOR, { ...AT_CENTRE, case: id, consent }));
/** One value by plain SQL, as the role that serves the tier. */
const plain = <T>(actor: Actor, statement: string): Promise<T> =>
  inTransaction(app.sensitive.db, { ...scopeOf(actor), today: "2026-11-22" }, async (tx) => {
    const { rows } = await sql.raw<{ value: T }>(statement).execute(tx);
    return rows[0]!.value;
  });

beforeAll(async () => {
  await loadReferenceAreas(app);
  await loadDemonstrationOrganisations(app);
});

describe("what breaks where two offices share a person", () => {
  it("1: of two consents the second is withdrawn, and the first does not revive", async () => {
    const id = await opened();
    await agree(id);
    const second = await agree(id);
    await withdraw(id, second);
    const { drafted } = await draft(id);
    expect(drafted).toMatchObject({
      error: { fields: { classes: [expect.stringContaining("同意がありません")] } },
    });
    const { person } = expectOk(await readCase(app, COUNSELLOR, { ...AT_CENTRE, case: id }));
    const held = `select yui_consents('${person}', '${HEALTH_CENTRE}', 'referral', 'name') as value`;
    expect(await plain(NURSE, held)).toBe(false);
  });

  it("1: nor does a referral go on that rests on the first, where the second that replaced it is withdrawn", async () => {
    const { id, referral } = await accepted();
    const second = await agree(id);
    await withdraw(id, second);
    expect(await readAs(NURSE, referral)).toMatchObject({ items: [], referral: { state: "withdrawn" } });
  });

  it("2: withdrawn between the receiver's page and its save: refused with since when, nothing stored, nothing to read", async () => {
    const { id, consent, referral, theirs } = await accepted();
    const page = await readTheirs(theirs);
    expect((await readAs(NURSE, referral)).items).toHaveLength(3);
    await withdraw(id, consent);
    const late = await addContact(app, NURSE, { ...AT_NURSE, case: theirs }, aContact("あと"));
    expect(late).toMatchObject({
      error: {
        kind: "conflict",
        message: "ご本人の同意は2026年11月22日 10:00に撤回されました。何も保存していません。",
      },
    });
    expect((await readTheirs(theirs)).contacts).toHaveLength(page.contacts.length);
    expect(await readAs(NURSE, referral)).toMatchObject({ items: [], notes: [] });
  });

  it("3: taken back and accepted fifty times in parallel: exactly one wins, each other gets a sentence", async () => {
    const { referral } = await sent();
    const tries = Array.from(
      { length: 50 },
      (_, one): Promise<Result<unknown>> =>
        one % 2
          ? acceptReferral(app, NURSE, { ...AT_NURSE, referral })
          : takeBackReferral(app, COUNSELLOR, { ...AT_CENTRE, referral }),
    );
    const outcomes = await Promise.all(tries);
    expect(outcomes.filter((one) => one.ok)).toHaveLength(1);
    const messages = outcomes.flatMap((one) =>
      one.ok ? [] : [one.error.kind === "conflict" ? one.error.message : one.error.kind],
    );
    expect(messages).toHaveLength(49);
    for (const message of messages)
      expect(message).toMatch(
        /^現在「(引受済み|取下げ)」のため、この操作はできません。何も変わっていません。$/,
      );
  });

  it("4: the source case is closed before acceptance: the request still answers, with the reason", async () => {
    const { id, referral } = await sent();
    const end = { outcome: "solved", note: "見本", closedOn: "2026-11-22" };
    expectOk(await closeCase(app, COUNSELLOR, { ...AT_CENTRE, case: id }, end));
    const seen = await readAs(NURSE, referral);
    expect(seen).toMatchObject({ items: [], referral: { state: "taken-back" } });
    expect(seen.events.at(-1)).toMatchObject({ step: "取下げ", why: "相談が終了したため" });
    expect(await acceptReferral(app, NURSE, { ...AT_NURSE, referral })).toMatchObject({
      error: { message: expect.stringContaining("取下げ") },
    });
  });

  it("4: an office that has taken it on goes on where the sender closes its own case", async () => {
    const { id, referral, theirs } = await accepted();
    const end = { outcome: "referred", note: "見本", closedOn: "2026-11-22" };
    expectOk(await closeCase(app, COUNSELLOR, { ...AT_CENTRE, case: id }, end));
    expectOk(await addContact(app, NURSE, { ...AT_NURSE, case: theirs }, aContact("続き")));
    expect((await readAs(NURSE, referral)).items).toHaveLength(3);
  });

  it("5: ended by the receiver: a note from each of the sender's three old pages is refused", async () => {
    const { referral } = await accepted();
    const pages = [newId(), newId(), newId()];
    expectOk(await addSharedNote(app, COUNSELLOR, { ...AT_CENTRE, referral }, { text: "前の記録" }));
    expectOk(await closeReferral(app, NURSE, { ...AT_NURSE, referral }, { outcome: "supported" }));
    for (const once of pages) {
      const late = await addSharedNote(app, COUNSELLOR, { ...AT_CENTRE, referral }, { text: "あと", once });
      expect(late).toMatchObject({
        error: { kind: "conflict", message: expect.stringContaining("何も保存していません") },
      });
    }
    expect((await readAs(COUNSELLOR, referral)).notes.map(({ text }) => text)).toEqual(["前の記録"]);
    expect((await readAs(NURSE, referral)).items).toEqual([]);
  });

  it("6: a second request to an office that has not answered is refused, and the page leads to the first", async () => {
    const { id, referral } = await sent();
    const second = await draft(id);
    expect(second.drafted).toMatchObject({
      error: { kind: "conflict", message: expect.stringContaining("すでに回答待ちです") },
    });
    const all = expectOk(await referralsOfCase(app, COUNSELLOR, { ...AT_CENTRE, case: id }));
    expect(all.map((one) => [one.id, one.state])).toEqual([[referral, "sent"]]);
  });

  it("7: after acceptance the sender can't take it back, but ask for it: the receiver sees that and hands it back", async () => {
    const { referral } = await accepted();
    expect(await takeBackReferral(app, COUNSELLOR, { ...AT_CENTRE, referral })).toMatchObject({
      error: { kind: "conflict" },
    });
    expect((await readAs(COUNSELLOR, referral)).steps).toContain("ask-back");
    expectOk(await askBackReferral(app, COUNSELLOR, { ...AT_CENTRE, referral }));
    expect(await readAs(NURSE, referral)).toMatchObject({ askedBack: true, referral: { state: "accepted" } });
    expectOk(await closeReferral(app, NURSE, { ...AT_NURSE, referral }, { outcome: "handed-back" }));
    expect((await readAs(COUNSELLOR, referral)).referral.outcome).toBe("紹介元に戻した");
  });

  it("8: two cases of one person at two offices: sharing one gives no right to the other, nor to write who they are", async () => {
    const nurses = newId() as string;
    expectOk(await openCase(app, NURSE, { ...AT_NURSE, id: nurses }, aCall({ told: "別の相談" })));
    const { id } = await accepted();
    for (const at of [AT_NURSE, AT_CENTRE])
      expect((await readCase(app, COUNSELLOR, { ...at, case: nurses })).ok).toBe(false);
    expect((await readCase(app, NURSE, { ...AT_NURSE, case: id })).ok).toBe(false);
    const { person } = expectOk(await readCase(app, COUNSELLOR, { ...AT_CENTRE, case: id }));
    const written = `with written as (update sensitive.client set changed_at = changed_at where id = '${person}' returning 1)
      select count(*) as value from written`;
    expect([await plain(NURSE, written), await plain(COUNSELLOR, written)]).toEqual([0, 1]);
    const theirs = `select count(*) as value from sensitive.case_contact where case_id = '${nurses}'`;
    expect([await plain(COUNSELLOR, theirs), await plain(NURSE, theirs)]).toEqual([0, 1]);
  });

  it("9: run out during the night: the history names the date and nobody, what was advised is marked, nothing more is saved", async () => {
    const { id, referral, theirs } = await accepted({ consent: { until: "2026-11-25" } });
    expectOk(await addContact(app, NURSE, { ...AT_NURSE, case: theirs }, aContact("助言")));
    const later = { ...app, clock: fixedClock("2026-11-25T15:00:01Z") };
    const seen = await readAs(NURSE, referral, later);
    expect(seen).toMatchObject({ items: [], referral: { state: "expired" }, steps: [] });
    expect(seen.events.at(-1)).toMatchObject({ step: "同意の期限により終了", office: "" });
    const by = `select by as value from sensitive.referral_event where referral_id = '${referral}' and step = 'expire'`;
    expect(await plain(COUNSELLOR, by)).toBe("<time>");
    const kept = await readTheirs(theirs, later);
    expect(kept).toMatchObject({ agreementEnded: "期限切れ", contacts: [{ content: "助言", agreed: true }] });
    const late = await addContact(later, NURSE, { ...AT_NURSE, case: theirs }, aContact("あと"));
    expect(late).toMatchObject({
      error: { message: expect.stringContaining("2026年11月25日（水）に期限が切れました") },
    });
    // It no longer stands in the way of a new one.
    await agree(id);
    expectOk((await draft(id)).drafted);
  });

  it("10: withdrawn after the visit: the visit stays, marked as held with a valid consent", async () => {
    const { id, consent, theirs } = await accepted();
    expectOk(await addContact(app, NURSE, { ...AT_NURSE, case: theirs }, aContact("訪問した")));
    await withdraw(id, consent, { ...app, clock: fixedClock("2026-11-22T01:05:00Z") });
    expect(await readTheirs(theirs)).toMatchObject({
      agreementEnded: "撤回",
      contacts: [{ content: "訪問した", agreed: true }],
    });
  });

  it("11: the person reads who looked: office, role, time, what and why, no name; and that reading is written down itself", async () => {
    const { id, referral } = await accepted();
    const invited = await inviteToOwnPage(
      app,
      COUNSELLOR,
      { ...AT_CENTRE, case: id },
      { passphrase: "あさがお47" },
    );
    const { holder } = expectOk(await openLink(app, expectOk(invited).token, OWN_PAGE));
    const person = holder.subject;
    await readAs(NURSE, referral);
    const first = expectOk(await readOwnPage(app, holder, { person }));
    expect(first.looks[0]).toEqual({
      ...{ office: "浜田保健所", role: "相談担当", what: "紹介の内容" },
      ...{ why: "紹介を受けて", at: app.clock.now() },
    });
    expect(JSON.stringify(first)).not.toContain("u-caseworker");
    const second = expectOk(await readOwnPage(app, holder, { person }));
    expect(second.looks.map(({ office, what }) => [office, what])).toContainEqual(["ご本人", "このページ"]);
    const { rows } = await inTransaction(app.db, { actor: "<test>", areas: "all" }, (tx) =>
      sql`select from audit_entry where action = 'own-page.read' and subject_id = ${person}`.execute(tx),
    );
    expect(rows).toHaveLength(2);
  });

  it("a receiver outside is bound by its own consent too: withdrawn before sending, nothing is sent", async () => {
    const id = await opened();
    const outside = { partner: "", receiver: "見本医院" };
    const consent = await agree(id, { ...outside, classes: ["name"] });
    const { referral, drafted } = await draft(id, { ...outside, classes: ["name"], mode: "one-way" });
    expectOk(drafted);
    await withdraw(id, consent);
    const late = await sendReferral(app, COUNSELLOR, { ...AT_CENTRE, referral });
    expect(late).toMatchObject({ error: { kind: "conflict" } });
    expect((await readAs(COUNSELLOR, referral)).referral.state).toBe("withdrawn");
  });
});
