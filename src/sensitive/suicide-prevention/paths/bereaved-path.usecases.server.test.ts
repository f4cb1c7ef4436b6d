import { sql } from "kysely";
import { beforeAll, expect, it } from "vitest";
import { type Actor, scopeOf } from "#foundation/actors/public.ts";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import { loadDemonstrationOrganisations } from "#foundation/organisations/public.ts";
import { inTransaction } from "#platform/db/database.ts";
import { withRows } from "#platform/db/rows.ts";
import { fixedClock } from "#platform/kernel/clock.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { listMails } from "#platform/mail/outbox.ts";
import { testApp } from "#test/app.ts";
import { HEALTH_CENTRE, WORK_HEALTH_CENTRE, worker } from "#test/offices.ts";
import { SLIP } from "../examples.testing.ts";
import { listPaths, notePath } from "./bereaved-path.usecases.server.ts";
import { answerSheet, giveSheet, readSheet, voiceDoor } from "./voice.usecases.server.ts";

const app = testApp();
const nurse = worker(HEALTH_CENTRE, "caseworker");
const office = { organisation: HEALTH_CENTRE };

beforeAll(async () => {
  await loadReferenceAreas(app);
  await loadDemonstrationOrganisations(app);
});

const read = async (actor: Actor = nurse) => expectOk(await listPaths(app, actor, office));
const note = (path: string, input: object) => notePath(app, nurse, { ...office, path }, input);
async function begun(): Promise<string> {
  expectOk(await note("", SLIP));
  return (await read()).paths[0]!.id;
}
const INTERVIEW = { what: "interview", on: "2026-11-05", interviewers: "2", trained: "yes" };
const rows = <T>(actor: Actor, query: ReturnType<typeof sql<T>>) =>
  inTransaction(app.sensitive.db, scopeOf(actor), async (tx) => (await query.execute(tx)).rows);

it("goes from the examiner's leaflet to the nurse's care, each step in its turn", async () => {
  const id = await begun();
  expect(await note(id, { what: "week", on: "2026-11-12" })).toMatchObject({ error: { kind: "conflict" } });
  expect(await note(id, { ...INTERVIEW, interviewers: "1" })).toMatchObject({
    error: { kind: "invalid", fields: { interviewers: [expect.stringContaining("2人")] } },
  });
  expect(await note(id, { ...INTERVIEW, trained: "no" })).toMatchObject({ error: { kind: "invalid" } });
  expect(await note(id, { ...INTERVIEW, on: "2026-10-30" })).toMatchObject({ error: { kind: "invalid" } });
  expect(await note(id, { ...INTERVIEW, on: "2026-11-30" })).toMatchObject({ error: { kind: "invalid" } });
  expectOk(await note(id, INTERVIEW));
  expectOk(await note(id, { what: "week", on: "2026-11-12", cared: "yes" }));
  const later = { ...app, clock: fixedClock("2026-12-20T01:00:00Z") };
  expectOk(await notePath(later, nurse, { ...office, path: id }, { what: "month", on: "2026-12-05" }));
  const { paths, counts } = await read();
  expect(paths[0]).toMatchObject({
    number: 1,
    reached: 4,
    interviewersCared: true,
    next: ["end", "withdraw"],
  });
  expect(counts).toMatchObject({ begun: 1, interviewed: 1, cared: 1 });
});

it("keeps a number as withdrawn after the interview: its days are gone, the counts stand", async () => {
  const id = await begun();
  expectOk(await note(id, INTERVIEW));
  const before = (await read()).counts;
  const [{ person }] = (await rows<{ person: string }>(
    nurse,
    sql`select person_id as person from sensitive.prevention_path where id = ${id}`,
  )) as [{ person: string }];
  expectOk(await note(id, { what: "withdraw" }));
  const { paths, counts } = await read();
  expect(paths.find((one) => one.id === id)).toMatchObject({
    ...{ state: "withdrawn", reached: 2, next: [] },
    ...{ leafletOn: null, slipOn: null, interviewOn: null, weekOn: null, monthOn: null },
  });
  expect(counts).toEqual({ ...before, withdrawn: before.withdrawn + 1 });
  expect(await note(id, { what: "month", on: "2026-11-20" })).toMatchObject({ error: { kind: "conflict" } });
  // The ledger proves that somebody withdrew; nothing leads from the number to it.
  const steps = await rows<{ step: string }>(
    nurse,
    sql`select step from sensitive.consent_event where person_id = ${person} order by sequence`,
  );
  expect(steps.map(({ step }) => step)).toEqual(["given", "withdrawn"]);
  const held = await rows(nurse, sql`select 1 from sensitive.prevention_path where person_id = ${person}`);
  expect(held).toEqual([]);
});

it("leads to no case: no column of the house names a number, and no other office sees one", async () => {
  await begun();
  const leading = await rows(
    nurse,
    sql`select table_name from information_schema.columns
      where table_schema = 'sensitive' and column_name like '%path_id%'`,
  );
  expect(leading).toEqual([]);
  for (const other of [worker(WORK_HEALTH_CENTRE, "caseworker"), worker(HEALTH_CENTRE, "coordinator")]) {
    expect(await listPaths(app, other, office)).toMatchObject({ error: { kind: "forbidden" } });
    expect(await rows(other, sql`select 1 from sensitive.prevention_path`)).toEqual([]);
  }
});

it("writes to the log that the office worked on it: no number, no step, no person", async () => {
  const id = await begun();
  expectOk(await note(id, { what: "withdraw" }));
  const entries = await rows<{ action: string; subject_id: string | null; person: string | null }>(
    worker(HEALTH_CENTRE, "auditor"),
    sql`select action, subject_id, person from audit_entry where action like 'prevention-path%'`,
  );
  expect(entries.length).toBeGreaterThan(3);
  for (const { action, subject_id, person } of entries) {
    expect(["prevention-path.note", "prevention-path.list"]).toContain(action);
    expect([subject_id, person]).toEqual([null, null]);
  }
  const mails = await withRows(app.db, { actor: "<mail>", areas: "all" }, (access) => listMails(access, 100));
  expect(mails).toEqual([]);
});

it("counts what families say of four steps, once a sheet, and shows it from ten answers on", async () => {
  for (let nth = 1; nth <= 10; nth += 1) {
    const { address } = expectOk(await giveSheet(app, nurse, office));
    const { holder, held } = expectOk(await voiceDoor(app, address.split("/").at(-1)!));
    expectOk(await readSheet(app, holder, { held }));
    expectOk(await answerSheet(app, holder, { held }, { request: "4", interview: nth === 1 ? "1" : "3" }));
    expect(await answerSheet(app, holder, { held }, { request: "1" })).toMatchObject({
      error: { kind: "not-found" },
    });
    const { voice } = await read();
    expect(voice[0]).toEqual(
      nth < 10 ? { step: "request", persons: null, mean: null } : { step: "request", persons: 10, mean: 4 },
    );
  }
  expect((await read()).voice.map(({ mean }) => mean)).toEqual([4, null, 2.8, null]);
  expect(await rows(nurse, sql`select 1 from sensitive.prevention_voice_sheet`)).toEqual([]);
});
