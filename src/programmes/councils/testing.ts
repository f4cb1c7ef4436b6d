import type { Actor } from "#foundation/actors/public.ts";
import type { Example, ExamplePlace, Examples } from "#foundation/authority/testing.ts";
import type { App } from "#platform/app.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { addDays } from "#platform/kernel/plain-date.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { addMember } from "./bodies/member.usecases.server.ts";
import { addAgendaItem } from "./meetings/agenda.commands.server.ts";
import { meetingComments } from "./meetings/comment.usecases.server.ts";
import { decide } from "./meetings/decision.commands.server.ts";
import { takeExcerpts } from "./meetings/excerpt.usecases.server.ts";
import { figureOf } from "./meetings/figure.testing.ts";
import { cancelMeeting, invite } from "./meetings/invitation.commands.server.ts";
import { planMeeting } from "./meetings/meeting.usecases.server.ts";
import { readMeeting } from "./meetings/meeting-view.queries.server.ts";
import { approveMinutes, saveMinutes } from "./meetings/minutes.usecases.server.ts";
import { circulateMinutes } from "./meetings/minutes-round.commands.server.ts";
import { addFile, addReport } from "./meetings/paper.usecases.server.ts";
import type { CouncilPart } from "./model/body.schema.ts";
import { addPast } from "./past/past.usecases.server.ts";
import { createBody } from "./secretariat/body.commands.server.ts";
import { removePart } from "./secretariat/council-part.usecases.server.ts";

export const COUNCIL = { kind: "area_council", name: "見本の協議会" };
const PAST = { kind: "event", fiscalYear: "2003", text: "協議会を置いた" };
const MEMBER = { organisation: "商工会", sector: "commerce" };

export const makeBody = async (app: App, clerk: Actor, area: AreaId, body: object = COUNCIL) =>
  expectOk(await createBody(app, clerk, { area }, body)).id;

export const makeMember = async (app: App, clerk: Actor, area: AreaId, body: string, member: object = {}) =>
  expectOk(
    await addMember(app, clerk, { area, body }, { organisation: "機関", sector: "commerce", ...member }),
  ).id;

export const slot = (day: string) => ({ day, startsAt: "10:00", endsAt: "11:30" });

/** A meeting on that day, or a poll of several. */
export const makeMeeting = async (
  app: App,
  clerk: Actor,
  area: AreaId,
  bodyId: string,
  days: readonly string[],
  more: object = {},
) =>
  expectOk(
    await planMeeting(app, clerk, { area }, { bodyId, title: "第1回", slots: days.map(slot), ...more }),
  ).id;

type Made = Readonly<{ body: string; member: string; meeting: string }>;
type Parts = Partial<Omit<Example, "target">> & Readonly<{ target?: object }>;

const whileStanding =
  (example: (place: ExamplePlace) => Parts | Promise<Parts>) =>
  async (place: ExamplePlace): Promise<Example | undefined> => {
    if (place.state !== "standing") return undefined;
    const { target, ...rest } = await example(place);
    return { target: { area: place.area, ...target }, ...rest };
  };
const inArea = (input?: unknown) => whileStanding(() => ({ input }));
const inYear = (input?: unknown) => whileStanding(() => ({ target: { year: 2026 }, input }));
const everywhere = async ({ state }: ExamplePlace) => (state === "standing" ? { target: {} } : undefined);

/** A body with one member; deleted where that is asked for. */
const onBody =
  (example: (made: Omit<Made, "meeting">) => Parts) =>
  async ({ app, area, secretariat, state }: ExamplePlace): Promise<Example | undefined> => {
    if (state === "ended") return undefined;
    const body = await makeBody(app, secretariat, area);
    const member = await makeMember(app, secretariat, area, body);
    if (state === "deleted") expectOk(await removePart.body(app, secretariat, { area, id: body }));
    const { target, ...rest } = example({ body, member });
    return { target: { area, ...target }, ...rest };
  };

/** On which days from today, and the last one for answers; each was planned three days ago. */
const PLANS = {
  polling: { days: [10, 11] },
  closed: { days: [10, 11], deadline: -1 },
  fixed: { days: [10] },
  invited: { days: [10] },
  held: { days: [-2] },
} as const;
const DAY_MS = 86_400_000;
const PLANNED = -3;
const earlier = (app: App): App => {
  const { clock } = app;
  const now = () => new Date(clock.now().getTime() + PLANNED * DAY_MS);
  return { ...app, clock: { now, today: () => addDays(clock.today(), PLANNED) } };
};

/** A meeting as it is before its day or after; called off where it should have ended, or deleted. */
const onMeeting =
  (
    kind: keyof typeof PLANS,
    example: (place: ExamplePlace, made: Made) => Parts | Promise<Parts> = () => ({}),
  ) =>
  async (place: ExamplePlace): Promise<Example | undefined> => {
    const { app, area, secretariat, state } = place;
    if (state === "ended" && kind === "held") return undefined;
    const plan: Readonly<{ days: readonly number[]; deadline?: number }> = PLANS[kind];
    const day = (from: number) => addDays(app.clock.today(), from);
    const body = await makeBody(app, secretariat, area);
    const own = { email: "member@example.jp", role: "secretariat" };
    const member = await makeMember(app, secretariat, area, body, own);
    const more = plan.deadline === undefined ? {} : { pollDeadline: day(plan.deadline) };
    const meeting = await makeMeeting(earlier(app), secretariat, area, body, plan.days.map(day), more);
    if (kind === "invited") expectOk(await invite(app, secretariat, { area, meeting }));
    const { target, ...rest } = await example(place, { body, member, meeting });
    if (state === "ended") expectOk(await cancelMeeting(app, secretariat, { area, meeting }));
    if (state === "deleted") expectOk(await removePart.meeting(app, secretariat, { area, id: meeting }));
    return { target: { area, meeting, ...target }, ...rest };
  };

const link = ({ meeting, member }: Made) => ({
  "member-link": { subject: meeting, detail: { member } },
});

/** The first of the dates that are asked about. */
const optionsOf = async ({ app, area, secretariat }: ExamplePlace, meeting: string) =>
  expectOk(await readMeeting(app, secretariat, { area, meeting })).poll.map(({ id }) => id);

const taskOf = async ({ app, area, secretariat }: ExamplePlace, meeting: string) => {
  const dueOn = addDays(app.clock.today(), -1);
  const made = await decide(app, secretariat, { area, meeting }, { text: "集める", makes: "task", dueOn });
  return { decision: expectOk(made).id, task: expectOk(made).madeId! };
};

const onTask = (input?: unknown) =>
  onMeeting("held", async (place, { meeting }) => ({
    target: { id: (await taskOf(place, meeting)).task },
    input,
  }));

const file = () => new File(["資料"], "資料.txt");
const fileOf = async ({ app, area, secretariat }: ExamplePlace, meeting: string) =>
  expectOk(await addFile(app, secretariat, { area, meeting }, { file: file() })).id;

const minutesOf = async ({ app, area, secretariat }: ExamplePlace, meeting: string, approved: boolean) => {
  expectOk(await saveMinutes(app, secretariat, { area, meeting }, { body: "話した" }));
  if (approved)
    expectOk(
      await approveMinutes(app, secretariat, { area, meeting }, { version: 1, revision: 1, sure: true }),
    );
};

const roundOf = async (place: ExamplePlace, meeting: string) => {
  const { app, area, secretariat } = place;
  await minutesOf(place, meeting, false);
  expectOk(await circulateMinutes(app, secretariat, { area, meeting }, { version: 1, revision: 1 }));
};

const deletedMeeting = whileStanding(async ({ app, area, secretariat }) => {
  const body = await makeBody(app, secretariat, area);
  const id = await makeMeeting(app, secretariat, area, body, [app.clock.today()]);
  expectOk(await removePart.meeting(app, secretariat, { area, id }));
  return { target: { kind: "meeting" satisfies CouncilPart, id } };
});

const each = (names: readonly string[], example: Examples[string]): Examples =>
  Object.fromEntries(names.map((name) => [name, example]));

/** How the role matrix tries each command and query of the councils. */
export const examples: Examples = {
  ...each(["board.list-areas", "council.read-today", "outbox.read"], everywhere),
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
  "join.settle": onBody(({ member: id }) => ({ target: { id }, input: { answer: "decline" } })),
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
  "maturity.judge": inYear({ level: "1-1", reason: "紙の記録による" }),
};

export { pages } from "./page-guards.testing.ts";
