import { beforeAll, describe, expect, it } from "vitest";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import type { App } from "#platform/app.ts";
import { db, withRows } from "#platform/db/rows.ts";
import { fixedClock } from "#platform/kernel/clock.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { testApp } from "#test/app.ts";
import { person } from "#test/person.ts";
import { enterActivity } from "../activities/activity.usecases.server.ts";
import {
  listDeleted,
  planDeletions,
  readRestored,
  removePart,
  restorePart,
} from "../deleting/plan-part.usecases.server.ts";
import { createInitiative, saveInitiative } from "../initiatives/initiative.usecases.server.ts";
import { evaluate } from "./evaluation.usecases.server.ts";
import { createGoal } from "./goal.usecases.server.ts";
import { addEvidence, createIssue, getIssue, saveIssue } from "./issue.usecases.server.ts";
import { readPlan } from "./plan.queries.server.ts";
import { createTarget, enterTargetValue } from "./target.usecases.server.ts";

const app = testApp();
const HERE = "sma-32-03" as AreaId;
const NOWHERE = "0198f2a0-0000-7000-8000-0000000000ff";
const secretariat = person("coordinator", HERE);
const area = { area: HERE };
const issueOf = (id: string) => ({ area: HERE, kind: "issue", id }) as const;
const activity = (change: object = {}) => ({
  kind: "outreach_lecture",
  title: "血圧と心の健康",
  from: "2026-11-10",
  host: "商工会議所",
  sessions: "1",
  participants: "12",
  ...change,
});
const later = (days: number): App => ({
  ...app,
  clock: fixedClock(new Date(app.clock.now().getTime() + days * 86_400_000).toISOString()),
});

beforeAll(async () => {
  await loadReferenceAreas(app);
});

describe("a chain from issue to evaluation", () => {
  it("may start anywhere and closes bit by bit", async () => {
    const lecture = {
      title: "出前講座",
      fineKind: "outreach_lecture",
      organisations: [
        { role: "lead", name: "保健所", sector: "public_health_centre" },
        { role: "partner", name: "地産保", sector: "occupational_health_centre" },
      ],
    };
    const { id: initiativeId } = expectOk(await createInitiative(app, secretariat, area, lecture));
    expect(expectOk(await readPlan(app, secretariat, area)).unlinked).toMatchObject([
      { kind: "initiative", id: initiativeId, missing: "goal" },
    ]);

    const { id: issueId } = expectOk(
      await createIssue(app, secretariat, area, { title: "働き盛りの心の健康" }),
    );
    const evidence = { kind: "finding", text: "男性の2割に相談相手がいない" };
    expectOk(await addEvidence(app, secretariat, { area: HERE, id: issueId }, evidence));
    const { id: goalId } = expectOk(
      await createGoal(app, secretariat, area, { title: "相談できる", issueId }),
    );
    const target = {
      goalId,
      item: "相談相手のいる男性",
      direction: "at_least",
      baselineYear: 2024,
      baselineValue: 80,
      targetYear: 2029,
      targetValue: 90,
    };
    const { id } = expectOk(await createTarget(app, secretariat, area, target));
    const value = { fiscalYear: 2026, value: 84.2 };
    expectOk(await enterTargetValue(app, secretariat, { area: HERE, id }, value));
    const moved = { ...lecture, goalId };
    expectOk(await saveInitiative(app, secretariat, { area: HERE, id: initiativeId }, moved));
    const day = activity({ initiativeId });
    expectOk(await enterActivity(app, secretariat, area, { ...day, once: "form-1" }));
    expectOk(await enterActivity(app, secretariat, area, { ...day, once: "form-1" }));
    expectOk(await enterActivity(app, secretariat, area, activity({ initiativeId, from: "2026-12-03" })));
    const finding = { fiscalYear: 2026, kind: "process", finding: "続いた", carriesOver: "on" };
    const evaluated = { area: HERE, of: "initiative", id: initiativeId } as const;
    expectOk(await evaluate(app, secretariat, evaluated, finding));

    const { chains, unlinked } = expectOk(await readPlan(app, secretariat, area));
    expect(unlinked).toEqual([]);
    expect(chains).toMatchObject([
      {
        issue: { id: issueId },
        evidence: [{ text: "男性の2割に相談相手がいない" }],
        goal: { id: goalId },
        targets: [{ class: "B", reason: "improving-on-course", distance: 5.8 }],
        initiative: { id: initiativeId, organisations: [{ name: "保健所" }, { name: "地産保" }] },
        tally: { year: { sessions: 1, participants: 12 }, next: "2026-12-03" },
        evaluations: [{ kind: "process", carriesOver: true }],
      },
    ]);
  });

  it("refuses links to what is not there, and targets that can't be", async () => {
    expect(await createGoal(app, secretariat, area, { title: "x", issueId: NOWHERE })).toMatchObject({
      error: { kind: "not-found" },
    });
    const wrongWay = {
      item: "減らす",
      direction: "at_most",
      baselineYear: 2024,
      baselineValue: 10,
      targetYear: 2029,
      targetValue: 20,
    };
    expect(await createTarget(app, secretariat, area, wrongWay)).toMatchObject({
      error: { kind: "question", fields: { targetValue: [expect.stringContaining("このままでよいですか")] } },
    });
    expectOk(await createTarget(app, secretariat, area, { ...wrongWay, sure: true }));
    const early = { ...wrongWay, targetYear: 2023 };
    expect(await createTarget(app, secretariat, area, early)).toMatchObject({
      error: { kind: "invalid", fields: { targetYear: [expect.stringContaining("あと")] } },
    });
  });
});

describe("what was deleted", () => {
  it("is gone from the plan, listed, and can be brought back for 30 days", async () => {
    const { id } = expectOk(await createIssue(app, secretariat, area, { title: "削除して戻す課題" }));
    const has = async () => {
      const { chains } = expectOk(await readPlan(app, secretariat, area));
      const { ok } = await getIssue(app, secretariat, { area: HERE, id });
      expect(chains.some((chain) => chain.issue?.id === id)).toBe(ok);
      return ok;
    };
    expectOk(await removePart(app, secretariat, issueOf(id)));
    expect(await has()).toBe(false);
    expect(await saveIssue(app, secretariat, { area: HERE, id }, { title: "消えた課題" })).toMatchObject({
      error: { kind: "not-found" },
    });
    expect(expectOk(await listDeleted(app, secretariat, area))).toMatchObject([{ kind: "issue", id }]);
    expect(await restorePart(later(31), secretariat, issueOf(id))).toMatchObject({
      error: { kind: "conflict" },
    });
    expect(expectOk(await readRestored(app, secretariat, issueOf(id)))).toBeUndefined();
    const back = (one: string) => restorePart(later(30), secretariat, issueOf(one));
    expectOk(await back(id));
    expectOk(await back(id));
    expect(await has()).toBe(true);
    expect(await back(NOWHERE)).toMatchObject({ error: { kind: "not-found" } });
  });

  it("is looked at by who edits alone, and looking is not written down as a change", async () => {
    const entries = () =>
      withRows(app.db, { actor: "<test>", areas: "all" }, (tx) =>
        db(tx).selectFrom("audit_entry").select("id").where("area_id", "=", HERE).execute(),
      );
    const { id } = expectOk(await createIssue(app, secretariat, area, { title: "見るだけの課題" }));
    const before = await entries();
    expectOk(await listDeleted(app, secretariat, area));
    expectOk(await readRestored(app, secretariat, issueOf(id)));
    expect(await entries()).toEqual(before);
    expect(await listDeleted(app, person("member", HERE), area)).toMatchObject({
      error: { kind: "forbidden" },
    });
  });

  it("is named once it is back, with the page where it is seen and what hides it still", async () => {
    const { id } = expectOk(await createIssue(app, secretariat, area, { title: "課題" }));
    const input = { kind: "statement", text: "委員の声" };
    const evidence = {
      area: HERE,
      kind: "evidence",
      id: expectOk(await addEvidence(app, secretariat, { area: HERE, id }, input)).id,
    } as const;
    const back = async () => {
      expectOk(await removePart(app, secretariat, evidence));
      expectOk(await restorePart(app, secretariat, evidence));
      return expectOk(await readRestored(app, secretariat, evidence))!;
    };
    const found = await back();
    expect([found.title, planDeletions.pageOf("x", found), found.gone]).toEqual([
      "委員の声",
      `x/issues/${id}`,
      undefined,
    ]);
    expectOk(await removePart(app, secretariat, issueOf(id)));
    expect((await back()).gone).toMatchObject({ kind: "issue", title: "課題" });
  });
});

describe("the plan narrowed down", () => {
  const there = "sma-32-05" as AreaId;
  const clerk = person("coordinator", there);
  const titlesIn = async (state?: "running" | "late" | "no-target" | "unevaluated") => {
    const { chains, states } = expectOk(await readPlan(app, clerk, { area: there, state }));
    return { titles: chains.map(({ initiative }) => initiative?.title).toSorted(), states };
  };

  it("shows what is in a state, and counts each", async () => {
    const { id: goalId } = expectOk(await createGoal(app, clerk, { area: there }, { title: "届く" }));
    const aim = { goalId, item: "項目", direction: "at_least", baselineYear: 2020, baselineValue: "4" };
    expectOk(await createTarget(app, clerk, { area: there }, { ...aim, targetYear: 2030, targetValue: "6" }));
    const past = { periodFrom: "2024-04-01", periodTo: "2025-03-31" };
    for (const change of [
      { title: "続く事業", status: "running", goalId },
      { title: "遅れた事業", status: "running", ...past },
      { title: "終えた事業", status: "done", ...past },
    ])
      expectOk(
        await createInitiative(app, clerk, { area: there }, { fineKind: "outreach_lecture", ...change }),
      );
    const { chains } = expectOk(await readPlan(app, clerk, { area: there }));
    const { id } = chains.find(({ initiative }) => initiative?.title === "終えた事業")!.initiative!;
    const finding = { fiscalYear: 2024, kind: "outcome", finding: "届いた" };
    const told = { achieved: "24社が始めた", putDownTo: "商工会議所と回った" };
    expectOk(await evaluate(app, clerk, { area: there, of: "initiative", id }, { ...finding, ...told }));
    expect((await titlesIn("running")).titles).toEqual(["続く事業", "遅れた事業"]);
    expect((await titlesIn("late")).titles).toEqual(["遅れた事業"]);
    expect((await titlesIn("no-target")).titles).toEqual(["終えた事業", "遅れた事業"]);
    expect((await titlesIn("unevaluated")).titles).toEqual(["続く事業", "遅れた事業"]);
    const { states } = await titlesIn();
    expect(states).toMatchObject({ all: 3, running: 2, done: 1, late: 1, "no-target": 2, unevaluated: 2 });
    const evaluated = expectOk(await readPlan(app, clerk, { area: there })).chains.flatMap(
      (chain) => chain.evaluations,
    );
    expect(evaluated).toMatchObject([told]);
  });
});
