import { beforeAll, expect, it } from "vitest";
import { service } from "#foundation/actors/public.ts";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { testApp } from "#test/app.ts";
import { saveBody } from "../../bodies/usecases.server.ts";
import { saveMember } from "../../usecases.server.ts";
import { readMeeting } from "../reading/usecases.server.ts";
import { planMeeting } from "../usecases.server.ts";
import { setAttendance } from "./usecases.server.ts";

const HERE = "sma-32-03" as AreaId;
const STAFF = service("test");
const app = testApp();
beforeAll(() => loadReferenceAreas(app));

it("writes down who came, and refuses strangers and words of its own", async () => {
  const { id: bodyId } = expectOk(await saveBody(app, STAFF, HERE, { kind: "area_council", name: "協議会" }));
  const seat = (organisation: string) =>
    saveMember(app, STAFF, HERE, { bodyId, organisation, sector: "commerce" });
  const [first, second] = [expectOk(await seat("商工会")).id, expectOk(await seat("保健所")).id];
  const slots = [{ day: "2026-11-20", startsAt: "10:00", endsAt: "11:00" }];
  const { id } = expectOk(await planMeeting(app, STAFF, HERE, { bodyId, title: "第1回", slots }));
  const came = async () =>
    expectOk(await readMeeting(app, STAFF, HERE, id)).invitees.map((one) => one.attendance);

  expectOk(await setAttendance(app, STAFF, HERE, id, { [first]: "present", [second]: "absent" }));
  expect(await came()).toEqual(["present", "absent"]);
  expectOk(await setAttendance(app, STAFF, HERE, id, { [first]: "" }));
  expect(await came()).toEqual([null, "absent"]);
  expect(await setAttendance(app, STAFF, HERE, id, { [first]: "late" })).toMatchObject({
    error: { kind: "invalid", fields: { [first]: [expect.any(String)] } },
  });
  const stranger = "0198f2a0-0000-7000-8000-0000000000ff";
  expect(await setAttendance(app, STAFF, HERE, id, { [stranger]: "present" })).toMatchObject({
    error: { kind: "not-found" },
  });
});
