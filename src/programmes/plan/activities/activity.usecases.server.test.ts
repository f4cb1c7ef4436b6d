import { beforeAll, describe, expect, it } from "vitest";
import type { Actor, Role } from "#foundation/actors/public.ts";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import type { AreaId, OrganisationId, UserId } from "#platform/kernel/ids.ts";
import { plainDate } from "#platform/kernel/plain-date.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { type ListPage, readList } from "#platform/lists/list.ts";
import { testApp } from "#test/app.ts";
import { withPermit } from "#test/permit.ts";
import { removePart } from "../deleting/plan-part.usecases.server.ts";
import { ACTIVITY_LIST } from "../model/activity.present.ts";
import type { Activity } from "../model/activity.schema.ts";
import {
  enterActivity,
  getActivity,
  listActivities,
  recordActivity,
  saveActivity,
  withdrawActivity,
  yearTable,
} from "./activity.usecases.server.ts";

const app = testApp();
const HERE = "sma-32-03" as AreaId;
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
const supporter = person("provider", CHAMBER);
const inArea = { area: HERE };
const ofChamber = { area: HERE, organisation: CHAMBER };
const activity = (change: object = {}) => ({
  kind: "outreach_lecture",
  title: "血圧と心の健康",
  from: "2026-11-10",
  host: "商工会議所",
  sessions: "1",
  participants: "12",
  ...change,
});

beforeAll(async () => {
  await loadReferenceAreas(app);
});

describe("activities", () => {
  it("asks about a figure far from its past, and takes it when it is meant", async () => {
    for (const participants of ["20", "22", "25"])
      expectOk(await enterActivity(app, secretariat, inArea, activity({ kind: "visit", participants })));
    const odd = activity({ kind: "visit", participants: "900" });
    const asked = await enterActivity(app, secretariat, inArea, odd);
    expect(asked).toMatchObject({
      error: { kind: "question", fields: { participants: [expect.stringContaining("900人")] } },
    });
    const { sure } = (asked as unknown as { error: { sure: string } }).error;
    // What was confirmed is that figure, and no other.
    const other = { ...odd, participants: "9000", sure };
    expect(await enterActivity(app, secretariat, inArea, other)).toMatchObject({
      error: { kind: "question" },
    });
    expectOk(await enterActivity(app, secretariat, inArea, { ...odd, sure }));
  });

  it("lets a member enter and change the own organisation's, and no other's", async () => {
    const { id } = expectOk(await enterActivity(app, member, ofChamber, activity()));
    const one = { area: HERE, id };
    expectOk(await saveActivity(app, member, one, activity({ participants: "13" })));
    const refused = { error: { kind: "forbidden" } };
    const ofOffice = { area: HERE, organisation: OFFICE };
    expect(await enterActivity(app, member, ofOffice, activity())).toMatchObject(refused);
    expect(await enterActivity(app, member, inArea, activity())).toMatchObject(refused);
    const foreign = expectOk(await enterActivity(app, secretariat, ofOffice, activity()));
    expect(await saveActivity(app, member, { area: HERE, id: foreign.id }, activity())).toMatchObject(
      refused,
    );
    // Nor may it be handed to another, whatever the form says.
    expectOk(await saveActivity(app, member, one, activity({ hostOrganisationId: OFFICE })));
    expect(expectOk(await getActivity(app, member, one)).activity.hostOrganisationId).toBe(CHAMBER);
    expect(await removePart(app, member, { ...one, kind: "activity" })).toMatchObject(refused);
  });

  it("counts what another module pushes once, follows its correction and its withdrawal", async () => {
    const push = (participants: number) =>
      withPermit(
        app,
        supporter,
        (work) =>
          recordActivity(work, HERE, {
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
        HERE,
      );
    const counted = async () =>
      expectOk(await yearTable(app, secretariat, { area: HERE, from: 2026, to: 2026 })).find(
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
    const withdraw = (actor: Actor) =>
      withPermit(app, actor, (work) => withdrawActivity(work, HERE, "support", "request-1"), HERE);
    expect(await withdraw(member)).toMatchObject({ error: { kind: "forbidden" } });
    expectOk(await withdraw(secretariat));
    expect(await counted()).toBe(undefined);
    expect(await push(-1)).toMatchObject({ error: { kind: "invalid" } });
  });

  it("pages by key without losing or repeating any", async () => {
    const area = "sma-32-04" as AreaId;
    const clerk = person("coordinator", OFFICE, area);
    for (let index = 0; index < 120; index += 1)
      expectOk(await enterActivity(app, clerk, { area }, activity({ from: `2026-0${5 + (index % 3)}-10` })));
    const seen: string[] = [];
    let after: string | undefined = "";
    while (after !== undefined) {
      const list = readList(ACTIVITY_LIST, new URLSearchParams({ after }));
      const page: ListPage<Activity> = expectOk(await listActivities(app, clerk, { area, list })).page;
      seen.push(...page.rows.map((one) => one.id));
      after = page.after;
    }
    expect(seen).toHaveLength(120);
    expect(new Set(seen).size).toBe(120);
  });
});
