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
import { addAgendaItem } from "../meetings/agenda.commands.server.ts";
import { decide } from "../meetings/decision.commands.server.ts";
import { listMeetings } from "../meetings/meeting.usecases.server.ts";
import { readMeeting } from "../meetings/meeting-view.queries.server.ts";
import { addReport } from "../meetings/paper.usecases.server.ts";
import { COUNCIL_PARTS, type CouncilPart } from "../model/body.schema.ts";
import { addPast, listPast } from "../past/past.usecases.server.ts";
import { makeBody, makeMeeting, makeMember } from "../testing.ts";
import {
  councilDeletions,
  listDeleted,
  readRestored,
  removePart,
  restorePart,
} from "./council-part.usecases.server.ts";

const app = testApp();
const HERE = "sma-32-03" as AreaId;
const clerk = person("coordinator", HERE);
const member = person("member", HERE);
const later = (days: number): App => ({
  ...app,
  clock: fixedClock(new Date(app.clock.now().getTime() + days * 86_400_000).toISOString()),
});

const ids = {} as Record<CouncilPart, string>;
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
  expectOk(await addAgendaItem(app, clerk, target, { title: "議題の一" }));
  ids.agenda = expectOk(await readMeeting(app, clerk, target)).agenda[0]!.id;
  const past = { kind: "event", fiscalYear: "2003", text: "協議会を置いた" };
  ids.past = expectOk(await addPast(app, clerk, { area: HERE }, past)).id;
});

/** What of these things a member sees, in one list. */
async function seen(): Promise<string[]> {
  const bodies = expectOk(await listBodies(app, member, { area: HERE }));
  const meetings = expectOk(await listMeetings(app, member, { area: HERE }));
  const view = await readMeeting(app, member, { area: HERE, meeting: ids.meeting });
  const parts = view.ok
    ? [...view.value.papers, ...view.value.decisions, ...view.value.tasks, ...view.value.agenda]
    : [];
  const past = expectOk(await listPast(app, member, { area: HERE })).events;
  const whole = [...bodies, ...bodies.flatMap((body) => body.members), ...meetings, ...parts, ...past];
  return whole.map((one) => one.id);
}

describe("what was deleted", () => {
  it.each(COUNCIL_PARTS)("%s is gone, listed, and can be brought back for 30 days", async (kind) => {
    const all = await seen();
    const target = { area: HERE, id: ids[kind] };
    expect(all).toContain(ids[kind]);
    expect(await removePart[kind](app, member, target)).toMatchObject({
      error: { kind: "forbidden" },
    });
    expectOk(await removePart[kind](app, clerk, target));
    expect(await seen()).not.toContain(ids[kind]);
    expect(expectOk(await listDeleted(app, clerk, { area: HERE }))).toMatchObject([{ kind, id: ids[kind] }]);
    expect(await restorePart(later(31), clerk, { ...target, kind })).toMatchObject({
      error: { kind: "conflict" },
    });
    expect(expectOk(await readRestored(app, clerk, { ...target, kind }))).toBeUndefined();
    expectOk(await restorePart(later(30), clerk, { ...target, kind }));
    expect(await seen()).toEqual(all);
  });

  it("is named once it is back, with the page where it is seen", async () => {
    const places: Record<CouncilPart, [string, string]> = {
      body: ["見本の協議会", `bodies/${ids.body}`],
      member: ["商工会議所", `bodies/${ids.body}`],
      meeting: ["第1回", `meetings/${ids.meeting}`],
      paper: ["報告", `meetings/${ids.meeting}#paper-${ids.paper}`],
      decision: ["集める", `meetings/${ids.meeting}#decision-${ids.decision}`],
      task: ["集める", `meetings/${ids.meeting}#task-${ids.task}`],
      agenda: ["議題の一", `meetings/${ids.meeting}#agenda-${ids.agenda}`],
      past: ["協議会を置いた", `past#past-${ids.past}`],
    };
    for (const kind of COUNCIL_PARTS) {
      const found = expectOk(await readRestored(app, clerk, { area: HERE, kind, id: ids[kind] }))!;
      expect([found.title, councilDeletions.pageOf("x", found)]).toEqual([
        places[kind][0],
        `x/${places[kind][1]}`,
      ]);
      expect(found.gone).toBeUndefined();
    }
    expectOk(await restorePart(app, clerk, { area: HERE, kind: "body", id: ids.body }));
    expect(await restorePart(app, clerk, { area: HERE, kind: "body", id: ids.task })).toMatchObject({
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
    expectOk(await readRestored(app, clerk, { area: HERE, kind: "body", id: ids.body }));
    expectOk(await listParents(app, clerk, { area: HERE }));
    expect(await entries()).toEqual(before);
    for (const look of [listDeleted, listParents])
      expect(await look(app, member, { area: HERE })).toMatchObject({ error: { kind: "forbidden" } });
  });

  it("says what hides it still, however far out", async () => {
    const paper = { area: HERE, kind: "paper", id: ids.paper } as const;
    expectOk(await removePart.paper(app, clerk, paper));
    expectOk(await removePart.body(app, clerk, { area: HERE, id: ids.body }));
    expectOk(await restorePart(app, clerk, paper));
    expect(expectOk(await readRestored(app, clerk, paper))).toMatchObject({
      title: "報告",
      gone: { kind: "body", title: "見本の協議会" },
    });
  });
});
