import { beforeAll, describe, expect, it } from "vitest";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { testApp } from "#test/app.ts";
import { person } from "#test/person.ts";
import { makeBody, slot } from "../testing.ts";
import { listMeetings, planMeeting } from "./meeting.usecases.server.ts";

const app = testApp();
const HERE = "sma-32-03" as AreaId;
const secretariat = person("coordinator", HERE);
let bodyId: string;
beforeAll(async () => {
  await loadReferenceAreas(app);
  bodyId = await makeBody(app, secretariat, HERE);
});

describe("planning a meeting", () => {
  it.each(["2026-11-21", "2026-12-04"])("refuses %s as the deadline of its poll", async (pollDeadline) => {
    const slots = [slot("2026-12-03"), slot("2026-12-05")];
    const input = { bodyId, title: "x", slots, pollDeadline };
    expect(await planMeeting(app, secretariat, { area: HERE }, input)).toMatchObject({
      error: { kind: "invalid", fields: { pollDeadline: [expect.any(String)] } },
    });
  });

  it("marks the candidate that is over, not the deadline", async () => {
    const slots = [slot("2026-12-03"), slot("2026-11-20")];
    const input = { bodyId, title: "x", slots, pollDeadline: "2026-11-30" };
    const refused = await planMeeting(app, secretariat, { area: HERE }, input);
    expect(refused).toMatchObject({
      error: { fields: { "slots.1.day": [expect.stringContaining("11月20日")] } },
    });
  });

  it("makes one meeting of a form that was sent twice at once", async () => {
    const once = "0198f2a0-0000-7000-8000-00000000000e";
    const input = { bodyId, title: "第1回", slots: [slot("2026-12-03"), slot("2026-12-05")], once };
    const send = () => planMeeting(app, secretariat, { area: HERE }, input);
    const [first, second] = (await Promise.all([send(), send()])).map(expectOk);
    expect(second).toEqual(first);
    expect(expectOk(await listMeetings(app, secretariat, { area: HERE }))).toMatchObject([first]);
  });
});
