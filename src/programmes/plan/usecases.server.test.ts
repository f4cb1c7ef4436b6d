import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "#foundation/actors/public.ts";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import type { App } from "#platform/app.ts";
import { db, withRows } from "#platform/db/rows.ts";
import { fixedClock } from "#platform/kernel/clock.ts";
import type { AreaId, OrganisationId, UserId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { testApp } from "#test/app.ts";
import { person } from "#test/person.ts";
import { enterActivity } from "./activities/usecases.server.ts";
import { pageOf } from "./deleting/present.ts";
import { evaluate } from "./evaluations/usecases.server.ts";
import { createGoal } from "./goals/usecases.server.ts";
import { createInitiative, saveInitiative } from "./initiatives/usecases.server.ts";
import { enterTargetValue, saveTarget } from "./targets/usecases.server.ts";
import {
  addEvidence,
  createIssue,
  listDeleted,
  readPlan,
  readRestored,
  removeThing,
  restoreThing,
  saveIssue,
} from "./usecases.server.ts";

const app = testApp();
const HERE = "sma-32-03" as AreaId;
const OFFICE = "0198f2a0-0000-7000-8000-000000000001" as OrganisationId;
const secretariat: Actor = {
  kind: "person",
  userId: "u-clerk" as UserId,
  name: "clerk",
  memberships: [{ organisationId: OFFICE, role: "coordinator", areas: [HERE] }],
  reach: [HERE],
};
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
    const { id: initiativeId } = expectOk(await createInitiative(app, secretariat, HERE, lecture));
    expect(expectOk(await readPlan(app, secretariat, HERE)).unlinked).toMatchObject([
      { kind: "initiative", id: initiativeId, missing: "goal" },
    ]);

    const { id: issueId } = expectOk(
      await createIssue(app, secretariat, HERE, { title: "働き盛りの心の健康" }),
    );
    const evidence = { issueId, kind: "finding", text: "男性の2割に相談相手がいない" };
    expectOk(await addEvidence(app, secretariat, HERE, evidence));
    const { id: goalId } = expectOk(
      await createGoal(app, secretariat, HERE, { title: "相談できる", issueId }),
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
    const saved = expectOk(await saveTarget(app, secretariat, HERE, target));
    const targetId = "id" in saved ? saved.id : "";
    expectOk(await enterTargetValue(app, secretariat, HERE, { targetId, fiscalYear: 2026, value: 84.2 }));
    expectOk(await saveInitiative(app, secretariat, HERE, initiativeId, { ...lecture, goalId }));
    const day = activity({ initiativeId });
    expectOk(await enterActivity(app, secretariat, HERE, day, { onceKey: "form-1" }));
    expectOk(await enterActivity(app, secretariat, HERE, day, { onceKey: "form-1" }));
    expectOk(await enterActivity(app, secretariat, HERE, activity({ initiativeId, from: "2026-12-03" })));
    const finding = { initiativeId, fiscalYear: 2026, kind: "process", finding: "続いた", carriesOver: "on" };
    expectOk(await evaluate(app, secretariat, HERE, finding));

    const { chains, unlinked } = expectOk(await readPlan(app, secretariat, HERE));
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
    const nowhere = "0198f2a0-0000-7000-8000-0000000000ff";
    expect(await createGoal(app, secretariat, HERE, { title: "x", issueId: nowhere })).toMatchObject({
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
    expect(expectOk(await saveTarget(app, secretariat, HERE, wrongWay))).toHaveProperty("ask");
    expect(expectOk(await saveTarget(app, secretariat, HERE, wrongWay, { confirmed: true }))).toHaveProperty(
      "id",
    );
    const early = { ...wrongWay, targetYear: 2023 };
    expect(await saveTarget(app, secretariat, HERE, early)).toMatchObject({
      error: { kind: "invalid", fields: { targetYear: [expect.stringContaining("あと")] } },
    });
  });
});

describe("what was deleted", () => {
  it("is gone from the plan, listed, and can be brought back for 30 days", async () => {
    const { id } = expectOk(await createIssue(app, secretariat, HERE, { title: "消して戻す課題" }));
    const has = async () =>
      expectOk(await readPlan(app, secretariat, HERE)).skeleton.issues.some((issue) => issue.id === id);
    expectOk(await removeThing(app, secretariat, HERE, "issue", id));
    expect(await has()).toBe(false);
    expect(await saveIssue(app, secretariat, HERE, id, { title: "消えた課題" })).toMatchObject({
      error: { kind: "not-found" },
    });
    expect(expectOk(await listDeleted(app, secretariat, HERE))).toMatchObject([{ thing: "issue", id }]);
    expect(await restoreThing(later(31), secretariat, HERE, "issue", id)).toMatchObject({
      error: { kind: "conflict" },
    });
    expect(expectOk(await readRestored(app, secretariat, HERE, "issue", id))).toBeUndefined();
    const back = (one: string) => restoreThing(later(30), secretariat, HERE, "issue", one);
    expectOk(await back(id));
    expectOk(await back(id));
    expect(await has()).toBe(true);
    expect(await back(OFFICE)).toMatchObject({ error: { kind: "not-found" } });
  });

  it("is looked at by who edits alone, and looking is not written down as a change", async () => {
    const entries = () =>
      withRows(app.db, { actor: "<test>", areas: "all" }, (tx) =>
        db(tx).selectFrom("audit_entry").select("id").where("area_id", "=", HERE).execute(),
      );
    const { id } = expectOk(await createIssue(app, secretariat, HERE, { title: "見るだけの課題" }));
    const before = await entries();
    expectOk(await listDeleted(app, secretariat, HERE));
    expectOk(await readRestored(app, secretariat, HERE, "issue", id));
    expect(await entries()).toEqual(before);
    expect(await listDeleted(app, person("member", HERE), HERE)).toMatchObject({
      error: { kind: "forbidden" },
    });
  });

  it("is named once it is back, with the page where it is seen and what hides it still", async () => {
    const { id } = expectOk(await createIssue(app, secretariat, HERE, { title: "課題" }));
    const input = { issueId: id, kind: "statement", text: "委員の声" };
    const evidence = expectOk(await addEvidence(app, secretariat, HERE, input)).id;
    const back = async () => {
      expectOk(await removeThing(app, secretariat, HERE, "evidence", evidence));
      expectOk(await restoreThing(app, secretariat, HERE, "evidence", evidence));
      return expectOk(await readRestored(app, secretariat, HERE, "evidence", evidence))!;
    };
    const found = await back();
    expect([found.title, pageOf("x", found), found.gone]).toEqual(["委員の声", `x/issues/${id}`, undefined]);
    expectOk(await removeThing(app, secretariat, HERE, "issue", id));
    expect((await back()).gone).toMatchObject({ thing: "issue", title: "課題" });
  });
});
