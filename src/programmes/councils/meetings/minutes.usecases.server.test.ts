import { beforeAll, describe, expect, it } from "vitest";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import { fingerprintOf } from "#platform/kernel/fingerprint.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { testApp } from "#test/app.ts";
import { person } from "#test/person.ts";
import { makeBody, makeMeeting } from "../testing.ts";
import {
  approveMinutes,
  correctMinutes,
  minutesValues,
  readMinutes,
  saveMinutes,
} from "./minutes.usecases.server.ts";

const app = testApp();
const HERE = "sma-32-03" as AreaId;
const secretariat = person("coordinator", HERE);
const colleague = person("coordinator", HERE, { name: "colleague" });
const member = person("member", HERE);

const meetingOn = async (day: string) => ({
  area: HERE,
  meeting: await makeMeeting(app, secretariat, HERE, await makeBody(app, secretariat, HERE), [day]),
});
/** What a form says that was shown with that text. */
const over = (shown: string, body: string) => ({ body, seen: fingerprintOf(minutesValues({ body: shown })) });

beforeAll(() => loadReferenceAreas(app));

describe("minutes", () => {
  it("tells the second of two writers, shows both texts, and writes over nothing", async () => {
    const target = await meetingOn("2026-11-20");
    expectOk(await saveMinutes(app, secretariat, target, over("", "はじめ")));
    const both = await Promise.all([
      saveMinutes(app, secretariat, target, over("はじめ", "甲の文")),
      saveMinutes(app, colleague, target, over("はじめ", "乙の文")),
    ]);
    const [kept] = expectOk(await readMinutes(app, member, target));
    expect(["甲の文", "乙の文"]).toContain(kept!.body);
    expect(both.filter((one) => one.ok)).toHaveLength(1);
    expect(both.filter((one) => !one.ok)).toEqual([
      { ok: false, error: { kind: "overtaken", now: { body: kept!.body } } },
    ]);
    // The same sent again is there already.
    expectOk(await saveMinutes(app, colleague, target, over("はじめ", kept!.body)));
    expectOk(await saveMinutes(app, colleague, target, over(kept!.body, "甲の文\n乙の文")));
    expect(expectOk(await readMinutes(app, member, target))[0]).toMatchObject({
      revision: 3,
      body: "甲の文\n乙の文",
    });
  });

  it("approves what was read: of saving and approving in the same moment one is told to look again", async () => {
    for (let round = 0; round < 5; round += 1) {
      const target = await meetingOn("2026-11-20");
      expectOk(await saveMinutes(app, secretariat, target, { body: "一" }));
      const both = await Promise.all([
        saveMinutes(app, colleague, target, over("一", "二")),
        approveMinutes(app, secretariat, target, { version: 1, revision: 1 }),
      ]);
      expect(both.filter((one) => !one.ok)).toMatchObject([{ error: { kind: "conflict" } }]);
    }
  });

  it("locks what was approved; a correction is a new version and the old one stays", async () => {
    const target = await meetingOn("2026-11-20");
    expectOk(await saveMinutes(app, secretariat, target, { body: "一" }));
    expectOk(await saveMinutes(app, secretariat, target, over("一", "二")));
    const unread = { version: 1, revision: 1 };
    expect(await approveMinutes(app, secretariat, target, unread)).toMatchObject({
      error: { kind: "conflict" },
    });
    expectOk(await approveMinutes(app, secretariat, target, { version: 1, revision: 2 }));
    expect(await saveMinutes(app, secretariat, target, over("二", "三"))).toMatchObject({
      error: { kind: "conflict" },
    });
    expect(await correctMinutes(app, secretariat, target, { reason: " " })).toMatchObject({
      error: { kind: "invalid" },
    });
    expectOk(await correctMinutes(app, secretariat, target, { reason: "出席者の誤り" }));
    expectOk(await saveMinutes(app, secretariat, target, over("二", "三")));
    expect(expectOk(await readMinutes(app, member, target))).toMatchObject([
      { version: 2, body: "三", reason: "出席者の誤り", approvedAt: null },
      { version: 1, body: "二", approvedAt: expect.any(Date) },
    ]);
  });

  it("is not written before the meeting", async () => {
    const target = await meetingOn("2026-12-20");
    expect(await saveMinutes(app, secretariat, target, { body: "x" })).toMatchObject({
      error: { kind: "conflict" },
    });
  });
});
