import { beforeAll, describe, expect, it } from "vitest";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import { fiscalYear } from "#platform/kernel/fiscal-year.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { testApp } from "#test/app.ts";
import { withPermit } from "#test/permit.ts";
import { person } from "#test/person.ts";
import { removePart, restorePart } from "../deleting/plan-part.usecases.server.ts";
import { createInitiative } from "../initiatives/initiative.usecases.server.ts";
import { planFacts } from "../publishing/plan-report.queries.server.ts";
import { evaluate, getEvaluation, saveEvaluation } from "./evaluation.usecases.server.ts";
import { createGoal, getGoal, readGoals, saveGoal } from "./goal.usecases.server.ts";
import { createIssue } from "./issue.usecases.server.ts";
import { createPillar, movePillar, savePillar } from "./pillar.usecases.server.ts";

const app = testApp();
const NOWHERE = "0198f2a0-0000-7000-8000-0000000000ff";

beforeAll(async () => {
  await loadReferenceAreas(app);
});

describe("pillars and goals", () => {
  const HERE = "sma-32-03" as AreaId;
  const area = { area: HERE };
  const one = (id: string) => ({ area: HERE, id });
  const clerk = person("coordinator", HERE);
  const member = person("member", HERE);
  const titles = async () =>
    expectOk(await readGoals(app, member, area)).groups.map(({ pillar, goals }) => [
      pillar?.title ?? null,
      goals.map((line) => line.goal.title),
    ]);

  it("are made, named, ordered and linked in any order", async () => {
    const { id: goal } = expectOk(await createGoal(app, clerk, area, { title: "関心が持てる" }));
    expect(await titles()).toEqual([[null, ["関心が持てる"]]]);
    const { id: first } = expectOk(await createPillar(app, clerk, area, { title: "情報" }));
    const { id: second } = expectOk(await createPillar(app, clerk, area, { title: "環境" }));
    expectOk(await savePillar(app, clerk, one(first), { title: "情報の発信" }));
    expectOk(await movePillar(app, clerk, one(second), { place: "0" }));
    const { id: issue } = expectOk(await createIssue(app, clerk, area, { title: "無関心" }));
    const linked = { title: "関心が持てる", issueId: issue, pillarId: first };
    expectOk(await saveGoal(app, clerk, one(goal), linked));
    expect(await titles()).toEqual([
      ["環境", []],
      ["情報の発信", ["関心が持てる"]],
    ]);
    expect(expectOk(await getGoal(app, member, one(goal)))).toMatchObject({
      issue: { id: issue },
      pillar: { id: first },
    });

    expectOk(await removePart(app, clerk, { ...one(first), kind: "pillar" }));
    expect(await titles()).toEqual([
      ["環境", []],
      [null, ["関心が持てる"]],
    ]);
    expectOk(await restorePart(app, clerk, { ...one(first), kind: "pillar" }));
    expect(expectOk(await getGoal(app, member, one(goal))).pillar?.id).toBe(first);
  });

  it("hang on nothing that is not there, and are the secretariat's to write", async () => {
    const gone = { title: "x", pillarId: NOWHERE };
    expect(await createGoal(app, clerk, area, gone)).toMatchObject({ error: { kind: "not-found" } });
    expect(await savePillar(app, clerk, one(NOWHERE), { title: "x" })).toMatchObject({
      error: { kind: "not-found" },
    });
    expect(await movePillar(app, clerk, one(NOWHERE), { place: "0" })).toMatchObject({
      error: { kind: "not-found" },
    });
    expect(await createPillar(app, clerk, area, { title: " " })).toMatchObject({
      error: { kind: "invalid", fields: { title: ["「柱の名称」を入力してください。"] } },
    });
    expect(await createPillar(app, member, area, { title: "x" })).toMatchObject({
      error: { kind: "forbidden" },
    });
  });
});

describe("evaluating goal by goal", () => {
  const HERE = "sma-32-04" as AreaId;
  const area = { area: HERE };
  const clerk = person("coordinator", HERE);
  const facts = async (year: number) =>
    expectOk(await withPermit(app, clerk, (work) => planFacts(work, HERE, fiscalYear(year)), HERE));

  it("hands on to the next year what carries over, in the plan and in the report", async () => {
    const { id: goalId } = expectOk(await createGoal(app, clerk, area, { title: "相談できる" }));
    const input = { title: "出前講座", fineKind: "outreach_lecture", goalId, status: "stopped" };
    const { id: initiativeId } = expectOk(await createInitiative(app, clerk, area, input));
    const goal = { area: HERE, of: "goal", id: goalId } as const;
    const initiative = { area: HERE, of: "initiative", id: initiativeId } as const;
    const found = { fiscalYear: 2025, finding: "見つけにくい", carriesOver: "on" };
    const written = { ...found, kind: "outcome", grade: "fair", nextStep: "窓口を1つにする" };
    const { id } = expectOk(await evaluate(app, clerk, goal, written));
    const ended = { ...found, kind: "process", finding: "人が足りない" };
    expectOk(await evaluate(app, clerk, initiative, ended));
    expectOk(await evaluate(app, clerk, goal, { ...found, kind: "structure", carriesOver: undefined }));

    const then = expectOk(await readGoals(app, clerk, { area: HERE, year: 2025 }));
    expect(Object.keys(then.groups[0]!.goals[0]!.evaluations).sort()).toEqual(["outcome", "structure"]);
    expect(then.carried).toEqual([]);
    const now = expectOk(await readGoals(app, clerk, area));
    expect(now.carried.map((one) => [one.of, one.nextStep || one.finding])).toEqual([
      ["相談できる", "窓口を1つにする"],
      ["出前講座", "人が足りない"],
    ]);
    expect((await facts(2026)).carriedIn).toEqual([
      { of: "相談できる", finding: "見つけにくい", nextStep: "窓口を1つにする" },
      { of: "出前講座", finding: "人が足りない", nextStep: "" },
    ]);
    expect((await facts(2025)).carriedIn).toEqual([]);

    const corrected = { ...written, carriesOver: undefined, finding: "窓口ができた" };
    expectOk(await saveEvaluation(app, clerk, { area: HERE, id }, corrected));
    expect(expectOk(await getEvaluation(app, clerk, { area: HERE, id }))).toMatchObject({
      of: "相談できる",
      finding: "窓口ができた",
      carriesOver: false,
    });
    expect((await facts(2026)).carriedIn.map((one) => one.of)).toEqual(["出前講座"]);
    expectOk(await removePart(app, clerk, { area: HERE, kind: "evaluation", id }));
    expect(await getEvaluation(app, clerk, { area: HERE, id })).toMatchObject({
      error: { kind: "not-found" },
    });
  });

  it("refuses a year that has not come, and what is of nothing", async () => {
    const { id: goalId } = expectOk(await createGoal(app, clerk, area, { title: "もう1つ" }));
    const goal = { area: HERE, of: "goal", id: goalId } as const;
    const written = { fiscalYear: 2027, kind: "process", finding: "続いた" };
    expect(await evaluate(app, clerk, goal, written)).toMatchObject({
      error: { kind: "invalid", fields: { fiscalYear: [expect.stringContaining("翌年度以降")] } },
    });
    const ofNothing = { ...goal, id: NOWHERE };
    expect(await evaluate(app, clerk, ofNothing, { ...written, fiscalYear: 2026 })).toMatchObject({
      error: { kind: "not-found" },
    });
  });
});
