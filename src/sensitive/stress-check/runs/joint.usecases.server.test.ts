import { sql } from "kysely";
import { beforeAll, describe, expect, it } from "vitest";
import { type Actor, scopeOf } from "#foundation/actors/public.ts";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import { loadDemonstrationOrganisations, sampleOrganisationId } from "#foundation/organisations/public.ts";
import { inTransaction } from "#platform/db/database.ts";
import { fixedClock } from "#platform/kernel/clock.ts";
import { newId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { testApp } from "#test/app.ts";
import { HAMADA, HEALTH_CENTRE, WORK_HEALTH_CENTRE, worker } from "#test/offices.ts";
import { readForm, submitAnswer } from "../answering/answer.usecases.server.ts";
import { workerDoor } from "../answering/door.usecases.server.ts";
import { enterPaper } from "../answering/paper.commands.server.ts";
import { employerOf, JOIN, joined, runAt, sheet, TOLD } from "../examples.testing.ts";
import {
  askForInterview,
  listInterviews,
  readInterview,
  readResult,
  reportInterview,
} from "../interviews/interview.usecases.server.ts";
import { makeSheets } from "../sheets/sheet.commands.server.ts";
import { forgetRun } from "./forget.commands.server.ts";
import { joinRun, nameWorkers, noteMeasure } from "./own.commands.server.ts";
import { addJointWorkplaces, closeRun, openRun, startJointRun } from "./run.commands.server.ts";
import { readJointRun, readOwn, readRun, readWorkplace } from "./run.queries.server.ts";

const app = testApp();
const CLINIC = HEALTH_CENTRE;
const CHAMBER = sampleOrganisationId(HAMADA, "各自治区商工会");
const IMPLEMENTER = worker(CLINIC, "implementer");
const ORGANISER = worker(CHAMBER, "organiser");
const DOCTOR = worker(WORK_HEALTH_CENTRE, "interview_doctor");
const HIGH = [1, 13];
/** The implementer, who has just shown who they are on that day. */
const fresh = (day: string) => ({ ...IMPLEMENTER, provenAt: new Date(`${day}T01:00:00Z`) }) as Actor;

beforeAll(async () => {
  await loadReferenceAreas(app);
  await loadDemonstrationOrganisations(app);
});

/** What somebody reads in plain SQL, beneath the use-cases. */
const rows = <T>(actor: Actor, query: ReturnType<typeof sql<T>>) =>
  inTransaction(app.sensitive.db, scopeOf(actor), async (tx) => (await query.execute(tx)).rows);

/** Three workplaces of 6, 7 and 12, brought together by a chamber. */
async function started() {
  const run = newId() as string;
  const [joint, at] = [
    { organisation: CHAMBER, run },
    { organisation: CLINIC, run },
  ];
  expectOk(
    await startJointRun(app, ORGANISER, joint, {
      ...{ ...TOLD, kind: "association", implementer: CLINIC, interviewOffice: WORK_HEALTH_CENTRE },
    }),
  );
  expectOk(await addJointWorkplaces(app, ORGANISER, joint, { lines: "甲商店,6\n乙工務店,7\n丙製作所,12" }));
  const { workplaces } = expectOk(await readRun(app, IMPLEMENTER, at));
  const codes: string[][] = [];
  for (const [nth, { id }] of workplaces.entries()) {
    const names = Array.from({ length: [6, 7, 12][nth]! }, (_, n) => `従業員${nth + 1}-${n + 1}`);
    codes.push(await joined(app, IMPLEMENTER, { ...at, area: HAMADA }, id, names));
  }
  expectOk(await openRun(app, IMPLEMENTER, at));
  return { run, joint, at, places: workplaces.map(({ id }) => id), codes };
}
type Started = Awaited<ReturnType<typeof started>>;

async function answered({ codes }: Started, but: readonly number[] = []) {
  for (const [nth, code] of codes.flat().entries()) {
    if (but.includes(nth)) continue;
    const { holder, held } = workerDoor(code);
    const sex = nth % 3 === 0 ? "male" : "female";
    expectOk(await submitAnswer(app, holder, { held }, sheet(HIGH.includes(nth), sex)));
  }
}

it("gives each worker a number of their own where a workplace sends several lists at once", async () => {
  const { at, workplace } = await runAt({ app, area: HAMADA, organisation: CLINIC }, "draft");
  const employer = employerOf(HAMADA, workplace);
  const lists = Array.from({ length: 6 }, (_, n) => ({ lines: `追加${n}の1\n追加${n}の2` }));
  expectOk(await joinRun(app, employer, { held: workplace }, JOIN));
  await Promise.all(
    lists.map(async (list) => expectOk(await nameWorkers(app, employer, { held: workplace }, list))),
  );
  const { workers } = expectOk(await readWorkplace(app, IMPLEMENTER, { ...at, workplace }));
  expect(new Set(workers.map(({ number }) => number)).size).toBe(12);
});

describe("a joint run of three workplaces", () => {
  it("goes from a chamber's list to one sheet over all, and from a request to a measure", async () => {
    const begun = await started();
    const { at, joint, places, codes } = begun;
    await answered(begun, [0]);
    const paper = { number: "1001", sex: "none", figures: "0".repeat(57).replaceAll("0", "2") };
    expectOk(await enterPaper(app, IMPLEMENTER, at, { ...paper, entry: "1" }));
    expect(
      await enterPaper(app, IMPLEMENTER, at, {
        ...paper,
        entry: "2",
        figures: `${"2".repeat(22)}3${"2".repeat(34)}`,
      }),
    ).toMatchObject({ error: { fields: { figures: [expect.stringContaining("問23")] } } });
    expect((await rows(IMPLEMENTER, sql`select from sensitive.stress_result`)).length).toBe(24);
    expectOk(await enterPaper(app, IMPLEMENTER, at, { ...paper, entry: "2" }));

    const { holder, held } = workerDoor(codes[0]![1]!);
    expect(await askForInterview(app, holder, { held }, {})).toMatchObject({
      error: { fields: { told: [expect.stringContaining("会社に伝わります")] } },
    });
    const employer = employerOf(HAMADA, places[0]!);
    const own = async () => expectOk(await readOwn(app, employer, { held: places[0]! }));
    expect((await own()).requests).toEqual([]);
    expectOk(await askForInterview(app, holder, { held }, { told: "yes" }));
    const [asked] = (await own()).requests;
    expect(asked).toMatchObject({ name: "従業員1-2", askedOn: "2026-11-22", opinion: null });

    const [listed] = expectOk(await listInterviews(app, DOCTOR, { organisation: WORK_HEALTH_CENTRE }));
    const target = { organisation: WORK_HEALTH_CENTRE, request: listed!.id };
    expect(expectOk(await readInterview(app, DOCTOR, target)).score.high).toBe(true);
    const report = {
      interviewOn: "2026-11-22",
      report: "眠れない",
      class: "restricted",
      measures: "残業の制限",
    };
    expectOk(await reportInterview(app, DOCTOR, target, { ...report, measures: "残業の禁止" }));
    const before = { ...report, seen: "what it was before" };
    expect(await reportInterview(app, DOCTOR, target, before)).toMatchObject({
      error: { kind: "overtaken" },
    });
    const { seen } = expectOk(await readInterview(app, DOCTOR, target));
    expectOk(await reportInterview(app, DOCTOR, target, { ...report, seen }));
    const told = (await own()).requests[0]!;
    expect(told.opinion).toEqual({ class: "restricted", measures: "残業の制限" });
    expect(JSON.stringify(await own())).not.toContain("眠れない");
    expectOk(
      await noteMeasure(
        app,
        employer,
        { held: places[0]! },
        {
          ...{ request: told.id, measure: "残業なし", workerToldOn: "2026-11-22" },
        },
      ),
    );
    expect((await own()).requests[0]).toMatchObject({ measure: "残業なし", reviewOn: "2027-02-22" });
    const acted = expectOk(await readInterview(app, DOCTOR, target));
    expect(
      await reportInterview(app, DOCTOR, target, { ...report, measures: "別の意見", seen: acted.seen }),
    ).toMatchObject({ error: { kind: "conflict", message: expect.stringContaining("変更できません") } });

    expectOk(await closeRun(app, IMPLEMENTER, at));
    expect(expectOk(await makeSheets(app, IMPLEMENTER, at))).toEqual({ made: 2 });
    expect((await own()).sheets).toMatchObject([{ scope: "joint", sheet: { respondents: 25 } }]);
    const large = expectOk(await readOwn(app, employerOf(HAMADA, places[2]!), { held: places[2]! }));
    expect(large.sheets.map(({ scope }) => scope).sort()).toEqual(["joint", "workplace"]);
    expect(await makeSheets(app, IMPLEMENTER, at)).toMatchObject({ error: { kind: "conflict" } });
    expect(Object.keys(expectOk(await readJointRun(app, ORGANISER, joint)).workplaces[0]!)).toEqual([
      ...["number", "name", "workers", "state"],
    ]);
  });

  it("gives no points for a sheet with a blank, which counts as taken", async () => {
    const begun = await started();
    const { holder, held } = workerDoor(begun.codes[0]![0]!);
    const { q23: _, ...blank } = sheet(true);
    const refused = await submitAnswer(app, holder, { held }, blank);
    expect(refused).toMatchObject({ error: { kind: "question", fields: { q23: [expect.anything()] } } });
    const sure = refused.ok || refused.error.kind !== "question" ? "" : refused.error.sure;
    expect(expectOk(await submitAnswer(app, holder, { held }, { ...blank, sure }))).toEqual({
      state: "incomplete",
    });
    expect(expectOk(await readResult(app, holder, { held })).result).toBeUndefined();
    expect(expectOk(await readForm(app, holder, { held })).state).toBe("taken");
    const seen = expectOk(
      await readOwn(app, employerOf(HAMADA, begun.places[0]!), { held: begun.places[0]! }),
    );
    expect(seen.workers.map(({ taken }) => taken)).toEqual([true, false, false, false, false, false]);
    expect(Object.keys(seen.workers[0]!)).toEqual(["number", "name", "taken"]);
  });

  it("shows each audience its own tables alone, beneath the use-cases", async () => {
    const begun = await started();
    await answered(begun);
    const { holder, held } = workerDoor(begun.codes[0]![1]!);
    expectOk(await askForInterview(app, holder, { held }, { told: "yes" }));
    const count = async (actor: Actor, table: string) =>
      (
        await rows(
          actor,
          sql`select from ${sql.table(`sensitive.${table}`)} where ${sql.raw(
            table === "stress_run"
              ? "id"
              : table === "stress_worker" || table === "stress_workplace"
                ? "run_id"
                : "organisation_id",
          )} = ${table === "stress_run" || table === "stress_worker" || table === "stress_workplace" ? begun.run : CLINIC}::uuid`,
        )
      ).length;
    const employer = employerOf(HAMADA, begun.places[0]!);
    const manager = worker(CLINIC, "workplace");
    for (const actor of [employer, manager, ORGANISER, DOCTOR])
      for (const table of ["stress_answer", "stress_result", "stress_paper"])
        expect(await count(actor, table), table).toBe(0);
    expect(await count(employer, "stress_release")).toBe(0);
    expect(await count(employer, "stress_worker")).toBe(6);
    expect(await count(ORGANISER, "stress_workplace")).toBe(3);
    expect(await count(ORGANISER, "stress_worker")).toBe(0);
    expect(await count(ORGANISER, "stress_request")).toBe(0);
    expect(await count(DOCTOR, "stress_worker")).toBe(0);
    expect(await count(holder, "stress_answer")).toBe(1);
    expect(await count(holder, "stress_worker")).toBe(1);
    const target = { organisation: CLINIC, run: begun.run, workplace: begun.places[0]! };
    for (const actor of [employer, manager, ORGANISER, DOCTOR])
      expect((await readWorkplace(app, actor, target)).ok).toBe(false);
    expect(await readResult(app, employer, { held })).toMatchObject({ error: { kind: "not-found" } });
  });

  it("refuses whoever decides on personnel, with the rule", async () => {
    const begun = await started();
    const held = { held: begun.places[0]! };
    expect(
      await joinRun(app, employerOf(HAMADA, held.held), held, { ...JOIN, personnel: "has" }),
    ).toMatchObject({ error: { fields: { personnel: [expect.stringContaining("52条の10")] } } });
  });

  it("lets go of persons after five years and not before; the sheets stay", async () => {
    const { at, workplace } = await runAt({ app, area: HAMADA, organisation: CLINIC }, "closed");
    expectOk(await makeSheets(app, IMPLEMENTER, at));
    const on = (day: string) => ({ ...app, clock: fixedClock(`${day}T01:00:00Z`) });
    expect(await forgetRun(on("2031-11-22"), fresh("2031-11-22"), at)).toMatchObject({
      error: { kind: "conflict" },
    });
    expect(expectOk(await forgetRun(on("2031-11-23"), fresh("2031-11-23"), at))).toMatchObject({
      forgotten: 10,
    });
    expect(
      await rows(
        IMPLEMENTER,
        sql`select from sensitive.stress_worker where workplace_id = ${workplace}::uuid`,
      ),
    ).toEqual([]);
    expect(expectOk(await readRun(app, IMPLEMENTER, at)).sheets).toHaveLength(1);
  });
});
