import type { Examples } from "#foundation/authority/testing.ts";
import { addDays } from "#platform/kernel/plain-date.ts";
import { expectOk } from "#platform/kernel/result.ts";
import {
  COUNCIL,
  deletedMeeting,
  each,
  everywhere,
  file,
  fileOf,
  inArea,
  inYear,
  link,
  MEMBER,
  makeBody,
  makeJoin,
  minutesOf,
  onBody,
  onMeeting,
  onTask,
  optionsOf,
  PAST,
  roundOf,
  slot,
  taskOf,
  whileStanding,
} from "./example.testing.ts";
import { addAgendaItem } from "./meetings/agenda.commands.server.ts";
import { meetingComments } from "./meetings/comment.usecases.server.ts";
import { takeExcerpts } from "./meetings/excerpt.usecases.server.ts";
import { figureOf } from "./meetings/figure.testing.ts";
import { readMeeting } from "./meetings/meeting-view.queries.server.ts";
import { addReport } from "./meetings/paper.usecases.server.ts";
import { addPast } from "./past/past.usecases.server.ts";

export { COUNCIL, makeBody, makeMeeting, makeMember, slot } from "./example.testing.ts";

/** How the role matrix tries each command and query of the councils. */
export const examples: Examples = {
  "council-member.list-seats": async ({ organisation, state }) =>
    state === "standing" ? { target: { organisation } } : undefined,
  ...each(["board.list-areas", "council.read-today", "outbox.read"], everywhere),
  "council.read-days": async () => ({ target: { from: "2026-04-01", until: "2027-03-31" } }),
  ...each(["poll.list-closing", "poll.list-closed", "task.list-overdue"], everywhere),
  ...each(["body.list", "body.list-tree", "body.list-parents", "meeting.list"], inArea()),
  ...each(["board.refresh", "council.find-place", "council.list-deleted"], inArea()),
  ...each(["council.read-restored", "council.restore"], deletedMeeting),
  "board.read": async ({ state }) => (state === "standing" ? { target: {} } : undefined),
  "body.create": inArea(COUNCIL),
  "body.change": onBody(({ body }) => ({ target: { body }, input: COUNCIL })),
  "body.delete": onBody(({ body: id }) => ({ target: { id } })),
  "council-member.find-organisation": whileStanding(() => ({ target: { name: "機関" } })),
  "council-member.add": onBody(({ body }) => ({ target: { body }, input: MEMBER })),
  "council-member.change": onBody(({ body, member: id }) => ({ target: { body, id }, input: MEMBER })),
  ...each(["past.list", "past.add"], inArea(PAST)),
  ...each(
    ["past.change", "past.delete"],
    whileStanding(async ({ app, area, secretariat }) => ({
      target: { id: expectOk(await addPast(app, secretariat, { area }, PAST)).id },
      input: PAST,
    })),
  ),
  ...each(["join.read", "join.list"], inArea()),
  "join.ask": async (place) =>
    onBody(({ body }) => ({
      target: { body },
      input: { organisationId: place.organisation, email: "a@example.jp" },
    }))(place),
  "join.settle": whileStanding(async (place) => ({
    target: { id: await makeJoin(place, await makeBody(place.app, place.secretariat, place.area)) },
    input: { answer: "decline" },
  })),
  "council-member.list-accounts": onBody(({ body }) => ({ target: { body } })),
  "council-member.take-mail": onBody(({ body, member }) => ({ target: { body }, input: { member } })),
  "council-member.delete": onBody(({ body, member: id }) => ({ target: { body, id } })),
  ...each(["poll.start", "poll.remind", "meeting.read"], onMeeting("polling")),
  ...each(["meeting.invite", "meeting.cancel", "paper.print"], onMeeting("fixed")),
  "meeting.plan": onBody(({ body: bodyId }) => ({
    input: { bodyId, title: "第2回", slots: [slot("2026-12-03")] },
  })),
  "meeting.set-place": onMeeting("polling", () => ({ input: { place: "市役所" } })),
  "meeting.fix-date": onMeeting("polling", async (place, { meeting }) => ({
    target: { id: (await optionsOf(place, meeting))[0] },
  })),
  "meeting.move": onMeeting("fixed", ({ app }) => ({
    input: { ...slot(addDays(app.clock.today(), 12)), place: "市役所" },
  })),
  "meeting.delete": onMeeting("fixed", (_, { meeting: id }) => ({ target: { id } })),
  ...each(
    ["meeting-comment.list", "meeting-comment.write"],
    onMeeting("fixed", (_, { meeting: id }) => ({
      target: { kind: "meeting", id },
      input: { text: "意見" },
    })),
  ),
  ...each(
    ["meeting-comment.hide", "meeting-comment.show", "meeting-comment.settle", "meeting-comment.reopen"],
    onMeeting("fixed", async ({ app, area, secretariat }, { meeting: id }) => {
      const of = { area, kind: "meeting", id } as const;
      expectOk(await meetingComments.write(app, secretariat, of, { text: "意見" }));
      const { comments } = expectOk(await meetingComments.list(app, secretariat, of));
      return { target: { id: comments[0]!.id } };
    }),
  ),
  "poll.answer": onMeeting("polling", async (place, made) => ({
    input: Object.fromEntries((await optionsOf(place, made.meeting)).map((id) => [id, "yes"])),
    holds: link(made),
  })),
  "poll.enter": onMeeting("polling", async (place, made) => ({
    input: Object.fromEntries(
      (await optionsOf(place, made.meeting)).map((id) => [`${made.member}.${id}`, "yes"]),
    ),
  })),
  "seat.read": onMeeting("polling"),
  "reply.give": onMeeting("invited", (_, made) => ({ input: { reply: "present" }, holds: link(made) })),
  "reply.enter": onMeeting("invited", (_, { member }) => ({ input: { [member]: "present" } })),
  "poll.report-closed": onMeeting("closed"),
  ...each(
    ["member-link.read", "member-link.read-papers"],
    onMeeting("polling", (_, made) => ({ holds: link(made) })),
  ),
  "member-link.read-file": onMeeting("polling", async (place, made) => ({
    target: { id: await fileOf(place, made.meeting) },
    holds: link(made),
  })),
  "agenda.add": onMeeting("fixed", () => ({ input: { title: "議題" } })),
  ...each(
    ["agenda.change", "agenda.move", "agenda.delete"],
    onMeeting("fixed", async ({ app, area, secretariat }, { meeting }) => {
      const target = { area, meeting };
      expectOk(await addAgendaItem(app, secretariat, target, { title: "議題" }));
      const { agenda } = expectOk(await readMeeting(app, secretariat, target));
      return { target: { id: agenda[0]!.id }, input: { title: "議題", to: "up" } };
    }),
  ),
  "paper.add-report": onMeeting("fixed", () => ({ input: { title: "報告" } })),
  "paper.add-file": onMeeting("fixed", () => ({ input: { file: file() } })),
  "paper.read-file": onMeeting("fixed", async (place, { meeting }) => ({
    target: { id: await fileOf(place, meeting) },
  })),
  "paper.delete": onMeeting("fixed", async ({ app, area, secretariat }, { meeting }) => ({
    target: { id: expectOk(await addReport(app, secretariat, { area, meeting }, { title: "報告" })).id },
  })),
  "excerpt.take": onMeeting("fixed", async (place) => ({ input: { figure: await figureOf(place) } })),
  "excerpt.read": onMeeting("fixed", async (place, { meeting }) => {
    const { app, area, secretariat } = place;
    const figure = await figureOf(place);
    expectOk(await takeExcerpts(app, secretariat, { area, meeting }, { figure }));
    const { papers } = expectOk(await readMeeting(app, secretariat, { area, meeting }));
    return { target: { id: papers[0]!.id } };
  }),
  "attendance.save": onMeeting("held", (_, { member }) => ({ input: { [member]: "present" } })),
  "attendance.fill": onMeeting("held", () => ({ input: { from: "all" } })),
  ...each(["minutes.read", "minutes.read-round"], onMeeting("held")),
  "minutes.circulate": onMeeting("held", async (place, { meeting }) => {
    await minutesOf(place, meeting, false);
    return { input: { version: 1, revision: 1 } };
  }),
  "minutes.answer": onMeeting("held", async (place, made) => {
    await roundOf(place, made.meeting);
    return { input: { version: 1, revision: 1, answer: "agreed" }, holds: link(made) };
  }),
  "minutes.enter-answer": onMeeting("held", async (place, { meeting, member }) => {
    await roundOf(place, meeting);
    return { target: { id: member }, input: { version: 1, revision: 1, answer: "agreed" } };
  }),
  "minutes.save": onMeeting("held", () => ({ input: { body: "話した" } })),
  "minutes.approve": onMeeting("held", async (place, { meeting }) => {
    await minutesOf(place, meeting, false);
    return { input: { version: 1, revision: 1, sure: true } };
  }),
  "minutes.correct": onMeeting("held", async (place, { meeting }) => {
    await minutesOf(place, meeting, true);
    return { input: { reason: "出席者の誤り" } };
  }),
  "decision.write": onMeeting("held", () => ({ input: { text: "集める" } })),
  "decision.delete": onMeeting("held", async (place, { meeting }) => ({
    target: { id: (await taskOf(place, meeting)).decision },
  })),
  "task.save": onTask({ text: "候補を集める" }),
  ...each(["task.finish", "task.reopen", "task.delete", "task.remind"], onTask()),
  ...each(["maturity.read", "annual-report.read", "annual-report.make"], inYear()),
  "annual-report.read-setting": inYear(),
  "annual-report.prepare": inYear({ foreword: "この年度の歩みです。" }),
  "maturity.judge": inYear({ level: "1-1", reason: "紙の記録による" }),
};

export { pages } from "./page-guards.testing.ts";
