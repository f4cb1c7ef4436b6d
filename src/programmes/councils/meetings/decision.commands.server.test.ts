import { beforeAll, describe, expect, it } from "vitest";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import { fingerprintOf } from "#platform/kernel/fingerprint.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { getInitiative, getIssue, readPlan } from "#programmes/plan/public.ts";
import { testApp } from "#test/app.ts";
import { person } from "#test/person.ts";
import { makeBody, makeMeeting } from "../testing.ts";
import { decide, finishTask, reopenTask, saveTask } from "./decision.commands.server.ts";
import { readMeeting } from "./meeting-view.queries.server.ts";

const HERE = "sma-32-03" as AreaId;
const clerk = person("coordinator", HERE);
const app = testApp();
beforeAll(() => loadReferenceAreas(app));

const held = async () => ({
  area: HERE,
  meeting: await makeMeeting(app, clerk, HERE, await makeBody(app, clerk, HERE), ["2026-11-20"]),
});

describe("a decision", () => {
  it("makes an issue, an initiative or a task that points back to it", async () => {
    const target = await held();
    const issue = expectOk(await decide(app, clerk, target, { text: "働き盛りの血圧", makes: "issue" }));
    const work = { text: "減塩の出前講座を行う", makes: "initiative", fineKind: "outreach_lecture" };
    const initiative = expectOk(await decide(app, clerk, target, work));
    const task = { text: "案をつくる", makes: "task", owner: "保健所", dueOn: "2026-12-10" };
    const made = expectOk(await decide(app, clerk, target, task));
    const ofPlan = (madeId: string | null) => ({ area: HERE, id: madeId! });
    expect(expectOk(await getIssue(app, clerk, ofPlan(issue.madeId))).issue.origin).toMatchObject({
      kind: "decision",
      id: issue.id,
      label: "第1回",
    });
    const found = expectOk(await getInitiative(app, clerk, ofPlan(initiative.madeId))).initiative;
    expect(found).toMatchObject({ title: "減塩の出前講座を行う", origin: { id: initiative.id } });
    expectOk(await finishTask(app, clerk, { ...target, id: made.madeId! }));
    const view = expectOk(await readMeeting(app, clerk, target));
    expect(view.decisions.map((one) => one.madeKind)).toEqual(["issue", "initiative", "task"]);
    expect(view.tasks).toMatchObject([{ owner: "保健所", dueOn: "2026-12-10", done: true }]);
    expect(await decide(app, clerk, target, { ...work, fineKind: "nonsense" })).toMatchObject({
      ok: false,
    });
    expect(expectOk(await readMeeting(app, clerk, target)).decisions).toHaveLength(3);
  });

  it("that was sent twice at once is one, with one issue", async () => {
    const target = await held();
    const once = "0198f2a0-0000-7000-8000-00000000000d";
    const send = () => decide(app, clerk, target, { text: "若い人の血圧", makes: "issue", once });
    const [first, second] = (await Promise.all([send(), send()])).map(expectOk);
    expect(second).toEqual(first);
    const { decisions } = expectOk(await readMeeting(app, clerk, target));
    const issues = expectOk(await readPlan(app, clerk, { area: HERE })).chains.flatMap(({ issue }) =>
      issue?.title === "若い人の血圧" ? [issue] : [],
    );
    expect(decisions).toMatchObject([{ id: first!.id, madeKind: "issue", madeId: issues[0]!.id }]);
    expect(issues).toHaveLength(1);
  });
});

describe("a task", () => {
  const task = async (target: Awaited<ReturnType<typeof held>>) => {
    const made = expectOk(await decide(app, clerk, target, { text: "案をつくる", makes: "task" }));
    return { ...target, id: made.madeId! };
  };

  it("is finished and reopened under its own meeting alone", async () => {
    const [target, other] = [await held(), await held()];
    const own = await task(target);
    const done = async () => expectOk(await readMeeting(app, clerk, target)).tasks.map((one) => one.done);
    for (const act of [finishTask, reopenTask])
      expect(await act(app, clerk, { ...own, ...other })).toMatchObject({ error: { kind: "not-found" } });
    expectOk(await finishTask(app, clerk, own));
    expect(await done()).toEqual([true]);
    expectOk(await reopenTask(app, clerk, own));
    expect(await done()).toEqual([false]);
  });

  it("is not saved over what somebody else has saved meanwhile", async () => {
    const own = await task(await held());
    const seen = fingerprintOf({ text: "案をつくる", owner: "", dueOn: "" });
    const save = (text: string) => saveTask(app, clerk, own, { text, owner: "", dueOn: "", seen });
    expectOk(await save("案を配る"));
    expectOk(await save("案を配る"));
    expect(await save("案を捨てる")).toMatchObject({
      error: { kind: "overtaken", now: { text: "案を配る" } },
    });
  });
});
