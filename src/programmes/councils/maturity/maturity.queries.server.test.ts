import { beforeAll, expect, it } from "vitest";
import { VISITOR } from "#foundation/actors/public.ts";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import { fingerprintOf } from "#platform/kernel/fingerprint.ts";
import { fiscalYear } from "#platform/kernel/fiscal-year.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { readList } from "#platform/lists/list.ts";
import { createGoal, createInitiative, enterActivity } from "#programmes/plan/public.ts";
import { testApp } from "#test/app.ts";
import { person } from "#test/person.ts";
import { decide } from "../meetings/decision.commands.server.ts";
import { approveMinutes, saveMinutes } from "../meetings/minutes.usecases.server.ts";
import { addReport } from "../meetings/paper.usecases.server.ts";
import { makeBody, makeMeeting, makeMember } from "../testing.ts";
import { BOARD_LIST, type BoardQuery } from "./board.present.ts";
import { type Board, readBoard } from "./board.usecases.server.ts";
import { judgeMaturity, judgementValues } from "./judgement.commands.server.ts";
import { readMaturity } from "./maturity.queries.server.ts";

const app = testApp();

beforeAll(() => loadReferenceAreas(app));

it("climbs with what is done, and the secretariat may overrule it with a reason", async () => {
  const area = "sma-32-04" as AreaId;
  const clerk = person("coordinator", area);
  const year = fiscalYear(2026);
  const level = async () => expectOk(await readMaturity(app, clerk, { area, year })).level;
  expect(await level()).toBe("0");
  const bodyId = await makeBody(app, clerk, area);
  const members: string[] = [];
  for (const sector of ["public_health_centre", "commerce"])
    members.push(await makeMember(app, clerk, area, bodyId, { sector }));
  const target = { area, meeting: await makeMeeting(app, clerk, area, bodyId, ["2026-11-20"]) };
  expectOk(await saveMinutes(app, clerk, target, { body: "話した" }));
  expectOk(await approveMinutes(app, clerk, target, { version: 1, revision: 1, sure: true }));
  expect(await level()).toBe("1-1");
  for (const memberId of members) expectOk(await addReport(app, clerk, target, { title: "報告", memberId }));
  expect(await level()).toBe("1-2");
  const issue = expectOk(await decide(app, clerk, target, { text: "血圧", makes: "issue" }));
  const goal = expectOk(await createGoal(app, clerk, { area }, { title: "下げる", issueId: issue.madeId }));
  const organisations = ["保健所", "商工会"].map((name, index) => ({
    role: index ? "partner" : "lead",
    name,
  }));
  const input = { title: "講座", fineKind: "outreach_lecture", goalId: goal.id, organisations };
  const initiative = expectOk(await createInitiative(app, clerk, { area }, input));
  const day = {
    initiativeId: initiative.id,
    kind: "outreach_lecture",
    title: "講座",
    from: "2026-11-01",
    host: "保健所",
  };
  expectOk(await enterActivity(app, clerk, { area }, day));
  expect(await level()).toBe("2-1");
  expect(await judgeMaturity(app, clerk, { area, year }, { level: "2-2", reason: "" })).toMatchObject({
    ok: false,
  });
  expectOk(await judgeMaturity(app, clerk, { area, year }, { level: "2-2", reason: "紙の資料で分析した" }));
  expect(expectOk(await readMaturity(app, clerk, { area, year }))).toMatchObject({
    level: "2-2",
    reached: "2-1",
  });
  const board = expectOk(await readBoard(app, VISITOR, {}));
  expect(board.page.rows.find((row) => row.area.id === area)?.line).toMatchObject({
    meetings: 1,
    maturity: "2-2",
  });
  const seen: string[] = [];
  let after: string | undefined = "";
  while (after !== undefined) {
    const list: BoardQuery = readList(BOARD_LIST, new URLSearchParams({ after, all: "1" }));
    const { page }: Board = expectOk(await readBoard(app, VISITOR, { list }));
    seen.push(...page.rows.map((row) => row.area.id));
    after = page.after;
  }
  expect(new Set(seen).size).toBe(board.areas);
  expect(seen.length).toBe(board.areas);
  expect(board.areas).toBeGreaterThan(300);
});

it("takes a reason of a length that can be read, and tells the second of two who judge at once", async () => {
  const area = "sma-32-03" as AreaId;
  const clerk = person("coordinator", area);
  const year = fiscalYear(2026);
  const judge = (reason: string, seen?: string) =>
    judgeMaturity(app, clerk, { area, year }, { level: "1-1", reason, seen });
  const judgement = async () => expectOk(await readMaturity(app, clerk, { area, year })).judgement;
  expect(await judge("あ".repeat(2001))).toMatchObject({
    error: { fields: { reason: ["2,000文字以内で入力してください。"] } },
  });
  const seenOf = (judgement: Parameters<typeof judgementValues>[0]) =>
    fingerprintOf(judgementValues(judgement));
  const shown = seenOf(await judgement());
  const both = await Promise.all(["先の理由", "後の理由"].map((reason) => judge(reason, shown)));
  expect(both.map((one) => one.ok).sort()).toEqual([false, true]);
  const told = both.find((one) => !one.ok);
  expect(told).toMatchObject({ error: { kind: "overtaken" } });
  const kept = await judgement();
  expect(told).toMatchObject({ error: { now: { reason: kept!.reason } } });
  expectOk(await judge(kept!.reason, shown));
  expect(await judgement()).toEqual(kept);
  expectOk(await judge("合わせた", seenOf(kept)));
  expect((await judgement())?.reason).toBe("合わせた");
});
