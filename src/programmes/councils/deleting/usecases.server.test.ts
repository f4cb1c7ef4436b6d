import { beforeAll, describe, expect, it } from "vitest";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import type { App } from "#platform/app.ts";
import { db, withRows } from "#platform/db/rows.ts";
import { fixedClock } from "#platform/kernel/clock.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { testApp } from "#test/app.ts";
import { person } from "#test/person.ts";
import { listParents, saveBody } from "../bodies/usecases.server.ts";
import { decide } from "../meetings/decisions/usecases.server.ts";
import { addReport } from "../meetings/papers/usecases.server.ts";
import { readMeeting } from "../meetings/reading/usecases.server.ts";
import { listMeetings, planMeeting } from "../meetings/usecases.server.ts";
import { COUNCIL_THINGS, type CouncilThing } from "../schema.ts";
import { listBodies, saveMember } from "../usecases.server.ts";
import { pageOf } from "./present.ts";
import {
  listDeletedOfCouncil,
  readRestoredToCouncil,
  removeFromCouncil,
  restoreToCouncil,
} from "./usecases.server.ts";

const app = testApp();
const HERE = "sma-32-03" as AreaId;
const clerk = person("coordinator", HERE);
const member = person("member", HERE);
const later = (days: number): App => ({
  ...app,
  clock: fixedClock(new Date(app.clock.now().getTime() + days * 86_400_000).toISOString()),
});

const ids = {} as Record<CouncilThing, string>;
beforeAll(async () => {
  await loadReferenceAreas(app);
  ids.body = expectOk(await saveBody(app, clerk, HERE, { kind: "area_council", name: "協議会" })).id;
  const member = { bodyId: ids.body, organisation: "商工会議所", sector: "commerce" };
  ids.member = expectOk(await saveMember(app, clerk, HERE, member)).id;
  const slots = [{ day: "2026-11-20", startsAt: "10:00", endsAt: "11:00" }];
  const meeting = { bodyId: ids.body, title: "第1回", slots };
  ids.meeting = expectOk(await planMeeting(app, clerk, HERE, meeting)).id;
  ids.paper = expectOk(await addReport(app, clerk, HERE, ids.meeting, { title: "報告" })).id;
  const decision = { text: "集める", makes: "task", owner: "商工会議所" };
  const made = expectOk(await decide(app, clerk, HERE, ids.meeting, decision));
  ids.decision = made.id;
  ids.task = made.madeId!;
});

/** What of these things a member sees, in one list. */
async function seen(): Promise<string[]> {
  const bodies = expectOk(await listBodies(app, member, HERE));
  const meetings = expectOk(await listMeetings(app, member, HERE));
  const view = await readMeeting(app, member, HERE, ids.meeting);
  const parts = view.ok ? [...view.value.papers, ...view.value.decisions, ...view.value.tasks] : [];
  return [...bodies, ...bodies.flatMap((body) => body.members), ...meetings, ...parts].map((one) => one.id);
}

describe("what was deleted", () => {
  it.each(COUNCIL_THINGS)("%s is gone, listed, and can be brought back for 30 days", async (thing) => {
    const all = await seen();
    expect(all).toContain(ids[thing]);
    expect(await removeFromCouncil(app, member, HERE, thing, ids[thing])).toMatchObject({
      error: { kind: "forbidden" },
    });
    expectOk(await removeFromCouncil(app, clerk, HERE, thing, ids[thing]));
    expect(await seen()).not.toContain(ids[thing]);
    expect(expectOk(await listDeletedOfCouncil(app, clerk, HERE))).toMatchObject([{ thing, id: ids[thing] }]);
    expect(await restoreToCouncil(later(31), clerk, HERE, thing, ids[thing])).toMatchObject({
      error: { kind: "conflict" },
    });
    expect(expectOk(await readRestoredToCouncil(app, clerk, HERE, thing, ids[thing]))).toBeUndefined();
    expectOk(await restoreToCouncil(later(30), clerk, HERE, thing, ids[thing]));
    expect(await seen()).toEqual(all);
  });

  it("is named once it is back, with the page where it is seen", async () => {
    const places: Record<CouncilThing, [string, string]> = {
      body: ["協議会", `bodies/${ids.body}`],
      member: ["商工会議所", `bodies/${ids.body}`],
      meeting: ["第1回", `meetings/${ids.meeting}`],
      paper: ["報告", `meetings/${ids.meeting}#paper-${ids.paper}`],
      decision: ["集める", `meetings/${ids.meeting}#decision-${ids.decision}`],
      task: ["集める", `meetings/${ids.meeting}#task-${ids.task}`],
    };
    for (const thing of COUNCIL_THINGS) {
      const found = expectOk(await readRestoredToCouncil(app, clerk, HERE, thing, ids[thing]))!;
      expect([found.title, pageOf("x", found)]).toEqual([places[thing][0], `x/${places[thing][1]}`]);
      expect(found.gone).toBeUndefined();
    }
    expectOk(await restoreToCouncil(app, clerk, HERE, "body", ids.body));
    expect(await restoreToCouncil(app, clerk, HERE, "body", ids.task)).toMatchObject({
      error: { kind: "not-found" },
    });
  });

  it("is looked at by who edits alone, and looking is not written down as a change", async () => {
    const entries = () =>
      withRows(app.db, { actor: "<test>", areas: "all" }, (tx) =>
        db(tx).selectFrom("audit_entry").select("id").where("area_id", "=", HERE).execute(),
      );
    const before = await entries();
    expectOk(await listDeletedOfCouncil(app, clerk, HERE));
    expectOk(await readRestoredToCouncil(app, clerk, HERE, "body", ids.body));
    expectOk(await listParents(app, clerk, HERE));
    expect(await entries()).toEqual(before);
    for (const look of [listDeletedOfCouncil, listParents])
      expect(await look(app, member, HERE)).toMatchObject({ error: { kind: "forbidden" } });
  });

  it("says what hides it still, however far out", async () => {
    expectOk(await removeFromCouncil(app, clerk, HERE, "paper", ids.paper));
    expectOk(await removeFromCouncil(app, clerk, HERE, "body", ids.body));
    expectOk(await restoreToCouncil(app, clerk, HERE, "paper", ids.paper));
    expect(expectOk(await readRestoredToCouncil(app, clerk, HERE, "paper", ids.paper))).toMatchObject({
      title: "報告",
      gone: { thing: "body", title: "協議会" },
    });
  });
});
