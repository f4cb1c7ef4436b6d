import { service } from "#foundation/actors/public.ts";
import { command, query } from "#foundation/authority/public.ts";
import type { App } from "#platform/app.ts";
import { addDays, showDateJa } from "#platform/kernel/plain-date.ts";
import { ok } from "#platform/kernel/result.ts";
import type { CouncilPermit } from "../access.ts";
import { ofAllAreas, ofMeeting } from "../model/council-target.schema.ts";
import { writeToMember } from "./council-letter.commands.server.ts";
import { showSlot } from "./meeting.present.ts";
import { selectInvitees, updateMeeting } from "./meeting.store.server.ts";
import { type LockedMeeting, lockMeeting } from "./meeting.usecases.server.ts";
import { makeMemberLink, membersWithLink } from "./member-link.commands.server.ts";
import { selectClosingPolls, selectOptions } from "./poll.store.server.ts";

/** A reminder goes out this long before the deadline. */
const REMIND_DAYS_BEFORE = 2;

/** Asks every member with a mail address for the dates. Asking again reaches only those who were not asked yet. */
export const startPoll = command({
  name: "poll.start",
  ...ofMeeting,
  async run(permit, { meeting }, app) {
    const locked = await lockMeeting(permit, meeting, "poll");
    if (!locked.ok) return locked;
    return ok({ sent: await askForDates(permit, app, locked.value, "poll") });
  },
});

/** Reminds those who were asked and have not answered; with a new link, as the old one was not kept. */
export const remindPoll = command({
  name: "poll.remind",
  ...ofMeeting,
  async run(permit, { meeting }, app) {
    const locked = await lockMeeting(permit, meeting, "poll");
    if (!locked.ok) return locked;
    const sent = await askForDates(permit, app, locked.value, "reminder");
    await updateMeeting(permit, meeting, { remindedAt: permit.clock.now() });
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
      const asked = await membersWithLink(permit, poll.meeting, poll.area);
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
  { meeting, body }: LockedMeeting,
  kind: "poll" | "reminder",
): Promise<number> {
  const deadline = meeting.pollDeadline ? showDateJa(meeting.pollDeadline) : "";
  const asked = new Set(await membersWithLink(permit, meeting.id));
  const open = (await selectInvitees(permit, meeting.id)).filter(
    (one) => one.email !== "" && one.answeredAt === null && asked.has(one.memberId) === (kind === "reminder"),
  );
  const options = (await selectOptions(permit, meeting.id)).map((one) => `・${showSlot(one)}`).join("\n");
  for (const one of open) {
    const link = await makeMemberLink(permit, app, meeting.id, one.memberId);
    const day = kind === "reminder" ? `:${permit.clock.today()}` : "";
    await writeToMember(permit, meeting.id, one, kind, {
      values: { body: body.name, title: meeting.title, options, deadline, link },
      answerBy: meeting.pollDeadline ? new Date(`${meeting.pollDeadline}T23:59:59+09:00`) : null,
      onceKey: `${kind}:${meeting.id}:${one.memberId}${day}`,
    });
  }
  return open.length;
}
