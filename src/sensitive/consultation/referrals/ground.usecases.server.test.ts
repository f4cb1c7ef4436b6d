import { sql } from "kysely";
import { beforeAll, describe, expect, it } from "vitest";
import { type Actor, scopeOf } from "#foundation/actors/public.ts";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import { loadDemonstrationOrganisations, sampleOrganisationId } from "#foundation/organisations/public.ts";
import { inTransaction } from "#platform/db/database.ts";
import { newId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { testApp } from "#test/app.ts";
import { HAMADA, HEALTH_CENTRE, WORK_HEALTH_CENTRE } from "#test/offices.ts";
import { readCase } from "../cases/case.queries.server.ts";
import { giveConsent, readConsentText, withdrawConsent } from "../consents/consent.commands.server.ts";
import { consentForm } from "../consents/consent.queries.server.ts";
import { AGREED, AT_CENTRE, COUNSELLOR, handingOn, NURSE } from "../two-offices.testing.ts";
import { sendByDuty, sendReferral } from "./referral.commands.server.ts";

const app = testApp();
const { opened, agree, draft, accepted } = handingOn(app);
const EMPLOYER = sampleOrganisationId(HAMADA, "健康づくり活動に熱心な事業所");
const CITY = sampleOrganisationId(HAMADA, "浜田市");
const DUTY = { ground: "duty", mode: "one-way", classes: ["name"] };

beforeAll(async () => {
  await loadReferenceAreas(app);
  await loadDemonstrationOrganisations(app);
});

describe("a duty to notify", () => {
  it("opens the way to those whom its law names, and to nobody else", async () => {
    const id = await opened();
    const to = async (more: object) => (await draft(id, { ...DUTY, ...more })).drafted;
    expectOk(await to({ duty: "child", partner: CITY }));
    expectOk(await to({ duty: "child", partner: "", receiver: "島根県浜田児童相談所" }));
    for (const other of [
      { duty: "elderly", partner: HEALTH_CENTRE },
      { duty: "child", partner: "", receiver: "見本製作所" },
      { duty: "elderly", partner: "", receiver: "島根県浜田児童相談所" },
    ])
      expect(await to(other), JSON.stringify(other)).toMatchObject({
        error: { fields: { duty: [expect.stringContaining("から選択してください")] } },
      });
  });

  it("is sent under a name of its own in the log, which needs no consent and takes the place of none", async () => {
    const id = await opened();
    const { referral, drafted } = await draft(id, { ...DUTY, duty: "child", partner: CITY });
    expectOk(drafted);
    expect((await sendReferral(app, COUNSELLOR, { ...AT_CENTRE, referral })).ok).toBe(false);
    expectOk(await sendByDuty(app, COUNSELLOR, { ...AT_CENTRE, referral }));
    const { rows } = await inTransaction(app.db, { actor: "<test>", areas: "all" }, (tx) =>
      sql`select from audit_entry where action = 'referral.send-by-duty' and subject_id = ${referral}`.execute(
        tx,
      ),
    );
    expect(rows.length).toBeGreaterThan(0);
    await agree(id);
    const agreed = await draft(id);
    expectOk(agreed.drafted);
    const at = { ...AT_CENTRE, referral: agreed.referral };
    expect((await sendByDuty(app, COUNSELLOR, at)).ok).toBe(false);
  });
});

it("a labour standards office receives nothing under any name that people call it by, on whatever ground", async () => {
  const id = await opened();
  const typed = [
    ...[
      "浜田労働基準監督署",
      "浜田 労基署",
      "島根 労 働 局",
      "労働基準監督署 御中",
      "浜田監督署",
      "労働基準署",
    ],
    ...["ろうきしょ", "ロウキ", "はまだろうどうきじゅんかんとくしょ", "Roudou Kijun Kantokusho", "労・基"],
  ];
  for (const receiver of typed) {
    const terms = { partner: "", receiver, classes: ["name"], employer: "nothing", way: "paper" };
    const consent = { ...terms, heardOn: "2026-11-20", language: "ja" };
    const refused = { error: { fields: { receiver: [expect.stringContaining("労働基準監督署")] } } };
    expect(await giveConsent(app, COUNSELLOR, { ...AT_CENTRE, case: id }, consent)).toMatchObject(refused);
    const danger = { ground: "danger", danger: "差し迫る", mode: "one-way", classes: ["name"] };
    expect((await draft(id, { ...danger, partner: "", receiver })).drafted).toMatchObject(refused);
  }
});

it("an employer receives nothing, and offices of the own area are offered first", async () => {
  const id = await opened();
  const consent = { partner: EMPLOYER, classes: ["name"], employer: "nothing", way: "paper" };
  const refused = { error: { fields: { partner: [expect.stringContaining("勤務先に伝えること")] } } };
  const given = giveConsent(
    app,
    COUNSELLOR,
    { ...AT_CENTRE, case: id },
    { ...consent, heardOn: "2026-11-20", language: "ja" },
  );
  expect(await given).toMatchObject(refused);
  const danger = { ground: "danger", danger: "差し迫る", mode: "one-way", classes: ["name"] };
  expect((await draft(id, { ...danger, partner: EMPLOYER })).drafted).toMatchObject(refused);
  const { offices } = expectOk(await consentForm(app, COUNSELLOR, { ...AT_CENTRE, case: id }));
  const names = offices.map(({ label }) => label);
  expect(names).not.toContain("健康づくり活動に熱心な事業所");
  expect(names.indexOf("浜田保健所")).toBeLessThan(names.indexOf("相模原市保健所"));
  expect(names.indexOf("浜田市")).toBeLessThan(names.indexOf("神奈川県"));
});

it("who takes a consent back gets a receipt with the hour and the words that no longer hold", async () => {
  const id = await opened();
  const consent = await agree(id);
  const at = { ...AT_CENTRE, case: id, consent };
  expect(expectOk(await readConsentText(app, COUNSELLOR, at)).withdrawnAt).toBeNull();
  expectOk(await withdrawConsent(app, COUNSELLOR, at));
  expect(expectOk(await readConsentText(app, COUNSELLOR, at))).toMatchObject({
    ...{ withdrawnAt: app.clock.now(), body: expect.stringContaining("浜田保健所") },
  });
});

describe("who agrees for somebody else", () => {
  it("is chosen from a list: the ledger holds no name", async () => {
    const id = await opened();
    const terms = { partner: HEALTH_CENTRE, classes: AGREED, employer: "nothing", way: "paper" };
    const give = (more: object, provenAt = app.clock.now()) =>
      giveConsent(
        app,
        { ...COUNSELLOR, provenAt } as Actor,
        { ...AT_CENTRE, case: id },
        { ...terms, heardOn: "2026-11-20", language: "ja", ...more },
      );
    expect((await give({ onBehalf: "見本　花代", onBehalfGround: "母なので" })).ok).toBe(false);
    expect((await give({ onBehalf: "spouse" })).ok).toBe(false);
    // Of a session left open it wants a proof; what a person says for themselves does not.
    const early = new Date(app.clock.now().getTime() - 11 * 60_000);
    const forAnother = { onBehalf: "spouse", onBehalfGround: "unable" };
    expect(await give(forAnother, early)).toEqual({ ok: false, error: { kind: "stale" } });
    expectOk(await give(forAnother));
    expect(expectOk(await readCase(app, COUNSELLOR, { ...AT_CENTRE, case: id })).consents).toMatchObject([
      { onBehalf: "spouse" },
    ]);
  });
});

describe("a consent", () => {
  /** By plain SQL, as the role that serves the tier, for who works at the receiving office. */
  const written = (statement: string, actor: Actor = NURSE) =>
    inTransaction(app.sensitive.db, { ...scopeOf(actor), today: "2026-11-22" }, (tx) =>
      sql.raw(statement).execute(tx),
    );

  it("is written by no receiver for itself", async () => {
    const { id, consent } = await accepted();
    const { person } = expectOk(await readCase(app, COUNSELLOR, { ...AT_CENTRE, case: id }));
    const copy = (
      organisation: string,
    ) => `insert into sensitive.consent select '${newId()}', person_id, '${organisation}',
      '${HEALTH_CENTRE}', receiver, purpose, classes, employer, null, null, way, text_hash, from_day, null, null, heard_by, heard_at
      from sensitive.consent where id = '${consent}'`;
    await expect(written(copy(HEALTH_CENTRE))).rejects.toThrow(/check/);
    await expect(written(copy(WORK_HEALTH_CENTRE))).rejects.toThrow(/row-level security/);
    const line = `insert into sensitive.consent_event values ('${consent}', 99, 'given', '${person}', '${HEALTH_CENTRE}',
      '${HEALTH_CENTRE}', '', 'somebody', now())`;
    await expect(written(line)).rejects.toThrow(/foreign key/);
  });
});
