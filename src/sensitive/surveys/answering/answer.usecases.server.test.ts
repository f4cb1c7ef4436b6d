import { sql } from "kysely";
import { beforeAll, describe, expect, it } from "vitest";
import { type Actor, scopeOf } from "#foundation/actors/public.ts";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import { loadDemonstrationOrganisations } from "#foundation/organisations/public.ts";
import { inTransaction } from "#platform/db/database.ts";
import { fixedClock } from "#platform/kernel/clock.ts";
import { newId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { testApp } from "#test/app.ts";
import { HAMADA, HEALTH_CENTRE, worker } from "#test/offices.ts";
import { saveQuestion } from "../design/question.commands.server.ts";
import { closeSurvey, forgetAnswers, saveSurvey } from "../design/survey.commands.server.ts";
import { readSurvey } from "../design/survey.queries.server.ts";
import { surveyAt, unitsOf } from "../examples.testing.ts";
import { giveCodes } from "../files/print.commands.server.ts";
import { decidePaper, enterPaper, listPaper } from "../paper/paper.commands.server.ts";
import { makeResult } from "../results/result.commands.server.ts";
import {
  keepDraft,
  readForm,
  readWorkerForm,
  submitAnswer,
  submitWorkerAnswer,
} from "./answer.usecases.server.ts";
import { surveyCodeHash, workerDoor } from "./door.usecases.server.ts";

const app = testApp();
const CLERK = worker(HEALTH_CENTRE, "coordinator");
const place = { app, area: HAMADA, organisation: HEALTH_CENTRE };
const ANSWERS = {
  size: "c1",
  industry: "c3",
  action: "c1",
  need: "c1",
  consult: "c2",
  mental: "c2",
  manager: "c1",
  policy: "c2",
};
type At = Awaited<ReturnType<typeof surveyAt>>;

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
const read = async (at: At) => expectOk(await readSurvey(app, CLERK, at));
/** Rows as the office reads them, beneath the use-cases. */
const rows = <T>(query: ReturnType<typeof sql<T>>) =>
  inTransaction(app.sensitive.db, scopeOf(CLERK), async (tx) => (await query.execute(tx)).rows);

describe("the link of a workplace", () => {
  it("goes on where it was left, on another device too, and takes one answer", async () => {
    const at = await surveyAt(place, "open");
    const [unit] = await unitsOf(app, CLERK, at);
    const [held, holder] = [{ held: unit!.id }, holderOf(unit!.id)];
    expectOk(await keepDraft(app, holder, held, { size: "c2" }));
    expect(expectOk(await readForm(app, holder, held))).toMatchObject({
      state: "open",
      answers: { size: "c2" },
    });
    const [one, two] = await Promise.all(
      [1, 2].map(() => submitAnswer(app, holder, held, { ...ANSWERS, once: newId() })),
    );
    expect([one!.ok, two!.ok].sort()).toEqual([false, true]);
    expect([one, two].find((result) => !result!.ok)).toMatchObject({
      error: { message: expect.stringContaining("すでにご回答") },
    });
    expect((await read(at)).work?.dispositions).toMatchObject({ complete: 1, noReply: 2 });
    expect(expectOk(await readForm(app, holder, held)).state).toBe("answered");
  });

  it("says what must be answered, and takes a form that is sent twice for one", async () => {
    const at = await surveyAt(place, "open");
    const [unit] = await unitsOf(app, CLERK, at);
    const [held, holder, once] = [{ held: unit!.id }, holderOf(unit!.id), newId()];
    expect(await submitAnswer(app, holder, held, { action: "c1" })).toMatchObject({
      error: { fields: { size: [expect.stringContaining("必ず")] } },
    });
    expectOk(await submitAnswer(app, holder, held, { ...ANSWERS, once }));
    expectOk(await submitAnswer(app, holder, held, { ...ANSWERS, once }));
    expect(await rows(sql`select from sensitive.survey_answer where survey_id = ${at.survey}`)).toHaveLength(
      1,
    );
  });

  it("reaches no other unit, and nobody without it reaches any", async () => {
    const at = await surveyAt(place, "open");
    const [one, other] = await unitsOf(app, CLERK, at);
    expect(await readForm(app, holderOf(one!.id), { held: other!.id })).toMatchObject({
      ok: false,
      error: { kind: "not-found" },
    });
    const seen = await inTransaction(
      app.sensitive.db,
      scopeOf(holderOf(one!.id)),
      async (tx) => (await sql`select id from sensitive.survey_unit`.execute(tx)).rows,
    );
    expect(seen).toEqual([{ id: one!.id }]);
    const provider = await inTransaction(
      app.sensitive.db,
      scopeOf(worker(HEALTH_CENTRE, "provider")),
      async (tx) => (await sql`select id from sensitive.survey_unit`.execute(tx)).rows,
    );
    expect(provider).toEqual([]);
  });

  it("stands still with the first answer: no question, and no anonymity, changes any more", async () => {
    const at = await surveyAt(place, "open");
    const [unit] = await unitsOf(app, CLERK, at);
    expectOk(await submitAnswer(app, holderOf(unit!.id), { held: unit!.id }, ANSWERS));
    const { form } = await read(at);
    expect(
      await saveSurvey(app, CLERK, at, { ...form.values, anonymous: "true", seen: form.seen }),
    ).toMatchObject({ error: { kind: "conflict" } });
    const question = { kind: "text", ja: "後から", "choices.rows": "0" };
    expect(await saveQuestion(app, CLERK, { ...at, question: "free" }, question)).toMatchObject({
      error: { kind: "conflict" },
    });
  });
});

describe("a worker's code", () => {
  const WORKER = {
    age: "c1",
    sex: "c1",
    marital: "c2",
    "worker-size": "c1",
    "own-action": "c1",
    checkup: "c1",
    time: "c1",
    teamwork: "c1",
    "feels-healthy": "c1",
    stress: "c1",
  };
  const CODES = Array.from({ length: 14 }, (_, n) => `CODE${String(n).padStart(8, "X")}`);
  async function opened() {
    const at = await surveyAt(place, "open", { kind: "worker" });
    // Codes stand on paper alone: these are put in as the slips of one workplace are.
    await rows(sql`insert into sensitive.survey_code (code_hash, organisation_id, survey_id, cluster)
      select hash, ${HEALTH_CENTRE}::uuid, ${at.survey}::uuid, 77 from unnest(${CODES.map((code) => surveyCodeHash(at.survey + code))}::text[]) hash`);
    return { at, door: (n: number) => workerDoor(at.survey + CODES[n]!) };
  }

  it("is spent into one more answered, and the answer has no code, no time and no workplace", async () => {
    const { at, door } = await opened();
    const { holder, held } = door(0);
    expectOk(await readWorkerForm(app, holder, { held }));
    expectOk(await submitWorkerAnswer(app, holder, { held }, WORKER));
    expect(await submitWorkerAnswer(app, holder, { held }, WORKER)).toMatchObject({
      ok: false,
      error: { kind: "conflict" },
    });
    expect((await read(at)).survey).toMatchObject({ spent: 1, locked: true });
    const [answer] = await rows<Record<string, unknown>>(
      sql`select * from sensitive.survey_answer where survey_id = ${at.survey}`,
    );
    expect(Object.keys(answer!).sort()).toEqual(
      [
        "id",
        "organisation_id",
        "survey_id",
        "unit_id",
        "cluster",
        "source",
        "state",
        "counted",
        "answers",
        "mixed",
      ].sort(),
    );
    expect(answer).toMatchObject({ unit_id: null, cluster: 77 });
    expect(await rows(sql`select from sensitive.survey_code where code_hash = ${held}`)).toEqual([]);
    const log = await inTransaction(
      app.db,
      { actor: "u", areas: "all" },
      async (tx) =>
        (
          await sql`select action from audit_entry where action = 'worker-answer.submit' and outcome = 'granted'`.execute(
            tx,
          )
        ).rows,
    );
    expect(log).toEqual([]);
  });

  it("leaves ten answers of one transaction, so that which of them just came can't be told", async () => {
    const { at, door } = await opened();
    for (let n = 0; n < 14; n++)
      expectOk(await submitWorkerAnswer(app, door(n).holder, { held: door(n).held }, WORKER));
    const groups = await rows<{ n: number }>(
      sql`select count(*)::int as n from sensitive.survey_answer where survey_id = ${at.survey} group by xmin order by 1 desc`,
    );
    expect(groups[0]!.n).toBe(10);
    expectOk(await closeSurvey(app, CLERK, at));
    const after = await rows<{ n: number }>(
      sql`select count(distinct xmin::text)::int as n from sensitive.survey_answer where survey_id = ${at.survey}`,
    );
    expect(after).toEqual([{ n: 1 }]);
  });

  it("counts on paper too, twice keyed, without a trace of the code", async () => {
    const { at } = await opened();
    const sheet = {
      code: at.survey + CODES[3],
      age: "1",
      sex: "2",
      marital: "1",
      "worker-size": "1",
      "own-action": "2",
    };
    expectOk(await enterPaper(app, CLERK, at, { ...sheet, entry: "1" }));
    expect(expectOk(await enterPaper(app, CLERK, at, { ...sheet, entry: "2" })).state).toBe("done");
    expect((await read(at)).survey.spent).toBe(1);
    expect(await enterPaper(app, CLERK, at, { ...sheet, entry: "1" })).toMatchObject({
      error: { fields: { code: [expect.any(String)] } },
    });
    expect(await rows(sql`select from sensitive.survey_paper where survey_id = ${at.survey}`)).toEqual([]);
  });

  it("steps the tables on by ten, not by one", async () => {
    const { at, door } = await opened();
    const stepped = async () => (await read(at)).survey.stepped;
    for (let n = 0; n < 9; n++)
      expectOk(await submitWorkerAnswer(app, door(n).holder, { held: door(n).held }, WORKER));
    expect(await makeResult(app, CLERK, at)).toMatchObject({ error: { kind: "conflict" } });
    for (let n = 9; n < 11; n++)
      expectOk(await submitWorkerAnswer(app, door(n).holder, { held: door(n).held }, WORKER));
    expectOk(await makeResult(app, CLERK, at));
    expect(await stepped()).toBe(11);
    expectOk(await submitWorkerAnswer(app, door(11).holder, { held: door(11).held }, WORKER));
    expectOk(await makeResult(app, CLERK, at));
    expect(await stepped()).toBe(11);
  });

  it("is printed for each workplace in packs, and kept as a hash under a number that is no workplace's", async () => {
    const at = await surveyAt(place, "open", { kind: "worker" });
    const { content } = expectOk(await giveCodes(app, CLERK, at, { from: 1 }));
    expect(content.subarray(0, 5).toString()).toBe("%PDF-");
    const codes = await rows<{ n: number }>(
      sql`select count(*)::int as n from sensitive.survey_code where survey_id = ${at.survey} group by cluster order by 1`,
    );
    expect(codes).toEqual([{ n: 10 }, { n: 30 }, { n: 30 }]);
  });
});

describe("a sheet of paper", () => {
  const SHEET = {
    size: "1",
    industry: "3",
    manager: "1",
    action: "3",
    actions: "1 3",
    policy: "2",
    need: "1",
    consult: "2",
    mental: "2",
  };
  const keyed = (at: At, number: number, entry: "1" | "2", more: object = {}) =>
    enterPaper(app, CLERK, at, {
      ...SHEET,
      action: "2",
      page1: `${number}-1`,
      page2: `${number}-2`,
      entry,
      ...more,
    });

  it("is compared with its first entry as the second is saved; nothing counts until it is decided", async () => {
    const at = await surveyAt(place, "open");
    expectOk(await keyed(at, 1, "1", { need: "3" }));
    const before = expectOk(await listPaper(app, CLERK, at));
    expect(before.sheets[0]).toMatchObject({ number: 1, twice: false, differing: [] });
    expect(expectOk(await keyed(at, 1, "2", { need: "4" }))).toEqual({ state: "differing", differing: 1 });
    const { sheets } = expectOk(await listPaper(app, CLERK, at));
    expect(sheets[0]!.differing).toMatchObject([
      { name: "need", first: expect.stringContaining("そう思わない"), second: "そう思わない" },
    ]);
    expect(await rows(sql`select from sensitive.survey_answer where survey_id = ${at.survey}`)).toEqual([]);
    const on = { ...at, sheet: sheets[0]!.sheet };
    expect(await decidePaper(app, CLERK, on, {})).toMatchObject({ error: { kind: "conflict" } });
    expectOk(await decidePaper(app, CLERK, on, { need: "2" }));
    const [answer] = await rows<{ answers: object }>(
      sql`select answers from sensitive.survey_answer where survey_id = ${at.survey}`,
    );
    expect(answer!.answers).toMatchObject({ need: "c4", actions: ["c1", "c3"] });
  });

  it("refuses a front and a back of two workplaces, and a number that is not printed", async () => {
    const at = await surveyAt(place, "open");
    expect(await keyed(at, 1, "1", { page2: "2-2" })).toMatchObject({
      error: { fields: { page2: [expect.stringContaining("表と裏")] } },
    });
    expect(await keyed(at, 1, "1", { need: "9" })).toMatchObject({
      error: { fields: { need: [expect.any(String)] } },
    });
    expect(await keyed(at, 99, "1")).toMatchObject({ error: { fields: { page1: [expect.any(String)] } } });
  });

  it("beside an answer on the screen is kept, flagged and does not count: n stays 1", async () => {
    const at = await surveyAt(place, "open");
    const [unit] = await unitsOf(app, CLERK, at);
    expectOk(await submitAnswer(app, holderOf(unit!.id), { held: unit!.id }, ANSWERS));
    expectOk(await keyed(at, 1, "1"));
    expect(expectOk(await keyed(at, 1, "2")).state).toBe("done");
    expect(
      await rows(
        sql`select source, counted from sensitive.survey_answer where survey_id = ${at.survey} order by 1`,
      ),
    ).toEqual([
      { source: "paper", counted: false },
      { source: "web", counted: true },
    ]);
  });
});

it("answers and workplaces are let go of ten years after the end, and not before", async () => {
  const at = await surveyAt(place, "open");
  const [unit] = await unitsOf(app, CLERK, at);
  expectOk(await submitAnswer(app, holderOf(unit!.id), { held: unit!.id }, ANSWERS));
  expectOk(await closeSurvey(app, CLERK, at));
  expect(await forgetAnswers(app, CLERK, at)).toMatchObject({ error: { kind: "conflict" } });
  const later = { ...app, clock: fixedClock("2036-12-24T01:00:00Z") };
  const stale = { error: { kind: "stale" } };
  expect(await forgetAnswers(later, { ...CLERK, provenAt: new Date(0) } as Actor, at)).toMatchObject(stale);
  expectOk(await forgetAnswers(later, { ...CLERK, provenAt: later.clock.now() } as Actor, at));
  for (const table of ["survey_answer", "survey_unit", "survey_column"])
    expect(
      await rows(sql`select from ${sql.table(`sensitive.${table}`)} where survey_id = ${at.survey}`),
    ).toEqual([]);
});
