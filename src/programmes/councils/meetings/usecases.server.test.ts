import { beforeAll, describe, expect, it } from "vitest";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { testApp } from "#test/app.ts";
import { person } from "#test/person.ts";
import { saveBody } from "../bodies/usecases.server.ts";
import { listMeetings, planMeeting } from "./usecases.server.ts";

const app = testApp();
const HERE = "sma-32-03" as AreaId;
const secretariat = person("coordinator", HERE);
const slot = (day: string) => ({ day, startsAt: "10:00", endsAt: "11:30" });
let bodyId: string;
beforeAll(async () => {
  await loadReferenceAreas(app);
  const body = { kind: "area_council", name: "協議会" };
  bodyId = expectOk(await saveBody(app, secretariat, HERE, body)).id;
});

describe("planning a meeting", () => {
  it.each(["2026-11-21", "2026-12-04"])("refuses %s as the deadline of its poll", async (pollDeadline) => {
    const slots = [slot("2026-12-03"), slot("2026-12-05")];
    const input = { bodyId, title: "x", slots, pollDeadline };
    expect(await planMeeting(app, secretariat, HERE, input)).toMatchObject({
      error: { kind: "invalid", fields: { pollDeadline: [expect.any(String)] } },
    });
  });

  it("makes one meeting of a form that was sent twice at once", async () => {
    const onceKey = "0198f2a0-0000-7000-8000-00000000000e";
    const input = { bodyId, title: "第1回", slots: [slot("2026-12-03"), slot("2026-12-05")] };
    const send = () => planMeeting(app, secretariat, HERE, input, onceKey);
    for (const sent of await Promise.all([send(), send()])) expect(expectOk(sent).id).toBe(onceKey);
    expect(expectOk(await listMeetings(app, secretariat, HERE))).toMatchObject([{ id: onceKey }]);
  });
});
