import { beforeAll, expect, it } from "vitest";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import { withRows } from "#platform/db/rows.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { listMails } from "#platform/mail/outbox.ts";
import { testApp } from "#test/app.ts";
import { person } from "#test/person.ts";
import { changeMember } from "../bodies/member.usecases.server.ts";
import { readOwnSeat } from "../member/member-link.usecases.server.ts";
import { answerPoll, replyToInvitation } from "../member/seat.commands.server.ts";
import { makeBody, makeMeeting, makeMember } from "../testing.ts";
import { addAgendaItem, changeAgendaItem, moveAgendaItem } from "./agenda.commands.server.ts";
import { fillAttendance, saveAttendance } from "./attendance.commands.server.ts";
import { fixDate, invite, moveMeeting } from "./invitation.commands.server.ts";
import { readMeeting } from "./meeting-view.queries.server.ts";
import { enterAnswers, enterReplies } from "./telephone.commands.server.ts";

const HERE = "sma-32-03" as AreaId;
const clerk = person("coordinator", HERE, { name: "事務の担当" });
const member = person("member", HERE);
const app = testApp();
beforeAll(() => loadReferenceAreas(app));

const NAMES = ["商工会", "医師会", "労基署"];
async function council() {
  const bodyId = await makeBody(app, clerk, HERE, { kind: "area_council", name: "協議会", quorum: "2" });
  const ids = [];
  for (const organisation of NAMES) ids.push(await makeMember(app, clerk, HERE, bodyId, { organisation }));
  return { bodyId, ids: ids as [string, string, string] };
}
const read = async (target: { area: AreaId; meeting: string }) =>
  expectOk(await readMeeting(app, clerk, target));

it("takes what members said by telephone, with whose hand it was; a date that was left out is named", async () => {
  const { bodyId, ids } = await council();
  const target = {
    area: HERE,
    meeting: await makeMeeting(app, clerk, HERE, bodyId, ["2026-12-03", "2026-12-05"]),
  };
  const [first, second] = (await read(target)).poll.map(({ id }) => id) as [string, string];
  const half = { [`${ids[0]}.${first}`]: "yes" };
  expect(await enterAnswers(app, clerk, target, half)).toMatchObject({
    error: { kind: "invalid", fields: { [`${ids[0]}.${second}`]: [expect.any(String)] } },
  });
  expect((await read(target)).poll[0]!.counts).toMatchObject({ none: 3 });
  const said = {
    ...{ ...half, [`${ids[0]}.${second}`]: "no", [`${ids[0]}.comment`]: "午後がよい" },
    ...{ [`${ids[1]}.${first}`]: "if_need_be", [`${ids[1]}.${second}`]: "yes" },
    [`${ids[2]}.comment`]: "",
  };
  expect(expectOk(await enterAnswers(app, clerk, target, said))).toEqual({ entered: 2 });
  const { poll, invitees, stage } = await read(target);
  expect(poll.map((one) => one.counts)).toEqual([
    { yes: 1, if_need_be: 1, no: 0, none: 1 },
    { yes: 1, if_need_be: 0, no: 1, none: 1 },
  ]);
  expect(invitees.map((one) => [one.answered, one.answeredBy, one.comment])).toEqual([
    [true, "事務の担当", "午後がよい"],
    [true, "事務の担当", ""],
    [false, "", ""],
  ]);
  expect(stage).toBe("schedule");
  expect(await enterAnswers(app, member, target, said)).toMatchObject({ error: { kind: "forbidden" } });
});

it("lets a member answer when signed in, whose account the secretariat tied to a seat of another name", async () => {
  const { bodyId, ids } = await council();
  const target = {
    area: HERE,
    meeting: await makeMeeting(app, clerk, HERE, bodyId, ["2026-12-03", "2026-12-05"]),
  };
  expect(expectOk(await readOwnSeat(app, member, target))).toBeNull();
  expect(await answerPoll(app, member, target, {})).toMatchObject({ error: { kind: "not-found" } });
  if (member.kind !== "person") throw new Error("a member is a person");
  const seat = { organisation: NAMES[1], sector: "commerce", userId: member.userId };
  expectOk(await changeMember(app, clerk, { area: HERE, body: bodyId, id: ids[1] }, seat));
  const own = expectOk(await readOwnSeat(app, member, target))!;
  expect(own).toMatchObject({ organisation: "医師会", open: true, answered: false, comes: null });
  const answers = Object.fromEntries(own.options.map(({ id }) => [id, "yes"]));
  expectOk(await answerPoll(app, member, target, { ...answers, comment: "" }));
  const { invitees, poll } = await read(target);
  expect(invitees.map((one) => one.answered)).toEqual([false, true, false]);
  expectOk(await fixDate(app, clerk, { ...target, id: poll[0]!.id }));
  expectOk(await invite(app, clerk, target, { replyBy: "2026-12-01" }));
  expect(expectOk(await readOwnSeat(app, member, target))!.comes).toMatchObject({ reply: null });
  expect(await replyToInvitation(app, member, target, { reply: "proxy" })).toMatchObject({
    error: { kind: "invalid", fields: { proxyName: [expect.any(String)] } },
  });
  expectOk(await replyToInvitation(app, member, target, { reply: "proxy", proxyName: "副会長" }));
  expect(
    expectOk(await enterReplies(app, clerk, target, { [ids[0]]: "present", [ids[2]]: "absent" })),
  ).toEqual({
    entered: 2,
  });
  const view = await read(target);
  expect(view.replies).toEqual({ coming: 2, proxies: 1, absent: 1, open: 0 });
  expect(view.body.quorum).toBe(2);
  expect(view.invitees.map((one) => [one.reply, one.proxyName, one.repliedBy])).toEqual([
    ["present", "", "事務の担当"],
    ["proxy", "副会長", ""],
    ["absent", "", "事務の担当"],
  ]);
  // A yes to one day is none to another.
  expectOk(
    await moveMeeting(app, clerk, target, {
      day: "2026-12-10",
      startsAt: "10:00",
      endsAt: "11:30",
      place: "",
    }),
  );
  expect((await read(target)).replies.open).toBe(3);
});

it("fills in who came: as each said, then everybody else; what was written stays", async () => {
  const { bodyId, ids } = await council();
  const target = { area: HERE, meeting: await makeMeeting(app, clerk, HERE, bodyId, ["2026-11-20"]) };
  expect((await read(target)).stage).toBe("day");
  expectOk(await saveAttendance(app, clerk, target, { [ids[0]]: "proxy", [`${ids[0]}.proxy`]: "課長" }));
  expect(expectOk(await fillAttendance(app, clerk, target, { from: "replies" }))).toEqual({ filled: 0 });
  expect(expectOk(await fillAttendance(app, clerk, target, { from: "all" }))).toEqual({ filled: 2 });
  const { invitees, stage, came } = await read(target);
  expect(invitees.map((one) => [one.attendance, one.proxyName])).toEqual([
    ["proxy", "課長"],
    ["present", ""],
    ["present", ""],
  ]);
  expect(came).toEqual({ coming: 3, proxies: 1, absent: 0, open: 0 });
  expect(stage).toBe("minutes");
});

it("changes an item of the agenda and its place", async () => {
  const { bodyId } = await council();
  const target = { area: HERE, meeting: await makeMeeting(app, clerk, HERE, bodyId, ["2026-12-03"]) };
  for (const title of ["一", "二", "三"]) expectOk(await addAgendaItem(app, clerk, target, { title }));
  const agenda = async () => (await read(target)).agenda;
  const [first, , third] = await agenda();
  expectOk(await moveAgendaItem(app, clerk, { ...target, id: third!.id }, { to: "up" }));
  expectOk(await moveAgendaItem(app, clerk, { ...target, id: first!.id }, { to: "up" }));
  expect((await agenda()).map((one) => one.title)).toEqual(["一", "三", "二"]);
  const change = { title: "健康課題の確認", presenter: "保健所", minutes: "２０分" };
  expectOk(await changeAgendaItem(app, clerk, { ...target, id: first!.id }, change));
  expect((await agenda())[0]).toMatchObject({ title: "健康課題の確認", presenter: "保健所", minutes: 20 });
});

it("names in each letter whom it is for and the dates, and asks for a reply by a day", async () => {
  const { bodyId } = await council();
  const email = "named@example.jp";
  await makeMember(app, clerk, HERE, bodyId, {
    organisation: "商工会議所",
    representative: "専務理事",
    email,
  });
  const target = { area: HERE, meeting: await makeMeeting(app, clerk, HERE, bodyId, ["2026-12-03"]) };
  expectOk(await invite(app, clerk, target, { replyBy: "2026-12-01" }));
  const mails = await withRows(app.db, { actor: "<test>", areas: "all" }, (tx) =>
    listMails(tx, 50, { links: true }),
  );
  const mail = mails.find((one) => one.to === email)!;
  expect(mail.body.startsWith("商工会議所\n専務理事 様\n")).toBe(true);
  expect(mail.body).toContain("2026年12月1日（火）までにご回答");
  expect(mail.attachments![0]!.text.replaceAll("\r\n ", "")).toContain(`/council/meetings/${target.meeting}`);
  expect(await invite(app, clerk, target, { replyBy: "2026-12-09" })).toMatchObject({
    error: { kind: "invalid", fields: { replyBy: [expect.any(String)] } },
  });
});
