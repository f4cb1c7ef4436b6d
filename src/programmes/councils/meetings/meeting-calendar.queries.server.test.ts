import { beforeAll, expect, it } from "vitest";
import { z } from "zod";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import { definePolicy, query, roleHere } from "#foundation/authority/public.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import type { PlainDate } from "#platform/kernel/plain-date.ts";
import { expectOk, ok } from "#platform/kernel/result.ts";
import { testApp } from "#test/app.ts";
import { person } from "#test/person.ts";
import { makeBody, makeMeeting, makeMember, slot } from "../testing.ts";
import { cancelMeeting, invite, moveMeeting } from "./invitation.commands.server.ts";
import { meetingsInCalendar } from "./meeting-calendar.queries.server.ts";

const HERE = "sma-32-03" as AreaId;
const clerk = person("coordinator", HERE);
const MINE = "Hokenshi@example.jp";
const app = testApp();
beforeAll(() => loadReferenceAreas(app));

/** A calendar of another module, which asks for the meetings within its own work. */
const readCalendar = query({
  name: "sample-calendar.read",
  policy: definePolicy({ "sample-calendar.read": roleHere("coordinator") }),
  target: z.object({ email: z.string(), arranges: z.boolean().optional(), since: z.string() }),
  subject: () => ({ type: "calendar", area: HERE }),
  run: async (permit, { email, arranges = false, since }) =>
    ok(await meetingsInCalendar(permit, app, HERE, { email, arranges }, since as PlainDate)),
});
const calendar = async (email = MINE, since = "2026-11-22", arranges = false) =>
  expectOk(await readCalendar(app, clerk, { email, since, arranges })).map((entry) => [
    entry.day,
    entry.sequence,
    entry.cancelled,
  ]);

it("shows a member the dated meetings, each change under a higher number", async () => {
  const bodyId = await makeBody(app, clerk, HERE);
  for (const email of [MINE.toLowerCase(), "other@example.jp"])
    await makeMember(app, clerk, HERE, bodyId, { email });
  const target = { area: HERE, meeting: await makeMeeting(app, clerk, HERE, bodyId, ["2026-12-10"]) };
  await makeMeeting(app, clerk, HERE, bodyId, ["2026-12-14", "2026-12-15"]);
  expect(await calendar()).toEqual([["2026-12-10", 1, false]]);
  expectOk(await invite(app, clerk, target));
  expect(await calendar()).toEqual([["2026-12-10", 1, false]]);
  expectOk(await moveMeeting(app, clerk, target, { ...slot("2026-12-11"), place: "" }));
  expect(await calendar()).toEqual([["2026-12-11", 2, false]]);
  expectOk(await cancelMeeting(app, clerk, target));
  expect(await calendar()).toEqual([["2026-12-11", 3, true]]);
  expect(await calendar("nobody@example.jp")).toEqual([]);
  // Who arranges them sees all, also those to which nobody was invited yet.
  expect(await calendar("nobody@example.jp", "2026-11-22", true)).toEqual([["2026-12-11", 3, true]]);
  expect(await calendar(MINE, "2026-12-12")).toEqual([]);
});

it("shows no meeting that was called off before anybody was told", async () => {
  const bodyId = await makeBody(app, clerk, HERE, { kind: "working_group", name: "部会" });
  await makeMember(app, clerk, HERE, bodyId, { email: "x@y.jp" });
  const meeting = await makeMeeting(app, clerk, HERE, bodyId, ["2026-12-10"]);
  expectOk(await cancelMeeting(app, clerk, { area: HERE, meeting }));
  expect(await calendar("x@y.jp")).toEqual([]);
});
