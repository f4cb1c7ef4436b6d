import { beforeAll, describe, expect, it } from "vitest";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { testApp } from "#test/app.ts";
import { person } from "#test/person.ts";
import { saveBody } from "../../bodies/usecases.server.ts";
import { planMeeting } from "../usecases.server.ts";
import { approveMinutes, correctMinutes, readMinutes, saveMinutes } from "./usecases.server.ts";

const app = testApp();
const HERE = "sma-32-03" as AreaId;
const secretariat = person("coordinator", HERE);
const colleague = person("coordinator", HERE, { name: "colleague" });
const member = person("member", HERE);

async function meetingOn(day: string): Promise<string> {
  const body = { kind: "area_council", name: "協議会" };
  const { id: bodyId } = expectOk(await saveBody(app, secretariat, HERE, body));
  const slots = [{ day, startsAt: "10:00", endsAt: "11:30" }];
  return expectOk(await planMeeting(app, secretariat, HERE, { bodyId, title: "第1回", slots })).id;
}

beforeAll(() => loadReferenceAreas(app));

describe("minutes", () => {
  it("tells the second of two writers, shows both texts, and writes over nothing", async () => {
    const id = await meetingOn("2026-11-20");
    expectOk(await saveMinutes(app, secretariat, HERE, id, { body: "はじめ", base: 0 }));
    const both = await Promise.all([
      saveMinutes(app, secretariat, HERE, id, { body: "甲の文", base: 1 }),
      saveMinutes(app, colleague, HERE, id, { body: "乙の文", base: 1 }),
    ]);
    const outcomes = both.map(expectOk);
    expect(outcomes.map((one) => one.outcome).sort()).toEqual(["overtaken", "saved"]);
    const overtaken = outcomes.find((one) => one.outcome === "overtaken")!;
    const texts = overtaken.outcome === "overtaken" ? [overtaken.mine, overtaken.theirs.body] : [];
    expect(texts.sort()).toEqual(["乙の文", "甲の文"]);
    expectOk(await saveMinutes(app, colleague, HERE, id, { body: "甲の文\n乙の文", base: 2 }));
    expect(expectOk(await readMinutes(app, member, HERE, id))[0]).toMatchObject({
      revision: 3,
      body: "甲の文\n乙の文",
    });
  });

  it("approves what was read: of saving and approving in the same moment one is told to look again", async () => {
    for (let round = 0; round < 5; round += 1) {
      const id = await meetingOn("2026-11-20");
      expectOk(await saveMinutes(app, secretariat, HERE, id, { body: "一", base: 0 }));
      const both = await Promise.all([
        saveMinutes(app, colleague, HERE, id, { body: "二", base: 1 }),
        approveMinutes(app, secretariat, HERE, id, { version: 1, revision: 1 }),
      ]);
      expect(both.filter((one) => !one.ok)).toMatchObject([{ error: { kind: "conflict" } }]);
    }
  });

  it("locks what was approved; a correction is a new version and the old one stays", async () => {
    const id = await meetingOn("2026-11-20");
    expectOk(await saveMinutes(app, secretariat, HERE, id, { body: "一", base: 0 }));
    expectOk(await saveMinutes(app, secretariat, HERE, id, { body: "二", base: 1 }));
    const unread = { version: 1, revision: 1 };
    expect(await approveMinutes(app, secretariat, HERE, id, unread)).toMatchObject({
      error: { kind: "conflict" },
    });
    expectOk(await approveMinutes(app, secretariat, HERE, id, { version: 1, revision: 2 }));
    expect(await saveMinutes(app, secretariat, HERE, id, { body: "三", base: 2 })).toMatchObject({
      error: { kind: "conflict" },
    });
    expect(await correctMinutes(app, secretariat, HERE, id, " ")).toMatchObject({
      error: { kind: "invalid" },
    });
    expectOk(await correctMinutes(app, secretariat, HERE, id, "出席者の誤り"));
    expectOk(await saveMinutes(app, secretariat, HERE, id, { body: "三", base: 1 }));
    expect(expectOk(await readMinutes(app, member, HERE, id))).toMatchObject([
      { version: 2, body: "三", reason: "出席者の誤り", approvedAt: null },
      { version: 1, body: "二", approvedAt: expect.any(Date) },
    ]);
  });

  it("is not written before the meeting", async () => {
    const id = await meetingOn("2026-12-20");
    expect(await saveMinutes(app, secretariat, HERE, id, { body: "x", base: 0 })).toMatchObject({
      error: { kind: "conflict" },
    });
  });
});
