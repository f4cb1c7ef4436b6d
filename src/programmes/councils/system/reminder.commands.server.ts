import { service } from "#foundation/actors/public.ts";
import { getArea } from "#foundation/areas/public.ts";
import { command, query } from "#foundation/authority/public.ts";
import type { App } from "#platform/app.ts";
import { changeRow } from "#platform/db/area-rows.ts";
import type { Clock } from "#platform/kernel/clock.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { addDays, type PlainDate, showDateJa } from "#platform/kernel/plain-date.ts";
import { notFound, ok } from "#platform/kernel/result.ts";
import type { CouncilPermit } from "../access.ts";
import { selectMembers } from "../bodies/body.store.server.ts";
import { writeToMember } from "../meetings/council-letter.commands.server.ts";
import { updateMeeting } from "../meetings/meeting.store.server.ts";
import type { Member } from "../model/body.schema.ts";
import { ofAllAreas, ofMeeting, ofPart } from "../model/council-target.schema.ts";
import { aboutMember } from "../model/meeting.rules.ts";
import { inTerm } from "../model/member.rules.ts";
import { type Span, selectClosedPolls, selectOverdueTasks } from "./reminder.store.server.ts";

/** Older ones were told of, or stood still with the server and are on the page of today. */
const DAYS_BACK = 14;

const recent = (clock: Clock): Span => {
  const before = clock.today();
  return { from: addDays(before, -DAYS_BACK), before };
};

/**
 * By the clock: tasks whose day has gone by, to the member who does them or else to the secretariat; and polls that
 * have closed, to the secretariat. Each once for its day, however often this runs.
 */
export async function remindCouncils(app: App): Promise<void> {
  const actor = service("council-reminder");
  const tasks = await listOverdueTasks(app, actor, {});
  if (tasks.ok) for (const task of tasks.value) await remindTask(app, actor, task);
  const polls = await listClosedPolls(app, actor, {});
  if (polls.ok) for (const poll of polls.value) await reportClosedPoll(app, actor, poll);
}

const listOverdueTasks = query({
  name: "task.list-overdue",
  ...ofAllAreas("task"),
  run: async (permit) =>
    ok((await selectOverdueTasks(permit, recent(permit.clock))).map(({ area, id }) => ({ area, id }))),
});

const remindTask = command({
  name: "task.remind",
  ...ofPart("task"),
  async run(permit, { area, id }, app) {
    const [task] = await selectOverdueTasks(permit, recent(permit.clock), { area, id });
    if (!task) return notFound("task");
    const key = `task:${id}:${task.dueOn}`;
    await tell(permit, app, task, key, task.ownerMemberId, "overdue", {
      ...{ body: task.body, title: task.meeting, task: task.text, due: showDateJa(task.dueOn) },
    });
    await changeRow(permit, "councilTask", id, { remindedFor: task.dueOn });
    return ok(undefined);
  },
});

const listClosedPolls = query({
  name: "poll.list-closed",
  ...ofAllAreas("meeting"),
  run: async (permit) =>
    ok(
      (await selectClosedPolls(permit, recent(permit.clock))).map(({ area, meetingId: meeting }) => ({
        area,
        meeting,
      })),
    ),
});

const reportClosedPoll = command({
  name: "poll.report-closed",
  ...ofMeeting,
  async run(permit, { area, meeting: id }, app) {
    const [poll] = await selectClosedPolls(permit, recent(permit.clock), { area, id });
    if (!poll) return notFound("meeting");
    await tell(permit, app, poll, `poll-closed:${id}:${poll.deadline}`, null, "poll_closed", {
      ...{ body: poll.body, title: poll.meeting, answered: String(poll.answered), asked: String(poll.asked) },
    });
    await updateMeeting(permit, id, { closingToldFor: poll.deadline });
    return ok(undefined);
  },
});

async function tell(
  permit: CouncilPermit,
  app: App,
  { area, bodyId, meetingId }: Readonly<{ area: AreaId; bodyId: string; meetingId: string }>,
  key: string,
  memberId: string | null,
  letter: "overdue" | "poll_closed",
  values: Parameters<typeof writeToMember>[4]["values"],
): Promise<void> {
  const { slug } = await getArea(permit, area);
  const link = `${app.config.origin}/areas/${slug}/council/meetings/${meetingId}`;
  const members = await selectMembers(permit, bodyId);
  for (const one of recipients(members, memberId, permit.clock.today()))
    await writeToMember(permit, meetingId, { ...one, memberId: one.id }, letter, {
      values: { ...values, link },
      onceKey: `${key}:${aboutMember(meetingId, one.id)}`,
    });
}

/** The member meant, where mail reaches them; else the secretariat of the body. */
function recipients(members: readonly Member[], memberId: string | null, on: PlainDate): readonly Member[] {
  const reachable = members.filter((member) => member.email !== "" && inTerm(member, on));
  const meant = reachable.filter((member) => member.id === memberId);
  return meant.length > 0 ? meant : reachable.filter((member) => member.role === "secretariat");
}
