import { beforeAll, expect, it } from "vitest";
import type { Actor } from "#foundation/actors/public.ts";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import type { AreaId, OrganisationId, UserId } from "#platform/kernel/ids.ts";
import { expectOk, type Result } from "#platform/kernel/result.ts";
import { testApp } from "#test/app.ts";
import { formValuesOf } from "../activities/present.ts";
import { enterActivity, getActivity, saveActivity } from "../activities/usecases.server.ts";
import { evaluate, getEvaluation, saveEvaluation } from "../evaluations/usecases.server.ts";
import { createGoal, getGoal, saveGoal } from "../goals/usecases.server.ts";
import { addMeasure, getMeasure, saveMeasure } from "../initiatives/measures/usecases.server.ts";
import { createInitiative, getInitiative, saveInitiative } from "../initiatives/usecases.server.ts";
import { getIssue } from "../issues/usecases.server.ts";
import { saveTarget } from "../targets/usecases.server.ts";
import { createIssue, readPlan, saveIssue } from "../usecases.server.ts";
import {
  evaluationValues,
  goalValues,
  initiativeValues,
  issueValues,
  measureValues,
  targetValues,
} from "./present.ts";
import type { FormValues } from "./rules.ts";
import { asShown, overtakenBy } from "./usecases.server.ts";

const app = testApp();
const HERE = "sma-32-03" as AreaId;
const OFFICE = "0198f2a0-0000-7000-8000-000000000001" as OrganisationId;
const clerk: Actor = {
  kind: "person",
  userId: "u-clerk" as UserId,
  name: "clerk",
  memberships: [{ organisationId: OFFICE, role: "coordinator", areas: [HERE] }],
  reach: [HERE],
};
const lecture = {
  title: "出前講座",
  fineKind: "outreach_lecture",
  organisations: [{ role: "lead", name: "保健所" }],
  whoActs: ["workplace", "person"],
};

beforeAll(async () => {
  await loadReferenceAreas(app);
});

const to = [app, clerk, HERE] as const;
const initiative = async () =>
  expectOk(await createInitiative(...to, { title: "事業", fineKind: "outreach_lecture" }));

/** A kind: one of it with a text, its form, and saving it with another text. */
type Kind = Readonly<{
  make: () => Promise<string>;
  values: (id: string) => Promise<FormValues>;
  field: string;
  save: (id: string, change: object) => Promise<Result<unknown>>;
}>;
const issue = { title: "血圧", description: "1行\r\n2行", seenIn: "2020" };
const target = {
  item: "関心",
  direction: "at_least",
  baselineYear: "2024",
  baselineValue: "40.5",
  targetYear: "2030",
  targetValue: "60",
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

const KINDS: Readonly<Record<string, Kind>> = {
  issue: {
    make: async () => expectOk(await createIssue(...to, issue)).id,
    values: async (id) => issueValues(expectOk(await getIssue(...to, id)).issue),
    field: "description",
    save: (id, change) => saveIssue(...to, id, { ...issue, ...change }),
  },
  goal: {
    make: async () => expectOk(await createGoal(...to, { title: "相談できる" })).id,
    values: async (id) => goalValues(expectOk(await getGoal(...to, id)).goal),
    field: "title",
    save: (id, change) => saveGoal(...to, id, change),
  },
  target: {
    make: async () => (expectOk(await saveTarget(...to, target)) as { id: string }).id,
    values: async (id) =>
      targetValues(expectOk(await readPlan(...to)).skeleton.targets.find((one) => one.id === id)!),
    field: "item",
    save: (id, change) => saveTarget(...to, { ...target, ...change }, { id }),
  },
  initiative: {
    make: async () => expectOk(await createInitiative(...to, lecture)).id,
    values: async (id) => initiativeValues(expectOk(await getInitiative(...to, id)).initiative),
    field: "audience",
    save: (id, change) => saveInitiative(...to, id, { ...lecture, ...change }),
  },
  measure: {
    make: async () => expectOk(await addMeasure(...to, (await initiative()).id, measure)).id,
    values: async (id) => measureValues(expectOk(await getMeasure(...to, id)).measure),
    field: "name",
    save: (id, change) => saveMeasure(...to, id, { ...measure, ...change }),
  },
  activity: {
    make: async () => (expectOk(await enterActivity(...to, activity)) as { id: string }).id,
    values: async (id) => formValuesOf(expectOk(await getActivity(...to, id))),
    field: "result",
    save: (id, change) => saveActivity(...to, id, { ...activity, ...change }),
  },
  evaluation: {
    make: async () =>
      expectOk(await evaluate(...to, { ...evaluation, initiativeId: (await initiative()).id })).id,
    values: async (id) => evaluationValues(expectOk(await getEvaluation(...to, id))),
    field: "finding",
    save: (id, change) => saveEvaluation(...to, id, { ...evaluation, ...change }),
  },
};

it.each(Object.entries(KINDS))(
  "tells who would save over another's text of the same %s",
  async (_kind, one) => {
    const id = await one.make();
    const { shown } = asShown(await one.values(id));
    const save = (text: string, seen = shown) => one.save(id, { [one.field]: text, shown: seen });
    const both = await Promise.all([save("わたしの文"), save("あなたの文")]);
    const first = both[0].ok ? "わたしの文" : "あなたの文";
    expect(both.filter((sent) => sent.ok)).toHaveLength(1);
    expect(both.find((sent) => !sent.ok)).toMatchObject({ error: { kind: "conflict" } });
    // Nothing is lost, and sent once more the same is no quarrel.
    expect((await one.values(id))[one.field]).toBe(first);
    expectOk(await save(first));
    // Who is told what stands now may save after all.
    const now = await one.values(id);
    const told = overtakenBy({ ...now, [one.field]: "ふたりの文" }, now);
    expect(told.fields).toEqual([[one.field, first]]);
    expectOk(await save("ふたりの文", told.shown));
    expect((await one.values(id))[one.field]).toBe("ふたりの文");
  },
);

it("says nothing of line ends that a browser sends another way", () => {
  expect(overtakenBy({ description: "1行\r\n2行\r\n" }, { description: "1行\n2行" }).fields).toEqual([]);
});
