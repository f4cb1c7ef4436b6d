import { beforeAll, describe, expect, it } from "vitest";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import { fingerprintOf } from "#platform/kernel/fingerprint.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { testApp } from "#test/app.ts";
import { person } from "#test/person.ts";
import { makeBody, makeMeeting, slot } from "../testing.ts";
import { fixDate, moveMeeting, setPlace } from "./invitation.commands.server.ts";
import { fixedValues } from "./meeting.present.ts";
import { readMeeting } from "./meeting-view.queries.server.ts";

const HERE = "sma-32-03" as AreaId;
const [one, another] = [person("coordinator", HERE), person("coordinator", HERE, { name: "another" })];
const app = testApp();
beforeAll(() => loadReferenceAreas(app));

const polled = async () => ({
  area: HERE,
  meeting: await makeMeeting(app, one, HERE, await makeBody(app, one, HERE), ["2026-12-03", "2026-12-05"]),
});
const shownOf = async (target: { area: string; meeting: string }) => {
  const { meeting, poll } = expectOk(await readMeeting(app, one, target));
  return { seen: fingerprintOf(fixedValues(meeting, poll)), meeting, poll };
};

describe("two secretaries at one meeting", () => {
  it("who fix two dates at once fix the first, and the second is told which", async () => {
    const target = await polled();
    const { seen, poll } = await shownOf(target);
    const [first, second] = poll.map(({ id }) => id) as [string, string];
    const fix = (who: typeof one, id: string, by = seen) =>
      fixDate(app, who, { ...target, id }, { id, seen: by });
    const both = await Promise.all([fix(one, first), fix(another, second)]);
    const lost = both.filter((result) => !result.ok);
    expect(lost).toMatchObject([{ error: { kind: "overtaken" } }]);
    const fixed = both[0]!.ok ? first : second;
    expect(lost).toMatchObject([{ error: { now: { id: fixed } } }]);
    // Once it is fixed no button fixes another: day and place are changed together, with a look at what goes out.
    const now = await shownOf(target);
    expect(await fix(another, fixed === first ? second : first, now.seen)).toMatchObject({
      error: { kind: "conflict" },
    });
    expect((await shownOf(target)).meeting.heldOn).toBe(now.meeting.heldOn);
  });

  it("is told also where the meeting was moved to a day that nobody was asked about", async () => {
    const target = await polled();
    const { poll } = await shownOf(target);
    const id = poll[0]!.id;
    expectOk(await fixDate(app, one, { ...target, id }));
    const { seen } = await shownOf(target);
    expectOk(await moveMeeting(app, one, target, { ...slot("2026-12-20"), place: "" }));
    expect(
      await fixDate(app, another, { ...target, id: poll[1]!.id }, { id: poll[1]!.id, seen }),
    ).toMatchObject({
      error: { kind: "overtaken", now: { id: "2026-12-20/10:00/11:30" } },
    });
  });

  it("does not write a place over another that was not seen", async () => {
    const target = await polled();
    const seen = fingerprintOf({ place: "" });
    expectOk(await setPlace(app, one, target, { place: "市役所", seen }));
    expectOk(await setPlace(app, one, target, { place: "市役所", seen }));
    expect(await setPlace(app, another, target, { place: "保健所", seen })).toMatchObject({
      error: { kind: "overtaken", now: { place: "市役所" } },
    });
  });
});
