import { beforeAll, describe, expect, it } from "vitest";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import { act } from "#foundation/audit/public.ts";
import { type Actor, type Role, service, VISITOR } from "#foundation/identity/public.ts";
import type { App } from "#platform/app.ts";
import { fixedClock } from "#platform/kernel/clock.ts";
import { fiscalYear } from "#platform/kernel/fiscal-year.ts";
import type { AreaId, OrganisationId, UserId } from "#platform/kernel/ids.ts";
import { plainDate } from "#platform/kernel/plain-date.ts";
import { expectOk, ok } from "#platform/kernel/result.ts";
import { testApp } from "#test/app.ts";
import {
  enterActivity,
  listActivities,
  recordActivity,
  saveActivity,
  withdrawActivity,
  yearTable,
} from "./activities/usecases.server.ts";
import { loadDemonstrationPlan } from "./demonstration/usecases.server.ts";
import { evaluate } from "./evaluations/usecases.server.ts";
import { createGoal } from "./goals/usecases.server.ts";
import { importActivities } from "./import/usecases.server.ts";
import { createInitiative, getInitiative, saveInitiative } from "./initiatives/usecases.server.ts";
import {
  copyFromLibrary,
  findPublishedPlan,
  publishPlan,
  readLibrary,
  shippedLibrary,
} from "./publishing/usecases.server.ts";
import { planFacts } from "./report/usecases.server.ts";
import { enterTargetValue, saveTarget } from "./targets/usecases.server.ts";
import {
  addEvidence,
  createIssue,
  listDeleted,
  readPlan,
  removeThing,
  restoreThing,
  saveIssue,
} from "./usecases.server.ts";

const app = testApp();
const HERE = "sma-32-03" as AreaId;
const SAGAMIHARA = "14150" as AreaId;
const OFFICE = "0198f2a0-0000-7000-8000-000000000001" as OrganisationId;
const CHAMBER = "0198f2a0-0000-7000-8000-000000000002" as OrganisationId;
const person = (role: Role, organisationId = OFFICE, area = HERE): Actor => ({
  kind: "person",
  userId: `u-${role}` as UserId,
  name: role,
  memberships: [{ organisationId, role, areas: [area] }],
  reach: [area],
});
const secretariat = person("coordinator");
const member = person("member", CHAMBER);
const activity = (change: object = {}) => ({
  kind: "outreach_lecture",
  title: "血圧と心の健康",
  from: "2026-11-10",
  host: "商工会議所",
  hostOrganisationId: CHAMBER,
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

describe("activities", () => {
  it("asks about a figure far from its past, and takes it when it is meant", async () => {
    for (const participants of ["20", "22", "25"])
      expectOk(await enterActivity(app, secretariat, HERE, activity({ kind: "visit", participants })));
    const odd = activity({ kind: "visit", participants: "900" });
    expect(expectOk(await enterActivity(app, secretariat, HERE, odd))).toHaveProperty("ask");
    expect(expectOk(await enterActivity(app, secretariat, HERE, odd, { confirmed: true }))).toHaveProperty(
      "id",
    );
  });

  it("lets a member enter and change the own organisation's, and no other's", async () => {
    const own = expectOk(await enterActivity(app, member, HERE, activity()));
    const id = "id" in own ? own.id : "";
    expectOk(await saveActivity(app, member, HERE, id, activity({ participants: "13" })));
    const foreign = activity({ hostOrganisationId: OFFICE });
    expect(await enterActivity(app, member, HERE, foreign)).toMatchObject({ error: { kind: "forbidden" } });
    expect(await saveActivity(app, member, HERE, id, foreign)).toMatchObject({
      error: { kind: "forbidden" },
    });
    expect(await removeThing(app, member, HERE, "activity", id)).toMatchObject({
      error: { kind: "forbidden" },
    });
  });

  it("counts what another module pushes once, follows its correction and its withdrawal", async () => {
    const push = (participants: number) =>
      act(app, service("support"), (unit) =>
        recordActivity(unit, HERE, {
          source: "support",
          sourceKey: "request-1",
          initiativeId: null,
          kind: "consultation",
          title: "相談",
          from: plainDate("2026-10-01"),
          to: plainDate("2026-10-01"),
          place: "",
          online: false,
          host: "地産保",
          hostOrganisationId: null,
          partners: "",
          sessions: 1,
          participants,
          men: null,
          women: null,
          workplaces: 1,
          fee: "free",
          result: "",
        }),
      );
    const counted = async () =>
      expectOk(await yearTable(app, secretariat, HERE, { from: 2026, to: 2026 })).find(
        (cell) => cell.kind === "consultation",
      );
    expectOk(await push(7));
    expectOk(await push(9));
    expect(await counted()).toEqual({
      fiscalYear: 2026,
      kind: "consultation",
      activities: 1,
      sessions: 1,
      participants: 9,
    });
    await act(app, service("support"), async (unit) =>
      ok(await withdrawActivity(unit, HERE, "support", "request-1")),
    );
    expect(await counted()).toBe(undefined);
    expect(await push(-1)).toMatchObject({ error: { kind: "invalid" } });
  });

  it("pages by key without losing or repeating any", async () => {
    const area = "sma-32-04" as AreaId;
    const clerk = person("coordinator", OFFICE, area);
    for (let index = 0; index < 120; index += 1)
      expectOk(await enterActivity(app, clerk, area, activity({ from: `2026-0${5 + (index % 3)}-10` })));
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = expectOk(await listActivities(app, clerk, area, { after }));
      seen.push(...page.activities.map((one) => one.id));
      after = page.after;
    } while (after);
    expect(seen).toHaveLength(120);
    expect(new Set(seen).size).toBe(120);
  });

  it("takes over a table of past years once, and nothing of one with an error", async () => {
    const area = "sma-32-05" as AreaId;
    const clerk = person("coordinator", OFFICE, area);
    const send = (text: string, onlyLook = false) =>
      importActivities(app, clerk, area, { file: Buffer.from(text), host: "保健所", onlyLook });
    const table = "年度,種類,回数,参加者数\n2008,研修会,3,50\n2009,研修会,1,24\n";
    expect(expectOk(await send(`${table}2009,宴会,1,1\n`)).problems).toHaveLength(1);
    expect(expectOk(await send(table, true)).rows).toHaveLength(2);
    expect(expectOk(await yearTable(app, clerk, area, { from: 2000, to: 2026 }))).toEqual([]);
    expectOk(await send(table));
    expectOk(await send(table.replace("1,24", "1,25")));
    expect(expectOk(await yearTable(app, clerk, area, { from: 2009, to: 2009 }))).toMatchObject([
      { sessions: 1, participants: 25, activities: 1 },
    ]);
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
    expectOk(await restoreThing(later(30), secretariat, HERE, "issue", id));
    expect(await has()).toBe(true);
  });
});

describe("publishing", () => {
  it("shows anyone the plan as it stood, without what members said and without few people", async () => {
    const area = "sma-32-06" as AreaId;
    const clerk = person("coordinator", OFFICE, area);
    const { id: issueId } = expectOk(await createIssue(app, clerk, area, { title: "課題" }));
    expectOk(await addEvidence(app, clerk, area, { issueId, kind: "statement", text: "委員の声" }));
    expectOk(await addEvidence(app, clerk, area, { issueId, kind: "finding", text: "調査" }));
    expect(expectOk(await findPublishedPlan(app, VISITOR, area))).toBe(null);
    for (const participants of ["7", "12"]) {
      const title = `${participants}人の講座`;
      const { id } = expectOk(
        await createInitiative(app, clerk, area, { title, fineKind: "outreach_lecture" }),
      );
      const held = activity({ initiativeId: id, participants });
      expectOk(await enterActivity(app, clerk, area, held, { confirmed: true }));
    }
    expectOk(await publishPlan(app, clerk, area));
    expectOk(await createIssue(app, clerk, area, { title: "まだ出さない課題" }));
    const published = expectOk(await findPublishedPlan(app, VISITOR, area));
    expect(published).toMatchObject({ version: 1 });
    const issues = published!.body.chains.filter((chain) => chain.issue !== null);
    expect(issues.map((chain) => [chain.issue, chain.evidence.map((one) => one.text)])).toEqual([
      ["課題", ["調査"]],
    ]);
    const people = published!.body.chains.flatMap(({ initiative }) => initiative?.participants ?? []);
    expect(people.toSorted()).toEqual([12, "suppressed"]);
    expect(await readPlan(app, VISITOR, area)).toMatchObject({ error: { kind: "forbidden" } });
    expectOk(await publishPlan(app, clerk, area));
    expect(expectOk(await findPublishedPlan(app, VISITOR, area))).toMatchObject({ version: 2 });
  });

  it("offers the initiatives of the source and of areas to copy from", async () => {
    expect(shippedLibrary()).toHaveLength(40);
    const area = "sma-32-07" as AreaId;
    const clerk = person("coordinator", OFFICE, area);
    const { id } = expectOk(await copyFromLibrary(app, clerk, area, "source-18", null));
    const copied = expectOk(await getInitiative(app, clerk, area, id)).initiative;
    expect(copied).toMatchObject({
      kind: "overall_planning",
      fineKind: "award",
      status: "planned",
      origin: { kind: "library", label: "浜田" },
    });
    expect(copied.organisations.map((one) => one.name)).toEqual([
      "協議会",
      "労働基準監督署",
      "地域産業保健センター",
      "保健所",
    ]);
    expectOk(await publishPlan(app, clerk, area));
    const library = expectOk(await readLibrary(app, VISITOR));
    expect(library.length).toBeGreaterThan(40);
    expect(library.at(-1)!.place).not.toBe("");
  });
});

describe("the demonstration", () => {
  it("holds Sagamihara's figures of the source exactly, and loads once", async () => {
    await loadDemonstrationPlan(app);
    await loadDemonstrationPlan(app);
    const facts = expectOk(
      await act(app, service("cli"), async (unit) => ok(await planFacts(unit, SAGAMIHARA, fiscalYear(2009)))),
    );
    const cell = (year: number, kind: string) => {
      const found = facts.yearTable.find((one) => one.fiscalYear === year && one.kind === kind);
      return found && [found.sessions, found.participants];
    };
    expect(cell(2009, "training")).toEqual([1, 24]);
    expect(cell(2009, "awareness")).toEqual([14, 1875]);
    expect(cell(2009, "mental_health_support")).toEqual([14, 330]);
    expect(cell(2008, "awareness")).toEqual([16, 2242]);
    expect(cell(2004, "awareness")).toEqual([3, null]);
    expect(cell(2004, "training")).toBe(undefined);
    expect(facts.targets.map((one) => [one.baselineValue, one.targetValue, one.class])).toEqual([
      [74.1, 87, "E"],
      [21.2, 11, "E"],
      [9.9, 5, "E"],
    ]);
    expect(facts.measures.map((one) => [one.name, one.value, one.partOf])).toEqual([
      ["地域産業保健センターの相談件数", 561, null],
      ["うちメンタルヘルス関係", 130, "地域産業保健センターの相談件数"],
    ]);
    const view = expectOk(await readPlan(app, service("cli"), SAGAMIHARA, { all: true }));
    expect(view.chains.filter((chain) => chain.initiative)).toHaveLength(18);
  });
});
