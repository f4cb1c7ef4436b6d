import { sql } from "kysely";
import { beforeAll, expect, it } from "vitest";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import { loadDemonstrationOrganisations } from "#foundation/organisations/public.ts";
import { inTransaction } from "#platform/db/database.ts";
import { withRows } from "#platform/db/rows.ts";
import { fixedClock } from "#platform/kernel/clock.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { claimDueMail, MAIL_SCOPE } from "#platform/mail/outbox.ts";
import { testApp } from "#test/app.ts";
import { holds } from "#test/member.ts";
import { HAMADA, HEALTH_CENTRE, WORK_HEALTH_CENTRE } from "#test/offices.ts";
import { withdrawConsent } from "../consents/consent.commands.server.ts";
import { AT_CENTRE, AT_NURSE, COUNSELLOR, handingOn, NURSE } from "../two-offices.testing.ts";
import { acceptReferral, closeReferral, receiveReferral } from "./received.commands.server.ts";
import { askBackReferral, sendForDanger, takeBackReferral } from "./referral.commands.server.ts";
import { remindOffices } from "./referral-reminder.commands.server.ts";

const app = testApp();
const { opened, draft, sent } = handingOn(app);

beforeAll(async () => {
  await loadReferenceAreas(app);
  await loadDemonstrationOrganisations(app);
  for (const office of [HEALTH_CENTRE, WORK_HEALTH_CENTRE]) await holds(app, "caseworker", HAMADA, office);
});

/** The mails of that letter that wait, whole. */
async function mails(letter: string, at = app.clock.now()): Promise<string[]> {
  const texts: string[] = [];
  for (;;) {
    const mail = await withRows(app.db, MAIL_SCOPE, (access) => claimDueMail(access, at));
    if (!mail) return texts;
    if (mail.onceKey.split(":")[0]!.startsWith(`referral-${letter}`))
      texts.push(`${mail.subject}\n${mail.body}`);
  }
}

it("tells an office that something waits, and nothing of whom or why", async () => {
  const { referral } = await sent();
  const [arrived, ...others] = await mails("arrived");
  expect(others).toEqual([]);
  expect(arrived).toContain("【紹介の受領】2026年11月25日（水）まで（結 Yui）");
  expect(arrived).toContain(`浜田保健所 相談担当 各位`);
  expect(arrived).toContain(`/offices/${HEALTH_CENTRE}/referrals`);
  expectOk(await acceptReferral(app, NURSE, { ...AT_NURSE, referral }));
  const [answered] = await mails("answered");
  expect(answered).toContain(`浜田地域産業保健センター 相談担当 各位`);
  for (const text of [arrived, answered]) expect(text).not.toMatch(/花子|はなこ|眠れない|0855|心の健康/);
});

it("reminds both offices once where nobody has received it in time", async () => {
  await sent();
  await remindOffices({ ...app, clock: fixedClock("2026-11-25T03:00:00Z") });
  const late = fixedClock("2026-11-26T03:00:00Z");
  expect(await mails("late", late.now())).toEqual([]);
  for (let round = 0; round < 2; round++) await remindOffices({ ...app, clock: late });
  const told = await mails("late", late.now());
  expect(told.map((text) => text.match(/(浜田\S+) 相談担当/)?.[1])).toEqual(
    expect.arrayContaining(["浜田保健所", "浜田地域産業保健センター"]),
  );
  expect(told).toHaveLength(2);
});

it("tells the other office what became of it, each time it changes, and nothing of whom or why", async () => {
  const { referral } = await sent();
  expectOk(await acceptReferral(app, NURSE, { ...AT_NURSE, referral }));
  expectOk(await askBackReferral(app, COUNSELLOR, { ...AT_CENTRE, referral }));
  expectOk(await closeReferral(app, NURSE, { ...AT_NURSE, referral }, { outcome: "handed-back" }));
  const taken = await sent();
  expectOk(await takeBackReferral(app, COUNSELLOR, { ...AT_CENTRE, referral: taken.referral }));
  const withdrawn = await sent();
  const at = { ...AT_CENTRE, case: withdrawn.id, consent: withdrawn.consent };
  expectOk(await withdrawConsent(app, COUNSELLOR, at));
  const told = await mails("changed");
  expect(told.map((text) => text.match(/(浜田\S+) 相談担当/)?.[1]).toSorted()).toEqual(
    [...["浜田保健所", "浜田保健所", "浜田保健所", "浜田地域産業保健センター"]].toSorted(),
  );
  for (const text of told) expect(text).not.toMatch(/花子|はなこ|眠れない|0855|心の健康/);
});

it("reminds both offices once of what was received and not answered", async () => {
  const { referral } = await sent();
  expectOk(await receiveReferral(app, NURSE, { ...AT_NURSE, referral }));
  const [soon, late] = [fixedClock("2026-11-27T03:00:00Z"), fixedClock("2026-11-28T03:00:00Z")];
  await remindOffices({ ...app, clock: soon });
  expect(await mails("unanswered", soon.now())).toEqual([]);
  for (let round = 0; round < 2; round++) await remindOffices({ ...app, clock: late });
  expect(await mails("unanswered", late.now())).toHaveLength(2);
});

it("tells the supervisors alone, once, where nobody looked at a danger for a day", async () => {
  await holds(app, "supervisor", HAMADA, WORK_HEALTH_CENTRE);
  const id = await opened();
  const { referral, drafted } = await draft(id, {
    ...{ ground: "danger", danger: "差し迫った危険", mode: "one-way", classes: ["name"] },
  });
  expectOk(drafted);
  expectOk(await sendForDanger(app, COUNSELLOR, { ...AT_CENTRE, referral }));
  const [soon, late] = [fixedClock("2026-11-22T23:00:00Z"), fixedClock("2026-11-23T03:00:00Z")];
  await remindOffices({ ...app, clock: soon });
  expect(await mails("unseconded", soon.now())).toEqual([]);
  for (let round = 0; round < 2; round++) await remindOffices({ ...app, clock: late });
  const told = await mails("unseconded", late.now());
  expect(told).toHaveLength(1);
  expect(told[0]).toContain("浜田地域産業保健センター 相談の責任者 各位");
  expect(told[0]).not.toMatch(/花子|差し迫った|0855/);
});

it("lets who reminds see nothing but the offices of what was sent", async () => {
  await sent();
  const counts = await inTransaction(
    app.sensitive.db,
    { actor: "<referral-reminders>", areas: "all" },
    async (tx) => {
      const { rows } = await sql<Record<string, number>>`
        select (select count(*) from sensitive.referral) > 0 as referrals,
          (select count(*) from sensitive.referral where state not in ('sent', 'received')) as others,
          (select count(*) from sensitive.referral_item) as items,
          (select count(*) from sensitive.consultation_case) as cases,
          (select count(*) from sensitive.client) as clients`.execute(tx);
      return rows[0];
    },
  );
  expect(counts).toEqual({ referrals: true, others: 0, items: 0, cases: 0, clients: 0 });
});
