import { beforeAll, expect, it } from "vitest";
import { service } from "#foundation/actors/public.ts";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import { act } from "#foundation/authority/public.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import type { PlainDate } from "#platform/kernel/plain-date.ts";
import { expectOk, ok } from "#platform/kernel/result.ts";
import { testApp } from "#test/app.ts";
import { saveBody } from "../../bodies/usecases.server.ts";
import { saveMember } from "../../usecases.server.ts";
import { cancelMeeting, invite, moveMeeting, planMeeting } from "../usecases.server.ts";
import { meetingsInCalendar } from "./usecases.server.ts";

const HERE = "sma-32-03" as AreaId;
const STAFF = service("test");
const MINE = "Hokenshi@example.jp";
const app = testApp();
beforeAll(() => loadReferenceAreas(app));

const slot = (day: string) => ({ day: day as PlainDate, startsAt: "10:00", endsAt: "11:00" });
const calendar = async (email = MINE, since = "2026-11-22") =>
  expectOk(
    await act(app, STAFF, async (unit) =>
      ok(await meetingsInCalendar(unit, app, HERE, email, since as PlainDate)),
    ),
  ).map((entry) => [entry.day, entry.sequence, entry.cancelled]);

it("shows a member the dated meetings, each change under a higher number", async () => {
  const { id: bodyId } = expectOk(await saveBody(app, STAFF, HERE, { kind: "area_council", name: "協議会" }));
  for (const email of [MINE.toLowerCase(), "other@example.jp"])
    expectOk(await saveMember(app, STAFF, HERE, { bodyId, organisation: "機関", sector: "commerce", email }));
  const plan = async (...days: string[]) =>
    expectOk(await planMeeting(app, STAFF, HERE, { bodyId, title: "第2回", slots: days.map(slot) })).id;
  const id = await plan("2026-12-10");
  await plan("2026-12-14", "2026-12-15");
  expect(await calendar()).toEqual([["2026-12-10", 1, false]]);
  expectOk(await invite(app, STAFF, HERE, id));
  expect(await calendar()).toEqual([["2026-12-10", 1, false]]);
  expectOk(await moveMeeting(app, STAFF, HERE, id, { ...slot("2026-12-11"), place: "" }));
  expect(await calendar()).toEqual([["2026-12-11", 2, false]]);
  expectOk(await cancelMeeting(app, STAFF, HERE, id));
  expect(await calendar()).toEqual([["2026-12-11", 3, true]]);
  expect(await calendar("nobody@example.jp")).toEqual([]);
  expect(await calendar(MINE, "2026-12-12")).toEqual([]);
});

it("shows no meeting that was called off before anybody was told", async () => {
  const { id: bodyId } = expectOk(await saveBody(app, STAFF, HERE, { kind: "working_group", name: "部会" }));
  expectOk(
    await saveMember(app, STAFF, HERE, { bodyId, organisation: "機関", sector: "commerce", email: "x@y.jp" }),
  );
  const input = { bodyId, title: "部会", slots: [slot("2026-12-10")] };
  const { id } = expectOk(await planMeeting(app, STAFF, HERE, input));
  expectOk(await cancelMeeting(app, STAFF, HERE, id));
  expect(await calendar("x@y.jp")).toEqual([]);
});
