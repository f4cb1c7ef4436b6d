import { beforeAll, expect, it } from "vitest";
import type { Actor, Role } from "#foundation/actors/public.ts";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import type { App } from "#platform/app.ts";
import { withRows } from "#platform/db/rows.ts";
import { fixedClock } from "#platform/kernel/clock.ts";
import type { AreaId, OrganisationId, UserId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { listMails } from "#platform/mail/outbox.ts";
import { testApp } from "#test/app.ts";
import { decide, finishTask, saveTask } from "../meetings/decision.commands.server.ts";
import { readMeeting } from "../meetings/meeting-view.queries.server.ts";
import { saveMinutes } from "../meetings/minutes.usecases.server.ts";
import { circulateMinutes } from "../meetings/minutes-round.commands.server.ts";
import { readOwnSeat } from "../member/member-link.usecases.server.ts";
import { answerMinutes, answerPoll } from "../member/seat.commands.server.ts";
import { removePart, restorePart } from "../secretariat/council-part.usecases.server.ts";
import { makeBody, makeMeeting, makeMember } from "../testing.ts";
import { remindCouncils } from "./reminder.commands.server.ts";
import { councilToday } from "./today.queries.server.ts";

const app = testApp();
const HERE = "sma-32-03" as AreaId;
const CHAMBER = "0198f2a0-0000-7000-8000-000000000002" as OrganisationId;
const person = (role: Role, organisationId: OrganisationId): Actor => ({
  kind: "person",
  userId: `u-${role}` as UserId,
  name: role,
  memberships: [{ organisationId, role, areas: [HERE] }],
  reach: [HERE],
});
const clerk = person("coordinator", "0198f2a0-0000-7000-8000-000000000001" as OrganisationId);
const on = (day: string): App => ({ ...app, clock: fixedClock(`${day}T03:00:00Z`) });
const mails = async () =>
  (await withRows(app.db, { actor: "<test>", areas: "all" }, (tx) => listMails(tx, 100, { links: true })))
    .map((mail) => `${mail.to} ${mail.subject}`)
    .sort();

let bodyId = "";
beforeAll(async () => {
  await loadReferenceAreas(app);
  bodyId = await makeBody(app, clerk, HERE);
  for (const member of [
    { organisation: "保健所", email: "office@example.jp", role: "secretariat" },
    { organisation: "商工会議所", email: "chamber@example.jp", organisationId: CHAMBER },
    { organisation: "組合", email: "" },
  ])
    await makeMember(app, clerk, HERE, bodyId, member);
});

it("reminds of overdue tasks: the member who does it, else the secretariat, once for each day", async () => {
  const target = { area: HERE, meeting: await makeMeeting(app, clerk, HERE, bodyId, ["2026-11-20"]) };
  const task = async (title: string, owner: string) =>
    expectOk(
      await decide(app, clerk, target, { text: title, makes: "task", title, owner, dueOn: "2026-11-25" }),
    ).madeId!;
  const own = await task("会議所の課題", "商工会議所");
  await task("組合の課題", "組合");
  const done = await task("終わった課題", "商工会議所");
  expectOk(await finishTask(app, clerk, { ...target, id: done }));

  await remindCouncils(on("2026-11-25"));
  expect(await mails()).toEqual([]);
  await remindCouncils(on("2026-11-26"));
  await remindCouncils(on("2026-11-27"));
  const first = ["chamber@example.jp 【期限超過】会議所の課題", "office@example.jp 【期限超過】組合の課題"];
  expect(await mails()).toEqual(first);

  const chamber = person("member", CHAMBER);
  const today = async (actor: Actor) =>
    expectOk(await councilToday(on("2026-11-27"), actor, {}))
      .filter((item) => item.urgency === "overdue")
      .map((item) => item.title);
  expect(await today(chamber)).toEqual(["会議所の課題"]);
  expect(await today(clerk)).toEqual(["会議所の課題", "組合の課題"]);

  const later = { text: "会議所の課題", owner: "商工会議所", dueOn: "2026-12-01" };
  expectOk(await saveTask(app, clerk, { ...target, id: own }, later));
  await remindCouncils(on("2026-12-02"));
  expect(await mails()).toEqual([first[0], first[0], first[1]]);
  expect(await saveTask(app, clerk, { ...target, id: own }, { ...later, text: "" })).toMatchObject({
    error: { kind: "invalid", fields: { text: [expect.any(String)] } },
  });

  const before = await makeMeeting(app, clerk, HERE, bodyId, ["2026-11-19"], { title: "前の回" });
  expect(await saveTask(app, clerk, { area: HERE, meeting: before, id: own }, later)).toMatchObject({
    error: { kind: "not-found" },
  });

  expectOk(await removePart.task(app, clerk, { area: HERE, id: own }));
  expect(await today(chamber)).toEqual([]);
  expectOk(await restorePart(app, clerk, { area: HERE, kind: "task", id: own }));
  expect(expectOk(await readMeeting(app, clerk, target)).tasks.map((one) => one.id)).toContain(own);
  const next = await makeMeeting(app, clerk, HERE, bodyId, ["2026-12-20"], { title: "次の回" });
  const { left } = expectOk(await readMeeting(app, clerk, { area: HERE, meeting: next }));
  expect(left.map((one) => one.text).sort()).toEqual(["会議所の課題", "組合の課題"]);
  expectOk(await removePart.meeting(app, clerk, { area: HERE, id: target.meeting }));
  expect(await today(clerk)).toEqual([]);
});

it("tells the secretariat that a poll has closed, once, until a date is fixed", async () => {
  const before = (await mails()).length;
  await makeMeeting(app, clerk, HERE, bodyId, ["2026-12-20", "2026-12-21"], {
    title: "第2回",
    pollDeadline: "2026-12-10",
  });
  await remindCouncils(on("2026-12-10"));
  expect(await mails()).toHaveLength(before);
  await remindCouncils(on("2026-12-11"));
  await remindCouncils(on("2026-12-12"));
  const all = await mails();
  expect(all).toHaveLength(before + 1);
  expect(all).toContain("office@example.jp 【回答期限終了】第2回");
});

it("asks a member who is signed in what the own seat has not answered", async () => {
  const chamber = person("member", CHAMBER);
  const asked = async () =>
    expectOk(await councilToday(on("2026-11-27"), chamber, {})).flatMap((item) =>
      item.action.label === "回答する" ? [item.title] : [],
    );
  const more = { title: "第3回", pollDeadline: "2026-12-10" };
  const target = {
    area: HERE,
    meeting: await makeMeeting(app, clerk, HERE, bodyId, ["2026-12-22", "2026-12-23"], more),
  };
  expect(await asked()).toContain("第3回の日程調整");
  const seat = expectOk(await readOwnSeat(app, chamber, target))!;
  const answers = Object.fromEntries(seat.options.map(({ id }) => [id, "yes"]));
  expectOk(await answerPoll(on("2026-11-27"), chamber, target, answers));
  expect(await asked()).not.toContain("第3回の日程調整");
  const past = { area: HERE, meeting: await makeMeeting(app, clerk, HERE, bodyId, ["2026-11-20"]) };
  expectOk(await saveMinutes(app, clerk, past, { body: "話した" }));
  const draft = { version: 1, revision: 1 };
  expectOk(await circulateMinutes(app, clerk, past, { ...draft, answerBy: "2026-12-24" }));
  expect(await asked()).toContain("第1回の議事録案");
  expectOk(await answerMinutes(app, chamber, past, { ...draft, answer: "agreed" }));
  expect(await asked()).not.toContain("第1回の議事録案");
});
