import { type Actor, service } from "#foundation/actors/public.ts";
import { act, type Unit } from "#foundation/authority/public.ts";
import type { App } from "#platform/app.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { addDays, showDateJa } from "#platform/kernel/plain-date.ts";
import { conflict, invalid, ok, type Result } from "#platform/kernel/result.ts";
import { queueMail } from "#platform/mail/outbox.ts";
import { MAIL } from "../../messages.ts";
import type { Body } from "../../schema.ts";
import { byLink } from "../links/usecases.server.ts";
import { aboutMember, pollOpen } from "../rules.ts";
import { ANSWERS, type Meeting } from "../schema.ts";
import { selectInvitees, updateInvitee, updateMeeting } from "../store.server.ts";
import { withMeeting } from "../usecases.server.ts";
import { mintLink, selectAsked, selectOptions, selectPollsToRemind, upsertAnswer } from "./store.server.ts";

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
    await updateMeeting(unit, area, id, { reminded_at: at });
    return ok({ sent });
  });
}

/** By the clock: the polls that close soon. Running it twice reminds once. */
export async function remindDuePolls(app: App): Promise<void> {
  const actor = service("poll-reminder");
  const today = app.clock.today();
  const due = await act(app, actor, async (unit) =>
    ok(await selectPollsToRemind(unit, today, addDays(today, REMIND_DAYS_BEFORE))),
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
  const asked = new Set(kind === "poll" ? await selectAsked(unit, area, meeting.id) : []);
  const open = (await selectInvitees(unit, area, meeting.id)).filter(
    (one) => one.email !== "" && one.answeredAt === null && !asked.has(one.memberId),
  );
  for (const { memberId, email } of open) {
    const token = await mintLink(unit, area, meeting.id, memberId, unit.clock.today());
    const link = `${app.config.origin}/meeting/${token}`;
    const day = kind === "reminder" ? `:${unit.clock.today()}` : "";
    await queueMail(unit, by, at, {
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

/** The answers of the holder of a link. They may be changed until the poll closes. */
export function answerPoll(
  app: App,
  token: string,
  given: Readonly<{ answers: Readonly<Record<string, string>>; comment: string }>,
): Promise<Result<undefined>> {
  return byLink(app, token, async (unit, { area, meeting, memberId }): Promise<Result<undefined>> => {
    if (!pollOpen(meeting, unit.clock.today()))
      return conflict("お返事の受け付けは終わりました。変更は事務局にお知らせください。");
    const options = await selectOptions(unit, area, meeting.id);
    if (given.comment.length > 500) return invalid({ comment: ["ひとことは500字までで書いてください。"] });
    const missing: Record<string, string[]> = {};
    for (const option of options) {
      const answer = ANSWERS.find((one) => one === given.answers[option.id]);
      if (answer === undefined) missing[option.id] = ["どれか1つを選んでください。"];
      else await upsertAnswer(unit, area, { optionId: option.id, memberId, answer });
    }
    if (Object.keys(missing).length > 0) return invalid(missing);
    await updateInvitee(unit, area, meeting.id, memberId, {
      answered_at: unit.clock.now(),
      comment: given.comment.trim(),
    });
    return ok(undefined);
  });
}
