import { beforeAll, expect, it } from "vitest";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import { fingerprintOf } from "#platform/kernel/fingerprint.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { testApp } from "#test/app.ts";
import { person } from "#test/person.ts";
import { makeBody, makeMeeting, makeMember } from "../testing.ts";
import { saveAttendance } from "./attendance.commands.server.ts";
import { readMeeting } from "./meeting-view.queries.server.ts";

const HERE = "sma-32-03" as AreaId;
const clerk = person("coordinator", HERE);
const app = testApp();
beforeAll(() => loadReferenceAreas(app));

it("does not write over what somebody else has written meanwhile", async () => {
  const bodyId = await makeBody(app, clerk, HERE);
  const member = await makeMember(app, clerk, HERE, bodyId, { organisation: "商工会" });
  const target = { area: HERE, meeting: await makeMeeting(app, clerk, HERE, bodyId, ["2026-11-20"]) };
  const seen = fingerprintOf({ [member]: "" });
  expectOk(await saveAttendance(app, clerk, target, { [member]: "present", seen }));
  expectOk(await saveAttendance(app, clerk, target, { [member]: "present", seen }));
  expect(await saveAttendance(app, clerk, target, { [member]: "", seen })).toMatchObject({
    error: { kind: "overtaken", now: { [member]: "present" } },
  });
});

it("writes down who came, and refuses strangers and words of its own", async () => {
  const bodyId = await makeBody(app, clerk, HERE);
  const [first, second] = [
    await makeMember(app, clerk, HERE, bodyId, { organisation: "商工会" }),
    await makeMember(app, clerk, HERE, bodyId, { organisation: "保健所" }),
  ];
  const target = { area: HERE, meeting: await makeMeeting(app, clerk, HERE, bodyId, ["2026-11-20"]) };
  const came = async () =>
    expectOk(await readMeeting(app, clerk, target)).invitees.map((one) => one.attendance);

  expectOk(await saveAttendance(app, clerk, target, { [first]: "present", [second]: "absent" }));
  expect(await came()).toEqual(["present", "absent"]);
  expectOk(await saveAttendance(app, clerk, target, { [first]: "" }));
  expect(await came()).toEqual([null, "absent"]);
  expect(await saveAttendance(app, clerk, target, { [first]: "late" })).toMatchObject({
    error: { kind: "invalid", fields: { [first]: [expect.any(String)] } },
  });
  const stranger = "0198f2a0-0000-7000-8000-0000000000ff";
  expect(await saveAttendance(app, clerk, target, { [stranger]: "present" })).toMatchObject({
    error: { kind: "not-found" },
  });
});
