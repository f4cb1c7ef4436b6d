import { beforeAll, describe, expect, it } from "vitest";
import { service } from "#foundation/actors/public.ts";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { getInitiative, getIssue, readPlan } from "#programmes/plan/public.ts";
import { testApp } from "#test/app.ts";
import { person } from "#test/person.ts";
import { saveBody } from "../../bodies/usecases.server.ts";
import { readMeeting } from "../reading/usecases.server.ts";
import { planMeeting } from "../usecases.server.ts";
import { decide, finishTask } from "./usecases.server.ts";

const HERE = "sma-32-03" as AreaId;
const STAFF = service("test");
const clerk = person("coordinator", HERE);
const app = testApp();
beforeAll(() => loadReferenceAreas(app));

async function held(): Promise<string> {
  const { id: bodyId } = expectOk(await saveBody(app, STAFF, HERE, { kind: "area_council", name: "協議会" }));
  const slots = [{ day: "2026-11-20", startsAt: "10:00", endsAt: "11:00" }];
  return expectOk(await planMeeting(app, STAFF, HERE, { bodyId, title: "第1回", slots })).id;
}

describe("a decision", () => {
  it("makes an issue, an initiative or a task that points back to it", async () => {
    const id = await held();
    const issue = expectOk(await decide(app, STAFF, HERE, id, { text: "働き盛りの血圧", makes: "issue" }));
    const work = { text: "減塩の出前講座を行う", makes: "initiative", fineKind: "outreach_lecture" };
    const initiative = expectOk(await decide(app, STAFF, HERE, id, work));
    const task = { text: "案をつくる", makes: "task", owner: "保健所", dueOn: "2026-12-10" };
    const made = expectOk(await decide(app, STAFF, HERE, id, task));
    const ofPlan = (madeId: string | null) => ({ area: HERE, id: madeId! });
    expect(expectOk(await getIssue(app, clerk, ofPlan(issue.madeId))).issue.origin).toMatchObject({
      kind: "decision",
      id: issue.id,
      label: "第1回",
    });
    const found = expectOk(await getInitiative(app, clerk, ofPlan(initiative.madeId))).initiative;
    expect(found).toMatchObject({ title: "減塩の出前講座を行う", origin: { id: initiative.id } });
    expectOk(await finishTask(app, STAFF, HERE, made.madeId!, true));
    const view = expectOk(await readMeeting(app, STAFF, HERE, id));
    expect(view.decisions.map((one) => one.madeKind)).toEqual(["issue", "initiative", "task"]);
    expect(view.tasks).toMatchObject([{ owner: "保健所", dueOn: "2026-12-10", doneAt: expect.any(Date) }]);
    expect(await decide(app, STAFF, HERE, id, { ...work, fineKind: "nonsense" })).toMatchObject({
      ok: false,
    });
    expect(expectOk(await readMeeting(app, STAFF, HERE, id)).decisions).toHaveLength(3);
  });

  it("that was sent twice at once is one, with one issue", async () => {
    const id = await held();
    const onceKey = "0198f2a0-0000-7000-8000-00000000000d";
    const send = () => decide(app, STAFF, HERE, id, { text: "若い人の血圧", makes: "issue" }, onceKey);
    for (const sent of await Promise.all([send(), send()])) expect(expectOk(sent).id).toBe(onceKey);
    const { decisions } = expectOk(await readMeeting(app, STAFF, HERE, id));
    const issues = expectOk(await readPlan(app, clerk, { area: HERE })).chains.flatMap(({ issue }) =>
      issue?.title === "若い人の血圧" ? [issue] : [],
    );
    expect(decisions).toMatchObject([{ id: onceKey, madeKind: "issue", madeId: issues[0]!.id }]);
    expect(issues).toHaveLength(1);
  });
});
