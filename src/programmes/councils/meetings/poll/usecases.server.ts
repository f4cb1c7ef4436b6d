import { act, authorise, type Unit } from "#foundation/audit/public.ts";
import { type Actor, service } from "#foundation/identity/public.ts";
import type { App } from "#platform/app.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { addDays, showDateJa } from "#platform/kernel/plain-date.ts";
import { conflict, invalid, notFound, ok, type Result } from "#platform/kernel/result.ts";
import { queueMail } from "#platform/mail/outbox.ts";
import { councilPolicy } from "../../access.ts";
import { MAIL } from "../../messages.ts";
import type { Body } from "../../schema.ts";
import { selectBodies } from "../../store.server.ts";
import { selectAgenda, selectPapers } from "../papers/store.server.ts";
import { showWhen } from "../present.ts";
import { aboutMember, hashOfToken, pollOpen } from "../rules.ts";
import { ANSWERS, type Answer, type DateOption, type Meeting, type Paper } from "../schema.ts";
import { findMeeting, selectInvitees, updateInvitee, updateMeeting } from "../store.server.ts";
import { withMeeting } from "../usecases.server.ts";
import {
  findLink,
  mintLink,
  selectAnswers,
  selectAsked,
  selectOptions,
  selectPollsToRemind,
  upsertAnswer,
} from "./store.server.ts";

/** A reminder goes out this long before the deadline. */
const REMIND_DAYS_BEFORE = 2;

/** Asks every member with a mail address for the dates. Asking again reaches only those who were not asked yet. */
export function startPoll(
  app: App,
  actor: Actor,
  area: AreaId,
  id: string,
): Promise<Result<{ sent: number }>> {
  return withMeeting(app, actor, area, id, "poll", async (unit, meeting, body, by, at) => {
    const sent = await askFor(app, unit, area, meeting, body, by, at, "poll");
    return ok({ sent });
  });
}

/** Reminds those who have not answered; with a new link, as the old one was not kept. */
export function remindPoll(
  app: App,
  actor: Actor,
  area: AreaId,
  id: string,
): Promise<Result<{ sent: number }>> {
  return withMeeting(app, actor, area, id, "poll", async (unit, meeting, body, by, at) => {
    const sent = await askFor(app, unit, area, meeting, body, by, at, "reminder");
    await updateMeeting(unit.tx, area, id, { reminded_at: at });
    return ok({ sent });
  });
}

/** By the clock: the polls that close soon. Running it twice reminds once. */
export async function remindDuePolls(app: App): Promise<void> {
  const actor = service("poll-reminder");
  const today = app.clock.today();
  const due = await act(app, actor, async (unit) =>
    ok(await selectPollsToRemind(unit.tx, today, addDays(today, REMIND_DAYS_BEFORE))),
  );
  if (due.ok) for (const { area, id } of due.value) await remindPoll(app, actor, area as AreaId, id);
}

async function askFor(
  app: App,
  unit: Unit,
  area: AreaId,
  meeting: Meeting,
  body: Body,
  by: string,
  at: Date,
  kind: "poll" | "reminder",
): Promise<number> {
  const deadline = meeting.pollDeadline ? showDateJa(meeting.pollDeadline) : "";
  const asked = new Set(kind === "poll" ? await selectAsked(unit.tx, area, meeting.id) : []);
  const open = (await selectInvitees(unit.tx, area, meeting.id)).filter(
    (one) => one.email !== "" && one.answeredAt === null && !asked.has(one.memberId),
  );
  for (const { memberId, email } of open) {
    const token = await mintLink(unit.tx, area, meeting.id, memberId, unit.clock.today());
    const link = `${app.config.origin}/meeting/${token}`;
    const day = kind === "reminder" ? `:${unit.clock.today()}` : "";
    await queueMail(unit.tx, by, at, {
      area,
      to: email,
      ...MAIL[kind](body.name, meeting.title, deadline, link),
      // A reminder comes shortly before the deadline.
      kind: kind === "poll" ? "question" : "now",
      answerBy: meeting.pollDeadline ? new Date(`${meeting.pollDeadline}T23:59:59+09:00`) : null,
      link,
      onceKey: `${kind}:${meeting.id}:${memberId}${day}`,
      about: aboutMember(meeting.id, memberId),
    });
  }
  return open.length;
}

export type MemberView = Readonly<{
  body: string;
  title: string;
  when: string;
  place: string;
  organisation: string;
  open: boolean;
  fixed: boolean;
  cancelled: boolean;
  deadline: Meeting["pollDeadline"];
  options: readonly (DateOption & { answer: Answer | null })[];
  comment: string;
  answered: boolean;
  agenda: readonly string[];
  papers: readonly Pick<Paper, "id" | "title" | "text" | "excerpt">[];
}>;

/** What the holder of a link sees: the own answers, never those of others, and the facts before the meeting. */
export function openLink(app: App, token: string): Promise<Result<MemberView>> {
  return byLink(app, token, async (unit, { area, meeting, memberId }) => {
    const invitee = (await selectInvitees(unit.tx, area, meeting.id)).find(
      (one) => one.memberId === memberId,
    );
    const body = (await selectBodies(unit.tx, area)).find((one) => one.id === meeting.bodyId);
    if (!invitee || !body) return notFound("meeting");
    const answers = (await selectAnswers(unit.tx, area, meeting.id)).filter(
      (one) => one.memberId === memberId,
    );
    const options = await selectOptions(unit.tx, area, meeting.id);
    return ok({
      body: body.name,
      title: meeting.title,
      when: showWhen(meeting),
      place: meeting.place,
      organisation: invitee.organisation,
      open: pollOpen(meeting, unit.clock.today()),
      fixed: meeting.heldOn !== null,
      cancelled: meeting.cancelledAt !== null,
      deadline: meeting.pollDeadline,
      options: options.map((option) => ({
        ...option,
        answer: answers.find((one) => one.optionId === option.id)?.answer ?? null,
      })),
      comment: invitee.comment,
      answered: invitee.answeredAt !== null,
      agenda: (await selectAgenda(unit.tx, area, meeting.id)).map((item) => item.title),
      papers: (await selectPapers(unit.tx, area, meeting.id)).map(({ id, title, text, excerpt }) => ({
        id,
        title,
        text,
        excerpt,
      })),
    });
  });
}

/** The answers of the holder of a link. They may be changed until the poll closes. */
export function answerPoll(
  app: App,
  token: string,
  given: Readonly<{ answers: Readonly<Record<string, string>>; comment: string }>,
): Promise<Result<undefined>> {
  return byLink(app, token, async (unit, { area, meeting, memberId }): Promise<Result<undefined>> => {
    if (!pollOpen(meeting, unit.clock.today()))
      return conflict("お返事の受け付けは終わりました。変更は事務局にお知らせください。");
    const options = await selectOptions(unit.tx, area, meeting.id);
    if (given.comment.length > 500) return invalid({ comment: ["ひとことは500字までで書いてください。"] });
    const missing: Record<string, string[]> = {};
    for (const option of options) {
      const answer = ANSWERS.find((one) => one === given.answers[option.id]);
      if (answer === undefined) missing[option.id] = ["どれか1つを選んでください。"];
      else await upsertAnswer(unit.tx, area, { optionId: option.id, memberId, answer });
    }
    if (Object.keys(missing).length > 0) return invalid(missing);
    await updateInvitee(unit.tx, area, meeting.id, memberId, {
      answered_at: unit.clock.now(),
      comment: given.comment.trim(),
    });
    return ok(undefined);
  });
}

/** Whoever holds the link acts for the member, within that meeting and nothing else. */
function byLink<T>(
  app: App,
  token: string,
  work: (
    unit: Unit,
    held: Readonly<{ area: AreaId; meeting: Meeting; memberId: string }>,
  ) => Promise<Result<T>>,
): Promise<Result<T>> {
  return act(app, service("member-link"), async (unit): Promise<Result<T>> => {
    const link = await findLink(unit.tx, hashOfToken(token), unit.clock.today());
    const area = link?.area as AreaId;
    const meeting = link && (await findMeeting(unit.tx, area, link.meetingId));
    if (!link || !meeting) return notFound("link");
    const subject = { type: "meeting", id: meeting.id, area };
    const permit = await authorise(unit, councilPolicy, "poll.answer", subject);
    return permit.ok ? work(unit, { area, meeting, memberId: link.memberId }) : permit;
  });
}
