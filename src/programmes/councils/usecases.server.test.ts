import { beforeAll, describe, expect, it } from "vitest";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import { type Actor, type Role, VISITOR } from "#foundation/identity/public.ts";
import type { App } from "#platform/app.ts";
import { inTransaction } from "#platform/db/database.ts";
import { fixedClock } from "#platform/kernel/clock.ts";
import { fiscalYear } from "#platform/kernel/fiscal-year.ts";
import type { AreaId, OrganisationId, UserId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { listMails } from "#platform/mail/outbox.ts";
import {
  createGoal,
  createInitiative,
  enterActivity,
  getInitiative,
  readPlan,
} from "#programmes/plan/public.ts";
import { testApp } from "#test/app.ts";
import { nationalStatus, readBoard } from "./board/usecases.server.ts";
import { saveBody } from "./bodies/usecases.server.ts";
import { removeFromCouncil } from "./deleting/usecases.server.ts";
import { judgeMaturity, readMaturity } from "./maturity/usecases.server.ts";
import { decide, finishTask } from "./meetings/decisions/usecases.server.ts";
import { openLink, paperFileByLink, papersByLink } from "./meetings/links/usecases.server.ts";
import {
  approveMinutes,
  correctMinutes,
  readMinutes,
  saveMinutes,
} from "./meetings/minutes/usecases.server.ts";
import {
  addAgendaItem,
  addFile,
  addReport,
  comment,
  readPaperFile,
} from "./meetings/papers/usecases.server.ts";
import { answerPoll, remindDuePolls, remindPoll, startPoll } from "./meetings/poll/usecases.server.ts";
import { readMeeting } from "./meetings/reading/usecases.server.ts";
import {
  cancelMeeting,
  fixDate,
  invite,
  moveMeeting,
  planMeeting,
  setAttendance,
} from "./meetings/usecases.server.ts";
import { saveMember } from "./usecases.server.ts";

const app = testApp();
const HERE = "sma-32-03" as AreaId;
const NOBODY = "0198f2a0-0000-7000-8000-0000000000ff";
const person = (role: Role, area = HERE, name = role as string): Actor => ({
  kind: "person",
  userId: `u-${name}` as UserId,
  name,
  memberships: [
    { organisationId: "0198f2a0-0000-7000-8000-000000000001" as OrganisationId, role, areas: [area] },
  ],
  reach: [area],
});
const secretariat = person("coordinator");
const colleague = person("coordinator", HERE, "colleague");
const member = person("member");
const on = (day: string): App => ({ ...app, clock: fixedClock(`${day}T03:00:00Z`) });

const slot = (day: string) => ({ day, startsAt: "10:00", endsAt: "11:30" });
async function council(area = HERE, clerk = secretariat) {
  const { id } = expectOk(await saveBody(app, clerk, area, { kind: "area_council", name: "協議会" }));
  const ids: string[] = [];
  for (const [index, sector] of ["public_health_centre", "commerce", "insurer", "municipality"].entries()) {
    const input = {
      bodyId: id,
      organisation: `機関${index}`,
      sector,
      email: index === 3 ? "" : `m${index}@example.jp`,
    };
    ids.push(expectOk(await saveMember(app, clerk, area, input)).id);
  }
  return { id, members: ids };
}
const mailsTo = async (to: string) =>
  (await inTransaction(app.db, { actor: "<test>", areas: "all" }, (tx) => listMails(tx, 500))).filter(
    (mail) => mail.to === to,
  );
const linkIn = (body: string) => /\/meeting\/(\S+)/.exec(body)![1]!;

beforeAll(async () => {
  await loadReferenceAreas(app);
});

describe("a date poll among members without an account", () => {
  it("asks by link, takes answers until the deadline, reminds once, and fixes the date", async () => {
    const { id: bodyId, members } = await council();
    const input = {
      bodyId,
      title: "第3回",
      slots: [slot("2026-12-03"), slot("2026-12-05")],
      pollDeadline: "2026-11-27",
    };
    const { id } = expectOk(await planMeeting(app, secretariat, HERE, input));
    expect(expectOk(await startPoll(app, secretariat, HERE, id))).toEqual({ sent: 3 });
    expect(expectOk(await startPoll(app, secretariat, HERE, id))).toEqual({ sent: 0 });
    const mails = await mailsTo("m0@example.jp");
    expect(mails).toHaveLength(1);
    const token = linkIn(mails[0]!.body);

    async function* content() {
      yield Buffer.from("資料");
    }
    const paper = expectOk(
      await addFile(app, secretariat, HERE, id, { name: "資料.txt", content: content() }),
    );
    expect(expectOk(await paperFileByLink(app, token, paper.id)).content.toString()).toBe("資料");
    expect(await paperFileByLink(app, token, NOBODY)).toMatchObject({ error: { kind: "not-found" } });
    expect(await papersByLink(app, "x".repeat(43))).toMatchObject({ error: { kind: "not-found" } });
    expect(expectOk(await papersByLink(app, token)).title).toBe("第3回");
    const view = expectOk(await openLink(app, token));
    expect(view).toMatchObject({ organisation: "機関0", open: true, answered: false });
    const [first, second] = view.options;
    expect(await answerPoll(app, token, { answers: { [first!.id]: "yes" }, comment: "" })).toMatchObject({
      error: { kind: "invalid", fields: { [second!.id]: [expect.any(String)] } },
    });
    expect(expectOk(await openLink(app, token)).options.map((one) => one.answer)).toEqual([null, null]);
    const answers = { [first!.id]: "no", [second!.id]: "if_need_be" };
    expectOk(await answerPoll(app, token, { answers, comment: "午後が助かります" }));
    expectOk(await answerPoll(app, token, { answers: { ...answers, [first!.id]: "yes" }, comment: "" }));

    expect(await openLink(app, "x".repeat(43))).toMatchObject({ error: { kind: "not-found" } });
    expect(await openLink(on("2027-06-01"), token)).toMatchObject({ error: { kind: "not-found" } });
    expect(await answerPoll(on("2026-11-28"), token, { answers, comment: "" })).toMatchObject({
      error: { kind: "conflict" },
    });

    await remindDuePolls(on("2026-11-24"));
    expect(await mailsTo("m1@example.jp")).toHaveLength(1);
    await remindDuePolls(on("2026-11-25"));
    await remindDuePolls(on("2026-11-26"));
    expect(await mailsTo("m0@example.jp")).toHaveLength(1);
    expect(await mailsTo("m1@example.jp")).toHaveLength(2);
    expectOk(await remindPoll(app, secretariat, HERE, id));

    const { poll } = expectOk(await readMeeting(app, secretariat, HERE, id));
    expect(poll.map((option) => [option.counts, option.best])).toEqual([
      [{ yes: 1, if_need_be: 0, no: 0, none: 3 }, true],
      [{ yes: 0, if_need_be: 1, no: 0, none: 3 }, false],
    ]);
    expectOk(await fixDate(app, secretariat, HERE, id, first!.id));
    expect(await answerPoll(app, token, { answers, comment: "" })).toMatchObject({
      error: { kind: "conflict" },
    });

    expectOk(await addAgendaItem(app, secretariat, HERE, id, { title: "来年度の計画" }));
    expect(expectOk(await invite(app, secretariat, HERE, id))).toEqual({ sent: 3 });
    const [invitation] = (await mailsTo("m2@example.jp")).filter((mail) => mail.subject.startsWith("開催"));
    expect(invitation!.body).toContain("1 来年度の計画");
    expect(invitation!.attachments![0]!.text).toMatch(
      /DTSTART:20261203T010000Z[\s\S]*SEQUENCE:1|SEQUENCE:1[\s\S]*DTSTART:20261203T010000Z/,
    );
    const moved = { ...slot("2026-12-10"), place: "市役所" };
    expect(expectOk(await moveMeeting(app, secretariat, HERE, id, moved))).toEqual({ sent: 3 });
    expect(expectOk(await moveMeeting(app, secretariat, HERE, id, moved))).toEqual({ sent: 0 });
    expectOk(await cancelMeeting(app, secretariat, HERE, id));
    const toLast = (await mailsTo("m2@example.jp")).map((mail) => mail.attachments![0]?.text ?? "");
    expect(toLast.filter((text) => text.includes("SEQUENCE:2"))).toHaveLength(1);
    expect(toLast.filter((text) => text.includes("METHOD:CANCEL"))).toHaveLength(1);
    expect(await invite(app, secretariat, HERE, id)).toMatchObject({ error: { kind: "conflict" } });
    expect(members).toHaveLength(4);
    expectOk(await openLink(app, token));
    expectOk(await removeFromCouncil(app, secretariat, HERE, "member", members[0]!));
    for (const read of [
      openLink(app, token),
      papersByLink(app, token),
      paperFileByLink(app, token, paper.id),
    ])
      expect(await read).toMatchObject({ error: { kind: "not-found" } });
  });

  it("refuses a deadline after the first date", async () => {
    const { id: bodyId } = await council();
    const input = {
      bodyId,
      title: "x",
      slots: [slot("2026-12-03"), slot("2026-12-05")],
      pollDeadline: "2026-12-04",
    };
    expect(await planMeeting(app, secretariat, HERE, input)).toMatchObject({
      error: { kind: "invalid", fields: { pollDeadline: [expect.any(String)] } },
    });
  });
});

async function held(area = HERE, clerk = secretariat) {
  const { id: bodyId, members } = await council(area, clerk);
  const input = { bodyId, title: "第1回", slots: [slot("2026-11-20")] };
  const { id } = expectOk(await planMeeting(app, clerk, area, input));
  return { id, bodyId, members };
}

describe("minutes", () => {
  it("tells the second of two writers, shows both texts, and writes over nothing", async () => {
    const { id } = await held();
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
      const { id } = await held();
      expectOk(await saveMinutes(app, secretariat, HERE, id, { body: "一", base: 0 }));
      const both = await Promise.all([
        saveMinutes(app, colleague, HERE, id, { body: "二", base: 1 }),
        approveMinutes(app, secretariat, HERE, id, { version: 1, revision: 1 }),
      ]);
      expect(both.filter((one) => !one.ok)).toMatchObject([{ error: { kind: "conflict" } }]);
    }
  });

  it("locks what was approved; a correction is a new version and the old one stays", async () => {
    const { id } = await held();
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
    const { id: bodyId } = await council();
    const input = { bodyId, title: "先", slots: [slot("2026-12-20")] };
    const { id } = expectOk(await planMeeting(app, secretariat, HERE, input));
    expect(await saveMinutes(app, secretariat, HERE, id, { body: "x", base: 0 })).toMatchObject({
      error: { kind: "conflict" },
    });
  });
});

describe("a meeting", () => {
  it("makes issues, initiatives and tasks that point back to their decision", async () => {
    const { id, members } = await held();
    expectOk(
      await setAttendance(app, secretariat, HERE, id, { [members[0]!]: "present", [members[1]!]: "absent" }),
    );
    expect(await setAttendance(app, secretariat, HERE, id, { [NOBODY]: "present" })).toMatchObject({
      ok: false,
    });
    const issue = expectOk(
      await decide(app, secretariat, HERE, id, { text: "働き盛りの血圧", makes: "issue" }),
    );
    const work = { text: "減塩の出前講座を行う", makes: "initiative", fineKind: "outreach_lecture" };
    const initiative = expectOk(await decide(app, secretariat, HERE, id, work));
    const task = { text: "案をつくる", makes: "task", owner: "保健所", dueOn: "2026-12-10" };
    const made = expectOk(await decide(app, secretariat, HERE, id, task));
    const { skeleton } = expectOk(await readPlan(app, secretariat, HERE));
    expect(skeleton.issues.find((one) => one.id === issue.madeId)?.origin).toMatchObject({
      kind: "decision",
      id: issue.id,
      label: "第1回",
    });
    const found = expectOk(await getInitiative(app, secretariat, HERE, initiative.madeId!)).initiative;
    expect(found).toMatchObject({ title: "減塩の出前講座を行う", origin: { id: initiative.id } });
    expectOk(await finishTask(app, secretariat, HERE, made.madeId!, true));
    const view = expectOk(await readMeeting(app, member, HERE, id));
    expect(view.decisions.map((one) => one.madeKind)).toEqual(["issue", "initiative", "task"]);
    expect(view.tasks).toMatchObject([{ owner: "保健所", dueOn: "2026-12-10", doneAt: expect.any(Date) }]);
    expect(await decide(app, secretariat, HERE, id, { ...work, fineKind: "nonsense" })).toMatchObject({
      ok: false,
    });
    expect(expectOk(await readMeeting(app, member, HERE, id)).decisions).toHaveLength(3);
  });

  it("keeps files as they came, and what members say", async () => {
    const { id } = await held();
    async function* content() {
      yield Buffer.from("資料");
    }
    const { id: paperId } = expectOk(
      await addFile(app, secretariat, HERE, id, { name: "資料.txt", content: content() }),
    );
    const file = expectOk(await readPaperFile(app, member, HERE, id, paperId));
    expect(file.content.toString()).toBe("資料");
    expectOk(await comment(app, member, HERE, id, { text: "数を次回も" }));
    expect(await comment(app, VISITOR, HERE, id, { text: "x" })).toMatchObject({
      error: { kind: "forbidden" },
    });
    expect(expectOk(await readMeeting(app, member, HERE, id)).comments).toMatchObject([
      { text: "数を次回も" },
    ]);
  });
});

describe("maturity", () => {
  it("climbs with what is done, and the secretariat may overrule it with a reason", async () => {
    const area = "sma-32-04" as AreaId;
    const clerk = person("coordinator", area);
    const year = fiscalYear(2026);
    const level = async () => expectOk(await readMaturity(app, clerk, area, year)).level;
    expect(await level()).toBe("0");
    const { id, members } = await held(area, clerk);
    expectOk(await saveMinutes(app, clerk, area, id, { body: "話した", base: 0 }));
    expectOk(await approveMinutes(app, clerk, area, id, { version: 1, revision: 1 }));
    expect(await level()).toBe("1-1");
    for (const memberId of members.slice(0, 2))
      expectOk(await addReport(app, clerk, area, id, { title: "報告", memberId }));
    expect(await level()).toBe("1-2");
    const issue = expectOk(await decide(app, clerk, area, id, { text: "血圧", makes: "issue" }));
    const goal = expectOk(await createGoal(app, clerk, area, { title: "下げる", issueId: issue.madeId }));
    const organisations = ["保健所", "商工会"].map((name, index) => ({
      role: index ? "partner" : "lead",
      name,
    }));
    const input = { title: "講座", fineKind: "outreach_lecture", goalId: goal.id, organisations };
    const initiative = expectOk(await createInitiative(app, clerk, area, input));
    const day = {
      initiativeId: initiative.id,
      kind: "outreach_lecture",
      title: "講座",
      from: "2026-11-01",
      host: "保健所",
    };
    expectOk(await enterActivity(app, clerk, area, day));
    expect(await level()).toBe("2-1");
    expect(await judgeMaturity(app, clerk, area, year, { level: "2-2", reason: "" })).toMatchObject({
      ok: false,
    });
    expectOk(await judgeMaturity(app, clerk, area, year, { level: "2-2", reason: "紙の資料で分析した" }));
    expect(expectOk(await readMaturity(app, clerk, area, year))).toMatchObject({
      level: "2-2",
      reached: "2-1",
    });
    const board = expectOk(await readBoard(app, VISITOR, { kind: "secondary_medical_area" }));
    expect(board.rows.find((row) => row.area.id === area)?.line).toMatchObject({
      meetings: 1,
      maturity: "2-2",
    });
    const seen: string[] = [];
    let after: number | undefined;
    do {
      const page = expectOk(await readBoard(app, VISITOR, { kind: "secondary_medical_area", after }));
      seen.push(...page.rows.map((row) => row.area.id));
      after = page.after;
    } while (after);
    expect(new Set(seen).size).toBe(board.areas);
    expect(seen.length).toBe(board.areas);
    expect(board.areas).toBeGreaterThan(300);
  });
});

it("knows how many councils the ministry counted", () => {
  expect(nationalStatus().map((one) => [one.asOf, one.established, one.total])).toEqual([
    ["2009-09-01", 47, 47],
    ["2009-09-01", 320, 346],
    ["2009-09-01", 342, null],
  ]);
});
