import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Example, ExamplePlace, Examples } from "#foundation/authority/testing.ts";
import { newImportId } from "#foundation/tables/public.ts";
import { newId } from "#platform/kernel/ids.ts";
import { expectOk, type Result } from "#platform/kernel/result.ts";
import type { Wish } from "#platform/tables/import.ts";
import { columnField } from "#platform/tables/messages.ts";
import { meaningValue } from "#platform/tables/present.ts";
import { enterActivity, getActivity } from "./activities/activity.usecases.server.ts";
import { addActivityFiles, removeActivityFile } from "./activities/activity-file.usecases.server.ts";
import { evaluate } from "./chain/evaluation.usecases.server.ts";
import { createGoal } from "./chain/goal.usecases.server.ts";
import { createIssue } from "./chain/issue.usecases.server.ts";
import { createPillar } from "./chain/pillar.usecases.server.ts";
import { createTarget } from "./chain/target.usecases.server.ts";
import { planComments } from "./comments/comment.usecases.server.ts";
import { removePart } from "./deleting/plan-part.usecases.server.ts";
import {
  beginActivityImport,
  cancelActivityImport,
  runActivityImport,
  withdrawActivityImport,
} from "./import/activity-import.usecases.server.ts";
import { createInitiative } from "./initiatives/initiative.usecases.server.ts";
import { addMeasure } from "./initiatives/measure.usecases.server.ts";
import type { PlanPart } from "./model/plan.schema.ts";

type Maker = (place: ExamplePlace) => Promise<Example | undefined>;

const ISSUE = { title: "見本の健康課題" };
const GOAL = { title: "見本の目標" };
const PILLAR = { title: "見本の柱" };
const TARGET = {
  item: "見本の目標値",
  direction: "at_least",
  baselineYear: 2020,
  baselineValue: "40",
  targetYear: 2030,
  targetValue: "60",
};
const INITIATIVE = { title: "見本の事業", fineKind: "training" };
const MEASURE = { kind: "output", name: "参加者", unit: "人" };
const VALUE = { fiscalYear: 2021, value: "41" };
const EVALUATION = { fiscalYear: 2021, kind: "process", finding: "見本" };
const ACTIVITY = { kind: "training", title: "見本の研修会", from: "2021-06-10", host: "保健所" };
const ORIGIN = { origin: { kind: "decision", id: "1", label: "会議", path: "meetings/1" } };
const file = () => new File([Buffer.from("ffd8ffe000104a46", "hex")], "写真.jpg");
const HEAD = ["日付", "種類", "名称", "主催", "参加者数"];
const tableRow = () => ["2009-06-12", "研修会", newId() as string, "保健所", "24"];

/** Of all rows of a kind there is nothing that could have ended. */
const inArea =
  (input?: unknown, more: Readonly<Record<string, unknown>> = {}): Maker =>
  async ({ area, state }) =>
    state === "standing" ? { target: { area, ...more }, input } : undefined;

const by = ({ app, secretariat, area }: ExamplePlace) => [app, secretariat, { area }] as const;

/** A row made by the secretariat, and deleted where that is asked for. */
const row =
  (kind: PlanPart, make: (place: ExamplePlace) => Promise<Result<{ id: string }>>) =>
  (input?: unknown, more: Readonly<Record<string, unknown>> = {}): Maker =>
  async (place) => {
    if (place.state === "ended") return undefined;
    const { app, secretariat, area } = place;
    const { id } = expectOk(await make(place));
    if (place.state === "deleted") expectOk(await removePart(app, secretariat, { area, kind, id }));
    return { target: { area, id, ...more }, input };
  };

const newInitiative = (place: ExamplePlace) => createInitiative(...by(place), INITIATIVE);
const issue = row("issue", (place) => createIssue(...by(place), ISSUE));
const goal = row("goal", (place) => createGoal(...by(place), GOAL));
const pillar = row("pillar", (place) => createPillar(...by(place), PILLAR));
const target = row("target", (place) => createTarget(...by(place), TARGET));
const initiative = row("initiative", newInitiative);
const measure = row("measure", async (place) => {
  const { id } = expectOk(await newInitiative(place));
  return addMeasure(place.app, place.secretariat, { area: place.area, id }, MEASURE);
});
const evaluation = row("evaluation", async (place) => {
  const { id } = expectOk(await newInitiative(place));
  return evaluate(place.app, place.secretariat, { area: place.area, of: "initiative", id }, EVALUATION);
});
const activity = row("activity", ({ app, secretariat, area, organisation }) =>
  enterActivity(app, secretariat, { area, organisation }, ACTIVITY),
);

/** A file of an activity, taken off again where it is to be deleted. */
const activityFile: Maker = async (place) => {
  if (place.state === "ended") return undefined;
  const { app, secretariat, area } = place;
  const made = await activity()({ ...place, state: "standing" });
  const of = { area, id: made!.target.id as string };
  expectOk(await addActivityFiles(app, secretariat, of, { file: file() }));
  const held = { ...of, file: expectOk(await getActivity(app, secretariat, of)).files[0]!.id };
  if (place.state === "deleted") expectOk(await removeActivityFile(app, secretariat, held));
  return { target: held };
};

/** An import of past years, brought as far as that; given up where it is to have ended, else taken back. */
const activityImport =
  (
    wish: Wish,
    { run = wish !== "match", input = () => ({}) }: { run?: boolean; input?: (path: string) => unknown } = {},
  ): Maker =>
  async ({ app, secretariat, area, state }) => {
    const id = newImportId();
    const path = join(await mkdtemp(join(tmpdir(), "yui-import-example-")), "activities.csv");
    await writeFile(path, `${HEAD.join(",")}\n${tableRow().join(",")}\n`);
    const begun = state === "standing" ? wish : state === "ended" ? "check" : "take";
    const file = { path, name: "activities.csv" };
    expectOk(await beginActivityImport(app, secretariat, { id, area }, file, { wish: begun }));
    if (state === "ended") expectOk(await cancelActivityImport(app, secretariat, { area, id }));
    else if (run || state === "deleted") await runActivityImport(app, { id }, path);
    if (state === "deleted") expectOk(await withdrawActivityImport(app, secretariat, { area, id }));
    return { target: { area, id }, input: input(path) };
  };
const matched = Object.fromEntries(
  ["from", "kind", "title", "host", "participants"].map((role, at) => [
    columnField(at),
    meaningValue({ role }),
  ]),
);

/** A comment on an issue, hidden where it is to be deleted. */
const comment: Maker = async (place) => {
  if (place.state === "ended") return undefined;
  const { app, secretariat, area, state } = place;
  const { id } = expectOk(await createIssue(...by(place), ISSUE));
  const of = { area, kind: "issue", id } as const;
  expectOk(await planComments.write(app, secretariat, of, { text: "見本の意見" }));
  const written = expectOk(await planComments.list(app, secretariat, of)).comments[0]!;
  if (state === "deleted") expectOk(await planComments.hide(app, secretariat, { area, id: written.id }));
  return { target: { area, id: written.id } };
};

const anywhere: Maker = async ({ state }) => (state === "standing" ? { target: {} } : undefined);

/** How the role matrix tries each command and query of the plan. */
export const examples: Examples = {
  "plan.find": async ({ area, state }) => (state === "standing" ? { target: { text: area } } : undefined),
  "plan.read": inArea(),
  "plan.publish": inArea(),
  "plan.read-published": inArea(),
  "plan-library.read": anywhere,
  "plan-choice.list": inArea(),
  "issue.read": issue(),
  "issue.create": inArea(ISSUE),
  "issue.decide": inArea({ ...ISSUE, ...ORIGIN }),
  "issue.save": issue(ISSUE),
  "evidence.add": issue({ kind: "finding", text: "見本の根拠" }),
  "pillar.list": inArea(),
  "pillar.create": inArea(PILLAR),
  "pillar.save": pillar(PILLAR),
  "pillar.move": pillar({ place: 0 }),
  "goal.list": inArea(),
  "goal.read": goal(),
  "goal.create": inArea(GOAL),
  "goal.save": goal(GOAL),
  "target.read": target(),
  "target.create": inArea(TARGET),
  "target.save": target(TARGET),
  "target-value.enter": target(VALUE),
  "target-value.take": target({ values: [{ fiscalYear: 2021, value: 41, source: "見本" }] }),
  "initiative.read": initiative(),
  "initiative.create": inArea(INITIATIVE),
  "initiative.decide": inArea({ ...INITIATIVE, ...ORIGIN }),
  "initiative.copy": inArea(undefined, { entry: "source-01" }),
  "initiative.save": initiative(INITIATIVE),
  "measure.read": measure(),
  "measure.create": initiative(MEASURE),
  "measure.save": measure(MEASURE),
  "measure-value.enter": measure(VALUE),
  "evaluation.read": evaluation(),
  "evaluation.write": goal(EVALUATION, { of: "goal" }),
  "evaluation.save": evaluation(EVALUATION),
  "activity.list": inArea(),
  "activity.read": activity(),
  "activity.count": inArea(undefined, { from: 2020, to: 2026 }),
  "activity.enter": async ({ area, organisation, state }) =>
    state === "standing" ? { target: { area, organisation }, input: ACTIVITY } : undefined,
  "activity.save": activity(ACTIVITY),
  "activity-file.read": activityFile,
  "activity-file.add": activity({ file: file() }),
  "activity-file.remove": activityFile,
  "activity-count.list-due": anywhere,
  "activity-count.refresh": inArea({ years: [2021] }),
  "activity-count.take": inArea({ months: [] }),
  "activity-import.begin": async ({ area, state }) =>
    state === "standing"
      ? {
          target: { area, id: newImportId() },
          input: {
            file: {
              name: "activities.csv",
              encoding: "UTF-8",
              delimiter: ",",
              bytes: 80,
              sha256: "0".repeat(64),
              sheets: [],
              sheet: null,
              bands: [
                {
                  from: 1,
                  to: 2,
                  lines: [HEAD, tableRow()].map((cells, index) => ({ line: index + 1, cells })),
                },
              ],
            },
            choices: {},
          },
        }
      : undefined,
  "activity-import.list": inArea(),
  "activity-import.list-under-way": anywhere,
  "activity-import.read": activityImport("take"),
  "activity-import.read-rejected": activityImport("take"),
  "activity-import.match": activityImport("check"),
  "activity-import.check": activityImport("check", { input: () => matched }),
  "activity-import.take": activityImport("check"),
  "activity-import.cancel": activityImport("check"),
  "activity-import.run": activityImport("check", { run: false, input: (path) => ({ path }) }),
  "activity-import.fail": activityImport("check", { run: false, input: () => ({ problem: "見本" }) }),
  "activity-import.withdraw": activityImport("take"),
  "activity-import.restore": activityImport("take"),
  "plan-comment.list": issue(undefined, { kind: "issue" }),
  "plan-comment.list-recent": anywhere,
  "plan-comment.write": issue({ text: "見本の意見" }, { kind: "issue" }),
  "plan-comment.hide": comment,
  "plan-comment.show": comment,
  "plan-comment.settle": comment,
  "plan-comment.reopen": comment,
  "plan-part.remove": issue(undefined, { kind: "issue" }),
  "plan-part.restore": issue(undefined, { kind: "issue" }),
  "plan-part.list-deleted": inArea(),
  "plan-part.read-restored": issue(undefined, { kind: "issue" }),
};

export { pages } from "./page-guards.testing.ts";
