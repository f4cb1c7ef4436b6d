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
import { openSurvey, saveSurvey } from "../design/survey.commands.server.ts";
import { readSurvey } from "../design/survey.queries.server.ts";
import { surveyAt, unitsOf } from "../examples.testing.ts";
import { noteUnit } from "../frame/frame.commands.server.ts";
import { decidePaper, enterPaper, listPaper } from "../paper/paper.commands.server.ts";
import { readForm, submitAnswer, submitWorkerAnswer } from "./answer.usecases.server.ts";
import { codeHash } from "./code.rules.ts";
import { workerDoor } from "./door.usecases.server.ts";

const app = testApp();
const CLERK = worker(HEALTH_CENTRE, "coordinator");
const place = { app, area: HAMADA, organisation: HEALTH_CENTRE };
const ANSWERS = { size: "c1", industry: "c3", action: "c1", need: "c1", consult: "c2" };
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
    values (${codeHash(code)}, ${HEALTH_CENTRE}::uuid, ${at.survey}::uuid, 7)`);
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
  expect(expectOk(await submitAnswer(app, holder, held, { size: "c1" })).state).toBe("partial");
  const again = await submitAnswer(app, holder, held, { ...ANSWERS, once: newId() });
  expect(again).toMatchObject({ error: { kind: "conflict" } });
  expect(await noteUnit(app, CLERK, at, { number: "1", disposition: "none" })).toMatchObject({
    error: { fields: { number: [expect.any(String)] } },
  });
  expect(expectOk(await readForm(app, holder, held)).state).toBe("answered");
  expect(await answersOf(at.survey)).toHaveLength(1);
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
