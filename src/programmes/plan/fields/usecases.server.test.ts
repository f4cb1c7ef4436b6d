import { sql } from "kysely";
import { beforeAll, expect, it } from "vitest";
import type { Actor } from "#foundation/actors/public.ts";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import { db, withRows } from "#platform/db/rows.ts";
import { type AreaId, namedId, newId, type OrganisationId, type UserId } from "#platform/kernel/ids.ts";
import { expectOk, type Result } from "#platform/kernel/result.ts";
import { testApp } from "#test/app.ts";
import { evaluate } from "../evaluations/usecases.server.ts";
import { createPillar } from "../goals/pillars/usecases.server.ts";
import { createGoal } from "../goals/usecases.server.ts";
import { addMeasure } from "../initiatives/measures/usecases.server.ts";
import { createInitiative, getInitiative } from "../initiatives/usecases.server.ts";
import { createIssueFromProfile, getIssue } from "../issues/usecases.server.ts";
import { copyFromLibrary } from "../publishing/usecases.server.ts";
import { saveTarget } from "../targets/usecases.server.ts";
import { addEvidence, createIssue } from "../usecases.server.ts";

const app = testApp();
const HERE = "sma-32-03" as AreaId;
const clerk: Actor = {
  kind: "person",
  userId: "u-clerk" as UserId,
  name: "clerk",
  memberships: [
    {
      organisationId: "0198f2a0-0000-7000-8000-000000000001" as OrganisationId,
      role: "coordinator",
      areas: [HERE],
    },
  ],
  reach: [HERE],
};
const lecture = {
  title: "出前講座",
  fineKind: "outreach_lecture",
  organisations: [
    { role: "lead", name: "保健所" },
    { role: "partner", name: "商工会" },
  ],
};
const worsening = {
  title: "高血圧",
  place: "浜田市",
  sentence: "県より高い",
  indicator: "bp",
  source: "健診",
};
const target = { item: "関心が持てる", direction: "at_least", baselineYear: "2024", baselineValue: "40" };
const evaluation = { fiscalYear: "2025", kind: "process", finding: "届いた" };
let issueId: string;
let initiativeId: string;

beforeAll(async () => {
  await loadReferenceAreas(app);
  issueId = expectOk(await createIssue(app, clerk, HERE, { title: "働き盛りの心の健康" })).id;
  initiativeId = expectOk(await createInitiative(app, clerk, HERE, lecture)).id;
});

const rowsOf = (table: string) =>
  withRows(app.db, { actor: "test", areas: [HERE] }, async (tx) => {
    const { rows } = await sql<{ id: string }>`select id from ${sql.table(table)}`.execute(db(tx));
    return rows.map((row) => row.id);
  });

type Send = (once: string) => Promise<Result<unknown>>;
const KINDS: readonly (readonly [string, Send])[] = [
  [
    "plan_issue",
    (once) => createIssueFromProfile(app, clerk, HERE, { title: "血圧", finding: "調査", once }, [worsening]),
  ],
  ["plan_goal", (once) => createGoal(app, clerk, HERE, { title: "相談できる", once })],
  ["plan_initiative", (once) => createInitiative(app, clerk, HERE, { ...lecture, once })],
  [
    "plan_target",
    (once) => saveTarget(app, clerk, HERE, { ...target, targetYear: "2030", targetValue: "60", once }),
  ],
  [
    "plan_evidence",
    (once) => addEvidence(app, clerk, HERE, { issueId, kind: "finding", text: "調査", once }),
  ],
  ["plan_evaluation", (once) => evaluate(app, clerk, HERE, { ...evaluation, initiativeId, once })],
  ["plan_pillar", (once) => createPillar(app, clerk, HERE, { title: "情報", once })],
  [
    "plan_measure",
    (once) =>
      addMeasure(app, clerk, HERE, initiativeId, { kind: "output", name: "参加者", unit: "人", once }),
  ],
];

it.each(KINDS)(
  "keeps one row of %s of a form that was sent twice, and another of the next",
  async (table, send) => {
    const before = await rowsOf(table);
    const [once, next] = [newId() as string, newId() as string];
    for (const sent of await Promise.all([send(once), send(once)]))
      expect(expectOk(sent)).toEqual({ id: once });
    expectOk(await send(once));
    expectOk(await send(next));
    expect((await rowsOf(table)).filter((id) => !before.includes(id)).sort()).toEqual([once, next]);
  },
);

it("keeps what the one form brings along once too", async () => {
  const once = newId() as string;
  const send = () =>
    createIssueFromProfile(app, clerk, HERE, { title: "血圧", finding: "調査", once }, [worsening]);
  await Promise.all([send(), send()]);
  expect(expectOk(await getIssue(app, clerk, HERE, once)).evidence).toHaveLength(2);
});

it("copies an entry of the library once for one showing of the page, and another entry too", async () => {
  const once = newId() as string;
  const copy = (entry: string) => copyFromLibrary(app, clerk, HERE, entry, once);
  const sent = await Promise.all([copy("source-18"), copy("source-18"), copy("source-19")]);
  const [first, second, other] = sent.map((one) => expectOk(one).id);
  expect(first).toBe(namedId(once, "source-18"));
  expect(second).toBe(first);
  expect(other).not.toBe(first);
  expect(expectOk(await getInitiative(app, clerk, HERE, first!)).initiative.organisations).not.toEqual([]);
});

it("refuses what was found in a survey where it is too long, and makes no issue of it", async () => {
  const before = await rowsOf("plan_issue");
  const finding = "長".repeat(1001);
  expect(await createIssueFromProfile(app, clerk, HERE, { title: "血圧", finding }, [])).toMatchObject({
    error: { kind: "invalid", fields: { finding: ["1000字までで書いてください。"] } },
  });
  expect(await rowsOf("plan_issue")).toEqual(before);
});
