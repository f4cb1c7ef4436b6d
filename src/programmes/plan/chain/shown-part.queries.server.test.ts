import { sql } from "kysely";
import { beforeAll, expect, it } from "vitest";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import { db, withRows } from "#platform/db/rows.ts";
import { fingerprintOf } from "#platform/kernel/fingerprint.ts";
import { type AreaId, newId } from "#platform/kernel/ids.ts";
import { expectOk, type FormValues, type Result } from "#platform/kernel/result.ts";
import { testApp } from "#test/app.ts";
import { person } from "#test/person.ts";
import { enterActivity, getActivity, saveActivity } from "../activities/activity.usecases.server.ts";
import {
  createInitiative,
  getInitiative,
  saveInitiative,
} from "../initiatives/initiative.usecases.server.ts";
import { addMeasure, getMeasure, saveMeasure } from "../initiatives/measure.usecases.server.ts";
import { formValuesOf } from "../model/activity.present.ts";
import {
  evaluationValues,
  goalValues,
  initiativeValues,
  issueValues,
  measureValues,
  targetValues,
} from "../model/plan-form.present.ts";
import { copyFromLibrary } from "../publishing/published-plan.usecases.server.ts";
import { evaluate, getEvaluation, saveEvaluation } from "./evaluation.usecases.server.ts";
import { createGoal, getGoal, saveGoal } from "./goal.usecases.server.ts";
import { addEvidence, createIssue, getIssue, saveIssue } from "./issue.usecases.server.ts";
import { createPillar } from "./pillar.usecases.server.ts";
import { createTarget, getTarget, saveTarget } from "./target.usecases.server.ts";

const app = testApp();
const HERE = "sma-32-03" as AreaId;
const clerk = person("coordinator", HERE);
const inArea = [app, clerk, { area: HERE }] as const;
const of = (id: string) => [app, clerk, { area: HERE, id }] as const;
const evaluated = (id: string) => [app, clerk, { area: HERE, of: "initiative", id }] as const;

const worsening = {
  title: "高血圧",
  place: "浜田市",
  sentence: "県より高い",
  indicator: "bp",
  source: "健診",
};
const issue = { title: "血圧", description: "1行\r\n2行", seenIn: "2020" };
const target = {
  item: "関心",
  direction: "at_least",
  baselineYear: "2024",
  baselineValue: "40.5",
  targetYear: "2030",
  targetValue: "60",
};
const lecture = {
  title: "出前講座",
  fineKind: "outreach_lecture",
  lead: "保健所",
  partners: "商工会",
  whoActs: ["workplace", "person"],
};
const evaluation = {
  fiscalYear: "2025",
  kind: "process",
  finding: "届いた",
  carriesOver: "on",
  grade: "good",
};
const measure = { kind: "output", name: "参加者", unit: "人", goalValue: "1,000" };
const activity = {
  kind: "training",
  title: "講座",
  from: "2026-11-10",
  host: "商工会",
  online: "on",
  result: "",
};
let issueId: string;
let initiativeId: string;

beforeAll(async () => {
  await loadReferenceAreas(app);
  issueId = expectOk(await createIssue(...inArea, { title: "働き盛りの心の健康" })).id;
  initiativeId = expectOk(await createInitiative(...inArea, lecture)).id;
});

const rowsOf = (table: string) =>
  withRows(app.db, { actor: "test", areas: [HERE] }, async (tx) => {
    const { rows } = await sql<{ id: string }>`select id from ${sql.table(table)}`.execute(db(tx));
    return rows.map((row) => row.id);
  });

type Send = (once: string) => Promise<Result<{ id: string }>>;
const MADE: readonly (readonly [string, Send])[] = [
  [
    "plan_issue",
    (once) => createIssue(...inArea, { title: "血圧", finding: "調査", once, worsening: [worsening] }),
  ],
  ["plan_goal", (once) => createGoal(...inArea, { title: "相談できる", once })],
  ["plan_initiative", (once) => createInitiative(...inArea, { ...lecture, once })],
  ["plan_target", (once) => createTarget(...inArea, { ...target, once })],
  ["plan_evidence", (once) => addEvidence(...of(issueId), { kind: "finding", text: "調査", once })],
  ["plan_evaluation", (once) => evaluate(...evaluated(initiativeId), { ...evaluation, once })],
  ["plan_pillar", (once) => createPillar(...inArea, { title: "情報", once })],
  ["plan_measure", (once) => addMeasure(...of(initiativeId), { ...measure, once })],
];

it.each(MADE)(
  "keeps one row of %s of a form that was sent twice, and another of the next",
  async (table, send) => {
    const before = await rowsOf(table);
    const [once, next] = [newId() as string, newId() as string];
    const [first, second] = await Promise.all([send(once), send(once)]);
    const { id } = expectOk(first!);
    expect(expectOk(second!)).toEqual({ id });
    expect(expectOk(await send(once))).toEqual({ id });
    const other = expectOk(await send(next)).id;
    expect((await rowsOf(table)).filter((one) => !before.includes(one)).sort()).toEqual([id, other].sort());
  },
);

it("keeps what the one form brings along once too", async () => {
  const once = newId() as string;
  const send = () => createIssue(...inArea, { title: "血圧", finding: "調査", once, worsening: [worsening] });
  const [first, second] = await Promise.all([send(), send()]);
  const { id } = expectOk(first);
  expect(expectOk(second)).toEqual({ id });
  expect(expectOk(await getIssue(...of(id))).evidence).toHaveLength(2);
});

it("copies an entry of the library once for one showing of its form, and another entry too", async () => {
  const once = newId() as string;
  const copy = (entry: string, key: string) =>
    copyFromLibrary(app, clerk, { area: HERE, entry }, { once: key });
  const sent = await Promise.all([
    copy("source-18", once),
    copy("source-18", once),
    copy("source-19", newId()),
  ]);
  const [first, second, other] = sent.map((one) => expectOk(one).id);
  expect(second).toBe(first);
  expect(other).not.toBe(first);
  expect(expectOk(await getInitiative(...of(first!))).initiative.organisations).not.toEqual([]);
});

it("refuses what was found in a survey where it is too long, and makes no issue of it", async () => {
  const before = await rowsOf("plan_issue");
  const finding = "長".repeat(1001);
  expect(await createIssue(...inArea, { title: "血圧", finding })).toMatchObject({
    error: { kind: "invalid", fields: { finding: ["「その他の根拠」は1000文字以内で入力してください。"] } },
  });
  expect(await rowsOf("plan_issue")).toEqual(before);
});

/** A kind: one of it with a text, its form, and saving it with another text. */
type Kind = Readonly<{
  make: () => Promise<string>;
  values: (id: string) => Promise<FormValues>;
  field: string;
  save: (id: string, change: object) => Promise<Result<unknown>>;
}>;
const idOf = async (made: Promise<Result<{ id: string }>>) => expectOk(await made).id;

const KINDS: Readonly<Record<string, Kind>> = {
  issue: {
    make: () => idOf(createIssue(...inArea, issue)),
    values: async (id) => issueValues(expectOk(await getIssue(...of(id))).issue),
    field: "description",
    save: (id, change) => saveIssue(...of(id), { ...issue, ...change }),
  },
  goal: {
    make: () => idOf(createGoal(...inArea, { title: "相談できる" })),
    values: async (id) => goalValues(expectOk(await getGoal(...of(id))).goal),
    field: "title",
    save: (id, change) => saveGoal(...of(id), change),
  },
  target: {
    make: () => idOf(createTarget(...inArea, target)),
    values: async (id) => targetValues(expectOk(await getTarget(...of(id)))),
    field: "item",
    save: (id, change) => saveTarget(...of(id), { ...target, ...change }),
  },
  initiative: {
    make: () => idOf(createInitiative(...inArea, lecture)),
    values: async (id) => initiativeValues(expectOk(await getInitiative(...of(id))).initiative),
    field: "audience",
    save: (id, change) => saveInitiative(...of(id), { ...lecture, ...change }),
  },
  measure: {
    make: () => idOf(addMeasure(...of(initiativeId), measure)),
    values: async (id) => measureValues(expectOk(await getMeasure(...of(id))).measure),
    field: "name",
    save: (id, change) => saveMeasure(...of(id), { ...measure, ...change }),
  },
  activity: {
    make: () => idOf(enterActivity(...inArea, activity)),
    values: async (id) => formValuesOf(expectOk(await getActivity(...of(id))).activity),
    field: "result",
    save: (id, change) => saveActivity(...of(id), { ...activity, ...change }),
  },
  evaluation: {
    make: () => idOf(evaluate(...evaluated(initiativeId), evaluation)),
    values: async (id) => evaluationValues(expectOk(await getEvaluation(...of(id)))),
    field: "finding",
    save: (id, change) => saveEvaluation(...of(id), { ...evaluation, ...change }),
  },
};

it.each(Object.entries(KINDS))(
  "tells who would save over another's text of the same %s",
  async (_kind, one) => {
    const id = await one.make();
    const shown = fingerprintOf(await one.values(id));
    const save = (text: string, seen = shown) => one.save(id, { [one.field]: text, seen });
    const both = await Promise.all([save("わたしの文"), save("あなたの文")]);
    const first = both[0].ok ? "わたしの文" : "あなたの文";
    expect(both.filter((sent) => sent.ok)).toHaveLength(1);
    expect(both.find((sent) => !sent.ok)).toMatchObject({
      error: { kind: "overtaken", now: { [one.field]: first } },
    });
    // Nothing is lost, and sent once more the same is no quarrel.
    const now = await one.values(id);
    expect(now[one.field]).toBe(first);
    expectOk(await save(first));
    // Who is told what stands now may save after all.
    expectOk(await save("ふたりの文", fingerprintOf(now)));
    expect((await one.values(id))[one.field]).toBe("ふたりの文");
  },
);
