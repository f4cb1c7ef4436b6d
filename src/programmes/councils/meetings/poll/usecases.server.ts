import { service } from "#foundation/actors/public.ts";
import { command, query } from "#foundation/authority/public.ts";
import type { App } from "#platform/app.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { addDays, showDateJa } from "#platform/kernel/plain-date.ts";
import { conflict, invalid, ok } from "#platform/kernel/result.ts";
import type { CouncilPermit } from "../../access.ts";
import { MAIL } from "../../messages.ts";
import { ofAllAreas, ofMeeting } from "../../target.schema.ts";
import { findLinked, makeMemberLink, membersWithLink } from "../links/usecases.server.ts";
import { pollOpen } from "../rules.ts";
import { ANSWERS, PollAnswerInput } from "../schema.ts";
import { selectInvitees, updateInvitee, updateMeeting } from "../store.server.ts";
import { type LockedMeeting, lockMeeting, mailMember } from "../usecases.server.ts";
import { selectClosingPolls, selectOptions, upsertAnswer } from "./store.server.ts";

/** A reminder goes out this long before the deadline. */
const REMIND_DAYS_BEFORE = 2;

/** Asks every member with a mail address for the dates. Asking again reaches only those who were not asked yet. */
export const startPoll = command({
  name: "poll.start",
  ...ofMeeting,
  async run(permit, { area, meeting }, app) {
    const locked = await lockMeeting(permit, area, meeting, "poll");
    if (!locked.ok) return locked;
    return ok({ sent: await askForDates(permit, app, area, locked.value, "poll") });
  },
});

/** Reminds those who were asked and have not answered; with a new link, as the old one was not kept. */
export const remindPoll = command({
  name: "poll.remind",
  ...ofMeeting,
  async run(permit, { area, meeting }, app) {
    const locked = await lockMeeting(permit, area, meeting, "poll");
    if (!locked.ok) return locked;
    const sent = await askForDates(permit, app, area, locked.value, "reminder");
    await updateMeeting(permit, area, meeting, { reminded_at: permit.clock.now() });
    return ok({ sent });
  },
});

const listClosingPolls = query({
  name: "poll.list-closing",
  ...ofAllAreas("meeting"),
  async run(permit) {
    const today = permit.clock.today();
    const closing = [];
    for (const poll of await selectClosingPolls(permit, today, addDays(today, REMIND_DAYS_BEFORE))) {
      const asked = await membersWithLink(permit, poll.area as AreaId, poll.meeting);
      if (asked.length > 0) closing.push(poll);
    }
    return ok(closing);
  },
});

/** By the clock: the polls that close soon. Running it twice reminds once. */
export async function remindDuePolls(app: App): Promise<void> {
  const actor = service("poll-reminder");
  const due = await listClosingPolls(app, actor, {});
  if (due.ok) for (const poll of due.value) await remindPoll(app, actor, poll);
}

async function askForDates(
  permit: CouncilPermit,
  app: App,
  area: AreaId,
  { meeting, body }: LockedMeeting,
  kind: "poll" | "reminder",
): Promise<number> {
  const deadline = meeting.pollDeadline ? showDateJa(meeting.pollDeadline) : "";
  const asked = new Set(await membersWithLink(permit, area, meeting.id));
  const open = (await selectInvitees(permit, area, meeting.id)).filter(
    (one) => one.email !== "" && one.answeredAt === null && asked.has(one.memberId) === (kind === "reminder"),
  );
  for (const { memberId, email } of open) {
    const link = await makeMemberLink(permit, app, area, meeting.id, memberId);
    const day = kind === "reminder" ? `:${permit.clock.today()}` : "";
    await mailMember(permit, area, meeting.id, memberId, {
      to: email,
      ...MAIL[kind](body.name, meeting.title, deadline, link),
      // A reminder comes shortly before the deadline.
      kind: kind === "poll" ? "question" : "now",
      answerBy: meeting.pollDeadline ? new Date(`${meeting.pollDeadline}T23:59:59+09:00`) : null,
      link,
      onceKey: `${kind}:${meeting.id}:${memberId}${day}`,
    });
  }
  return open.length;
}

/** The answers of the holder of a link. They may be changed until the poll closes. */
export const answerPoll = command({
  name: "poll.answer",
  ...ofMeeting,
  input: PollAnswerInput,
  async run(permit, { area, meeting: id, answers, comment }) {
    const linked = await findLinked(permit, area, id);
    if (!linked.ok) return linked;
    const { meeting, invitee } = linked.value;
    if (!pollOpen(meeting, permit.clock.today()))
      return conflict("お返事の受け付けは終わりました。変更は事務局にお知らせください。");
    const missing: Record<string, string[]> = {};
    for (const option of await selectOptions(permit, area, id)) {
      const answer = ANSWERS.find((one) => one === answers[option.id]);
      if (answer === undefined) missing[option.id] = ["どれか1つを選んでください。"];
      else await upsertAnswer(permit, area, { optionId: option.id, memberId: invitee.memberId, answer });
    }
    if (Object.keys(missing).length > 0) return invalid(missing);
    await updateInvitee(permit, area, id, invitee.memberId, { answered_at: permit.clock.now(), comment });
    return ok(undefined);
  },
});
