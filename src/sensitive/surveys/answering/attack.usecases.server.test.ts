import { sql } from "kysely";
import { beforeAll, expect, it } from "vitest";
import { type Actor, scopeOf } from "#foundation/actors/public.ts";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import { loadDemonstrationOrganisations } from "#foundation/organisations/public.ts";
import { inTransaction } from "#platform/db/database.ts";
import { newId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { testApp } from "#test/app.ts";
import { HAMADA, HEALTH_CENTRE, worker } from "#test/offices.ts";
import { closeSurvey, openSurvey, saveSurvey } from "../design/survey.commands.server.ts";
import { readSurvey } from "../design/survey.queries.server.ts";
import { surveyAt, unitsOf } from "../examples.testing.ts";
import { giveCodes, printLetters } from "../files/print.commands.server.ts";
import { noteUnit } from "../frame/frame.commands.server.ts";
import { remindMissing, sendInvitations } from "../frame/letter.commands.server.ts";
import { decidePaper, discardPaper, enterPaper, listPaper } from "../paper/paper.commands.server.ts";
import { readForm, submitAnswer, submitWorkerAnswer } from "./answer.usecases.server.ts";
import { surveyCodeHash, workerDoor } from "./door.usecases.server.ts";

const app = testApp();
const CLERK = worker(HEALTH_CENTRE, "coordinator");
const place = { app, area: HAMADA, organisation: HEALTH_CENTRE };
const ANSWERS = { size: "c1", industry: "c3", action: "c1", need: "c1", consult: "c2" };
const PART = { size: "c1", industry: "c3" };
const WORKER = {
  ...{ age: "c1", sex: "c1", marital: "c2", "worker-size": "c1", "own-action": "c1", checkup: "c1" },
  ...{ time: "c1", teamwork: "c1", "feels-healthy": "c1", stress: "c1" },
};

beforeAll(async () => {
  await loadReferenceAreas(app);
  await loadDemonstrationOrganisations(app);
});

const holderOf = (unit: string): Actor => ({
  kind: "holder",
  purpose: "survey",
  area: HAMADA,
  subject: unit,
  detail: {},
});
const rows = <T>(query: ReturnType<typeof sql<T>>) =>
  inTransaction(app.sensitive.db, scopeOf(CLERK), async (tx) => (await query.execute(tx)).rows);
const answersOf = (survey: string) =>
  rows<{ source: string; counted: boolean }>(
    sql`select source, counted from sensitive.survey_answer where survey_id = ${survey} order by 1`,
  );

async function withCode() {
  const at = await surveyAt(place, "open", { kind: "worker" });
  const code = `${at.survey}CODE`;
  await rows(sql`insert into sensitive.survey_code (code_hash, organisation_id, survey_id, cluster)
    values (${surveyCodeHash(code)}, ${HEALTH_CENTRE}::uuid, ${at.survey}::uuid, 7)`);
  return { at, code, ...workerDoor(code) };
}

it("a code that is sent eight times at once is spent once", async () => {
  const { at, holder, held } = await withCode();
  const all = await Promise.all(
    Array.from({ length: 8 }, () => submitWorkerAnswer(app, holder, { held }, WORKER)),
  );
  expect(all.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await answersOf(at.survey)).toHaveLength(1);
  expect(expectOk(await readSurvey(app, CLERK, at)).survey.spent).toBe(1);
});

it("a guessed code opens nothing, and one that is held opens no other", async () => {
  const [one, other] = [await withCode(), await withCode()];
  const guessed = workerDoor("AAAA-BBBB-CCCC");
  expect(await submitWorkerAnswer(app, guessed.holder, { held: guessed.held }, WORKER)).toMatchObject({
    ok: false,
  });
  expect(await submitWorkerAnswer(app, one.holder, { held: other.held }, WORKER)).toMatchObject({
    ok: false,
  });
  expect(await answersOf(other.at.survey)).toEqual([]);
});

it("a code that is keyed from paper and spent on the screen before the sheet is decided counts once", async () => {
  const { at, code, holder, held } = await withCode();
  const sheet = { code, age: "1", sex: "2", marital: "1", "worker-size": "1" };
  expectOk(await enterPaper(app, CLERK, at, { ...sheet, "own-action": "1", entry: "1" }));
  expectOk(await enterPaper(app, CLERK, at, { ...sheet, "own-action": "2", entry: "2" }));
  expectOk(await submitWorkerAnswer(app, holder, { held }, WORKER));
  const { sheets } = expectOk(await listPaper(app, CLERK, at));
  expectOk(await decidePaper(app, CLERK, { ...at, sheet: sheets[0]!.sheet }, { "own-action": "1" }));
  expect(await answersOf(at.survey)).toEqual([
    { source: "paper", counted: false },
    { source: "web", counted: true },
  ]);
  expect(expectOk(await readSurvey(app, CLERK, at)).survey.spent).toBe(1);
});

it("an anonymous link counts once, also where it was answered in part or noted otherwise meanwhile", async () => {
  const at = await surveyAt(place, "drafted");
  const { form } = expectOk(await readSurvey(app, CLERK, at));
  expectOk(await saveSurvey(app, CLERK, at, { ...form.values, anonymous: "true", seen: form.seen }));
  expectOk(await openSurvey(app, CLERK, at));
  const [unit] = await unitsOf(app, CLERK, at);
  const [holder, held] = [holderOf(unit!.id), { held: unit!.id }];
  expect(expectOk(await submitAnswer(app, holder, held, PART)).state).toBe("partial");
  const again = await submitAnswer(app, holder, held, { ...ANSWERS, once: newId() });
  expect(again).toMatchObject({ error: { kind: "conflict" } });
  expect(await noteUnit(app, CLERK, at, { number: "1", disposition: "none" })).toMatchObject({
    error: { fields: { number: [expect.any(String)] } },
  });
  expect(expectOk(await readForm(app, holder, held)).state).toBe("answered");
  expect(await answersOf(at.survey)).toHaveLength(1);
  // Nothing more can be answered there: nobody is asked for it again.
  await rows(sql`update sensitive.survey_unit set email = 'jimu@example.jp', sent_on = '2026-11-01'
    where id = ${unit!.id}::uuid`);
  expect(expectOk(await remindMissing(app, CLERK, at))).toEqual({ reminded: 0 });
});

it("an answer that comes while the office notes its workplace is not noted away", async () => {
  const at = await surveyAt(place, "open");
  const units = await unitsOf(app, CLERK, at);
  await Promise.all(
    units.flatMap((unit) => [
      submitAnswer(app, holderOf(unit.id), { held: unit.id }, ANSWERS),
      noteUnit(app, CLERK, at, { number: String(unit.number), disposition: "refused" }),
    ]),
  );
  const after = await unitsOf(app, CLERK, at);
  expect(after.map(({ disposition }) => disposition)).not.toContain("refused");
  expect(await answersOf(at.survey)).toHaveLength(units.length);
});

it("a survey does not end over a sheet that is not decided, and a sheet that was keyed wrongly is taken back", async () => {
  const at = await surveyAt(place, "open");
  expectOk(await enterPaper(app, CLERK, at, { page1: "1-1", size: "1", entry: "1" }));
  expect(await closeSurvey(app, CLERK, at)).toMatchObject({
    error: { kind: "conflict", message: expect.stringContaining("1件") },
  });
  const { sheet } = expectOk(await listPaper(app, CLERK, at)).sheets[0]!;
  const other = await surveyAt(place, "open");
  expect(await discardPaper(app, CLERK, { ...other, sheet })).toMatchObject({ error: { kind: "not-found" } });
  expectOk(await discardPaper(app, CLERK, { ...at, sheet }));
  expect(await discardPaper(app, CLERK, { ...at, sheet })).toMatchObject({ error: { kind: "not-found" } });
  expectOk(await closeSurvey(app, CLERK, at));
  expect(await answersOf(at.survey)).toEqual([]);
});

it("slips are given once to a workplace, however often the button is pressed", async () => {
  const at = await surveyAt(place, "open", { kind: "worker", frame: 2 });
  const pressed = await Promise.all([1, 2, 3].map(() => giveCodes(app, CLERK, at, { from: "1" })));
  expect(pressed.filter(({ ok }) => ok)).toHaveLength(1);
  const codes = async () => expectOk(await readSurvey(app, CLERK, at)).survey.codes;
  const given = await codes();
  expectOk(await giveCodes(app, CLERK, at, { from: "2", again: "1" }));
  expect(await codes()).toBeGreaterThan(given);
  // No workplace gets a link to a form of its workers.
  for (const command of [sendInvitations, remindMissing, printLetters])
    expect(await command(app, CLERK, at, {})).toMatchObject({ error: { kind: "conflict" } });
});
