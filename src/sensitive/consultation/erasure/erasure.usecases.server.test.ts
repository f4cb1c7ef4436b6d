import { sql } from "kysely";
import { beforeAll, describe, expect, it } from "vitest";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import { loadDemonstrationOrganisations } from "#foundation/organisations/public.ts";
import { tables, withRows } from "#platform/db/rows.ts";
import { fixedClock } from "#platform/kernel/clock.ts";
import { newId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { testApp } from "#test/app.ts";
import { bookAppointment, openSession } from "../appointments/appointment.commands.server.ts";
import { closeCase, openCase } from "../cases/case.commands.server.ts";
import { readCase, searchClients } from "../cases/case.queries.server.ts";
import { casesToday } from "../cases/case-today.queries.server.ts";
import { ownCounts } from "../counts/count.usecases.server.ts";
import { beginSupportPlan, leaveSupportPlan } from "../families/support-plan.commands.server.ts";
import { addCaseFile } from "../files/case-file.commands.server.ts";
import { AT_CENTRE, aCall, COUNSELLOR, NURSE, SUPERVISOR } from "../two-offices.testing.ts";
import {
  forgetExpected,
  orderErasure,
  previewErasure,
  readErasure,
  runErasures,
  setYearsKept,
  UPKEEP,
} from "./erasure.commands.server.ts";
import { addedCounts, closedBefore } from "./erasure.rules.ts";

const app = testApp();
const at = (day: string) => ({ ...app, clock: fixedClock(`${day}T01:00:00Z`) });
/** Five years and more after the cases below were closed. */
const NOW = "2032-01-05";
const now = () => at(NOW);
const FRESH = { ...SUPERVISOR, provenAt: new Date(`${NOW}T01:00:00Z`) };

async function closed(
  name: string,
  phone: string,
  before: (at: { case: string } & typeof AT_CENTRE) => Promise<void> = async () => {},
) {
  const id = newId() as string;
  expectOk(await openCase(app, COUNSELLOR, { ...AT_CENTRE, id }, aCall({ name, phone })));
  await before({ ...AT_CENTRE, case: id });
  const over = { outcome: "solved", note: "終わり", closedOn: "2026-11-22" };
  expectOk(await closeCase(app, COUNSELLOR, { ...AT_CENTRE, case: id }, over));
  return id;
}
const order = (expected: number) => orderErasure(now(), FRESH, AT_CENTRE, { expected: String(expected) });

beforeAll(async () => {
  await loadReferenceAreas(app);
  await loadDemonstrationOrganisations(app);
});

describe("deleting what has had its time", () => {
  it("shows beforehand what goes, takes it by order, keeps the counts and nothing of anybody", async () => {
    const id = await closed("見本　一郎", "0855-11-1111", async (at) => {
      const file = new File([Buffer.from("ffd8ffe000104a46", "hex")], "見本.jpg");
      expectOk(await addCaseFile(app, COUNSELLOR, at, { file }));
    });
    const { person } = expectOk(await readCase(app, COUNSELLOR, { ...AT_CENTRE, case: id }));
    expect(expectOk(await readErasure(at("2031-11-20"), SUPERVISOR, AT_CENTRE)).cases).toBe(0);
    const shown = expectOk(await readErasure(now(), SUPERVISOR, AT_CENTRE));
    expect(shown).toMatchObject({ years: 5, cases: 1, contacts: 1 });
    const today = expectOk(await casesToday(now(), SUPERVISOR, {}));
    expect(today.map(({ title }) => title)).toContain("保存期間を過ぎた相談 1件");
    expect(JSON.stringify(shown)).not.toMatch(/見本|眠れない/);
    const before = expectOk(await ownCounts(now(), COUNSELLOR, AT_CENTRE)).years;
    expect(before).toMatchObject([{ year: 2026, consultations: 1, mental: 1, persons: 1, cases: 1 }]);
    expect(await order(2)).toMatchObject({ error: { kind: "conflict" } });
    expectOk(await order(1));
    expect(await runErasures(now())).toBe(1);
    expect(await readCase(now(), COUNSELLOR, { ...AT_CENTRE, case: id })).toMatchObject({
      error: { kind: "not-found" },
    });
    const found = expectOk(
      await searchClients(now(), COUNSELLOR, {
        ...AT_CENTRE,
        ...{ name: "見本一郎", kana: "", phone: "", birthDate: "" },
      }),
    );
    expect(found.cases).toEqual([]);
    const after = expectOk(await readErasure(now(), SUPERVISOR, AT_CENTRE));
    expect(after).toMatchObject({
      cases: 0,
      runs: [{ erased: 1, done: true, counts: { 2026: { contacts: 1, mental: 1, persons: 1 } } }],
    });
    expect(expectOk(await ownCounts(now(), COUNSELLOR, AT_CENTRE)).years).toEqual(before);
    expect(await leftOf(id, person)).toEqual({
      contacts: 0,
      events: 0,
      files: 0,
      clients: 0,
      destroyed: 1,
      looks: 0,
      town: "",
    });
  });

  it("holds back whom the office still counsels", async () => {
    const id = await closed("見本　二郎", "0855-22-2222");
    const next = newId() as string;
    expectOk(await openCase(app, COUNSELLOR, { ...AT_CENTRE, id: next }, aCall({ name: "見本　二郎" })));
    const [one, other] = await Promise.all(
      [id, next].map(
        async (one) => expectOk(await readCase(app, COUNSELLOR, { ...AT_CENTRE, case: one })).person,
      ),
    );
    expect(expectOk(await previewErasure(now(), UPKEEP, AT_CENTRE)).cases).toHaveLength(1);
    const { judgeClients } = await import("../clients/client.commands.server.ts");
    expectOk(
      await judgeClients(app, COUNSELLOR, { ...AT_CENTRE, case: next, other: one! }, { verdict: "same" }),
    );
    expect(other).not.toBe(one);
    expect(expectOk(await previewErasure(now(), UPKEEP, AT_CENTRE)).cases).toEqual([]);
  });

  it("goes by the office's own years, which its supervisor sets", async () => {
    expectOk(await setYearsKept(app, SUPERVISOR, AT_CENTRE, { years: "10" }));
    expect(expectOk(await readErasure(now(), SUPERVISOR, AT_CENTRE))).toMatchObject({
      years: 10,
      before: "2022-01-05",
    });
    for (const actor of [COUNSELLOR, NURSE])
      expect(await setYearsKept(app, actor, AT_CENTRE, { years: "3" })).toMatchObject({
        error: { kind: "forbidden" },
      });
    expect(await setYearsKept(app, SUPERVISOR, AT_CENTRE, { years: "1" })).toMatchObject({
      error: { kind: "invalid" },
    });
  });
});

it("takes the goals of a family with its last member, and who was expected a year after the day", async () => {
  expectOk(await setYearsKept(app, SUPERVISOR, AT_CENTRE, { years: "5" }));
  const plan = newId() as string;
  const begun = { relation: "本人", agreedOn: "2026-11-22", way: "paper", goals: "見本の目標" };
  await closed("見本　四郎", "0855-44-4444", async (at) => {
    expectOk(await beginSupportPlan(app, COUNSELLOR, { ...at, plan }, begun));
    expectOk(await leaveSupportPlan(app, COUNSELLOR, { ...at, plan }));
  });
  const session = newId() as string;
  const day = { day: "2026-12-01", starts: "13:30", ends: "16:30", kind: "visit", counsellor: "精神科医" };
  expectOk(await openSession(app, COUNSELLOR, { ...AT_CENTRE, session }, { ...day, places: "2" }));
  expectOk(await bookAppointment(app, COUNSELLOR, { ...AT_CENTRE, session }, { name: "みほん様" }));
  const left = () =>
    withRows(app.sensitive.db, { actor: "<consultation-upkeep>", areas: "all" }, async (access) => ({
      plans: await countOf(access, "supportPlan", plan),
      appointments: await countOf(access, "appointment", session),
    }));
  expect(await left()).toEqual({ plans: 1, appointments: 1 });
  await forgetExpected(at("2027-11-30"));
  expect(await left()).toMatchObject({ appointments: 1 });
  await forgetExpected(at("2027-12-02"));
  expect(await left()).toMatchObject({ appointments: 0 });
  const { cases } = expectOk(await readErasure(now(), SUPERVISOR, AT_CENTRE));
  expectOk(await order(cases));
  await runErasures(now());
  expect(await left()).toEqual({ plans: 0, appointments: 0 });
});

const countOf = async (
  access: Parameters<typeof tables>[0],
  table: "supportPlan" | "appointment",
  id: string,
): Promise<number> => {
  const rows =
    table === "appointment"
      ? tables(access).selectFrom("sensitive.appointment").select("id").where("sessionId", "=", id)
      : tables(access).selectFrom("sensitive.supportPlan").select("id").where("id", "=", id);
  return (await rows.execute()).length;
};

/** What the database still holds, whoever looks. */
const leftOf = (id: string, person: string) =>
  withRows(app.sensitive.db, { actor: "<consultation-upkeep>", areas: "all" }, async (access) => {
    const { db } = await import("#platform/db/rows.ts");
    await sql`select set_config('yui.seals', ${`,person:${person},`}, true)`.execute(db(access));
    const { rows } = await sql`select
      (select count(*) from sensitive.case_contact where case_id = ${id}) as contacts,
      (select count(*) from sensitive.case_event where case_id = ${id}) as events,
      (select count(*) from sensitive.case_file where case_id = ${id}) as files,
      (select count(*) from sensitive.client where id = ${person}) as clients,
      (select count(*) from sealing_key where holder_id = ${person} and wrapped is null) as destroyed,
      (select count(*) from sensitive.person_look where person_id = ${person}) as looks,
      (select home_town from sensitive.consultation_case where id = ${id}) as town`.execute(db(access));
    return rows[0];
  });

it("adds up what is kept of the deleted", () => {
  const first = addedCounts({}, [{ year: 2020, contacts: 3, mental: 1, persons: 2 }]);
  const more = [
    { year: 2020, contacts: 2, mental: 2, persons: 1 },
    { year: 2021, contacts: 1, mental: 0, persons: 1 },
  ];
  expect(addedCounts(first, more)).toEqual({
    2020: { contacts: 5, mental: 3, persons: 3 },
    2021: { contacts: 1, mental: 0, persons: 1 },
  });
  expect(closedBefore("2032-02-29" as never, 5)).toBe("2027-02-28");
});
