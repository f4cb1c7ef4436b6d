import { scopeOf, service } from "#foundation/actors/public.ts";
import { getArea } from "#foundation/areas/public.ts";
import { act, type Unit } from "#foundation/authority/public.ts";
import type { App } from "#platform/app.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { addDays, type PlainDate, showDateJa } from "#platform/kernel/plain-date.ts";
import { ok } from "#platform/kernel/result.ts";
import { queueMail } from "#platform/mail/outbox.ts";
import { MAIL } from "../../messages.ts";
import { inTerm } from "../../rules.ts";
import type { Member } from "../../schema.ts";
import { selectMembers } from "../../store.server.ts";
import { aboutMember } from "../rules.ts";
import { selectClosedPolls, selectOverdueTasks } from "./store.server.ts";

/** Older ones were told of, or stood still with the server and are on the page of today. */
const DAYS_BACK = 14;
const ACTOR = service("council-reminder");

/**
 * By the clock: tasks whose day has gone by, to the member who does them or else to the secretariat; and polls that
 * have closed, to the secretariat. Each once for its day, however often this runs.
 */
export async function remindCouncils(app: App): Promise<void> {
  const today = app.clock.today();
  const since = addDays(today, -DAYS_BACK);
  const due = await act(app, ACTOR, async (unit) =>
    ok({
      tasks: await selectOverdueTasks(unit, since, today),
      polls: await selectClosedPolls(unit, since, today),
    }),
  );
  if (!due.ok) return;
  for (const task of due.value.tasks)
    await remind(app, task, `task:${task.id}:${task.dueOn}`, task.ownerMemberId, (link) =>
      MAIL.overdue(task.body, task.text, showDateJa(task.dueOn), task.meeting, link),
    );
  for (const poll of due.value.polls)
    await remind(app, poll, `poll-closed:${poll.meetingId}:${poll.deadline}`, null, (link) =>
      MAIL.pollClosed(poll.body, poll.meeting, poll.answered, poll.asked, link),
    );
}

type About = Readonly<{ area: string; bodyId: string; meetingId: string }>;

async function remind(
  app: App,
  { area, bodyId, meetingId }: About,
  key: string,
  memberId: string | null,
  letter: (link: string) => Readonly<{ subject: string; body: string }>,
): Promise<void> {
  await act(app, ACTOR, async (unit) => {
    const { slug } = await getArea(unit, area as AreaId);
    const link = `${app.config.origin}/areas/${slug}/council/meetings/${meetingId}`;
    const members = await selectMembers(unit, area, bodyId);
    for (const { id, email } of recipients(members, memberId, unit.clock.today()))
      await post(unit, area, email, key, aboutMember(meetingId, id), letter(link));
    return ok(undefined);
  });
}

/** The member meant, where mail reaches them; else the secretariat of the body. */
function recipients(members: readonly Member[], memberId: string | null, on: PlainDate): readonly Member[] {
  const reachable = members.filter((member) => member.email !== "" && inTerm(member, on));
  const meant = reachable.filter((member) => member.id === memberId);
  return meant.length > 0 ? meant : reachable.filter((member) => member.role === "secretariat");
}

const post = (
  unit: Unit,
  area: string,
  to: string,
  key: string,
  about: string,
  letter: Readonly<{ subject: string; body: string }>,
): Promise<void> =>
  queueMail(unit, scopeOf(ACTOR).actor, unit.clock.now(), {
    area,
    to,
    ...letter,
    onceKey: `${key}:${about}`,
    about,
  });
