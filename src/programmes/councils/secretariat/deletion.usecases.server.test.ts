import { beforeAll, describe, expect, it } from "vitest";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import type { App } from "#platform/app.ts";
import { db, withRows } from "#platform/db/rows.ts";
import { fixedClock } from "#platform/kernel/clock.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { testApp } from "#test/app.ts";
import { person } from "#test/person.ts";
import { listParents } from "../bodies/body-tree.queries.server.ts";
import { listBodies } from "../bodies/member.usecases.server.ts";
import { decide } from "../meetings/decision.commands.server.ts";
import { listMeetings } from "../meetings/meeting.usecases.server.ts";
import { readMeeting } from "../meetings/meeting-view.queries.server.ts";
import { addReport } from "../meetings/paper.usecases.server.ts";
import { COUNCIL_THINGS, type CouncilThing } from "../model/body.schema.ts";
import { makeBody, makeMeeting, makeMember } from "../testing.ts";
import { pageOf } from "./deletion.present.ts";
import { deleteThing, listDeleted, readRestored, restoreThing } from "./deletion.usecases.server.ts";

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
  ids.body = await makeBody(app, clerk, HERE);
  ids.member = await makeMember(app, clerk, HERE, ids.body, { organisation: "商工会議所" });
  ids.meeting = await makeMeeting(app, clerk, HERE, ids.body, ["2026-11-20"]);
  const target = { area: HERE, meeting: ids.meeting };
  ids.paper = expectOk(await addReport(app, clerk, target, { title: "報告" })).id;
  const decision = { text: "集める", makes: "task", owner: "商工会議所" };
  const made = expectOk(await decide(app, clerk, target, decision));
  ids.decision = made.id;
  ids.task = made.madeId!;
});

/** What of these things a member sees, in one list. */
async function seen(): Promise<string[]> {
  const bodies = expectOk(await listBodies(app, member, { area: HERE }));
  const meetings = expectOk(await listMeetings(app, member, { area: HERE }));
  const view = await readMeeting(app, member, { area: HERE, meeting: ids.meeting });
  const parts = view.ok ? [...view.value.papers, ...view.value.decisions, ...view.value.tasks] : [];
  return [...bodies, ...bodies.flatMap((body) => body.members), ...meetings, ...parts].map((one) => one.id);
}

describe("what was deleted", () => {
  it.each(COUNCIL_THINGS)("%s is gone, listed, and can be brought back for 30 days", async (thing) => {
    const all = await seen();
    const target = { area: HERE, id: ids[thing] };
    expect(all).toContain(ids[thing]);
    expect(await deleteThing[thing](app, member, target)).toMatchObject({
      error: { kind: "forbidden" },
    });
    expectOk(await deleteThing[thing](app, clerk, target));
    expect(await seen()).not.toContain(ids[thing]);
    expect(expectOk(await listDeleted(app, clerk, { area: HERE }))).toMatchObject([
      { thing, id: ids[thing] },
    ]);
    expect(await restoreThing(later(31), clerk, { ...target, thing })).toMatchObject({
      error: { kind: "conflict" },
    });
    expect(expectOk(await readRestored(app, clerk, { ...target, thing }))).toBeUndefined();
    expectOk(await restoreThing(later(30), clerk, { ...target, thing }));
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
      const found = expectOk(await readRestored(app, clerk, { area: HERE, thing, id: ids[thing] }))!;
      expect([found.title, pageOf("x", found)]).toEqual([places[thing][0], `x/${places[thing][1]}`]);
      expect(found.gone).toBeUndefined();
    }
    expectOk(await restoreThing(app, clerk, { area: HERE, thing: "body", id: ids.body }));
    expect(await restoreThing(app, clerk, { area: HERE, thing: "body", id: ids.task })).toMatchObject({
      error: { kind: "not-found" },
    });
  });

  it("is looked at by who edits alone, and looking is not written down as a change", async () => {
    const entries = () =>
      withRows(app.db, { actor: "<test>", areas: "all" }, (tx) =>
        db(tx).selectFrom("audit_entry").select("id").where("area_id", "=", HERE).execute(),
      );
    const before = await entries();
    expectOk(await listDeleted(app, clerk, { area: HERE }));
    expectOk(await readRestored(app, clerk, { area: HERE, thing: "body", id: ids.body }));
    expectOk(await listParents(app, clerk, { area: HERE }));
    expect(await entries()).toEqual(before);
    for (const look of [listDeleted, listParents])
      expect(await look(app, member, { area: HERE })).toMatchObject({ error: { kind: "forbidden" } });
  });

  it("says what hides it still, however far out", async () => {
    const paper = { area: HERE, thing: "paper", id: ids.paper } as const;
    expectOk(await deleteThing.paper(app, clerk, paper));
    expectOk(await deleteThing.body(app, clerk, { area: HERE, id: ids.body }));
    expectOk(await restoreThing(app, clerk, paper));
    expect(expectOk(await readRestored(app, clerk, paper))).toMatchObject({
      title: "報告",
      gone: { thing: "body", title: "協議会" },
    });
  });
});
