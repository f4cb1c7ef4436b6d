import type { Actor } from "#foundation/actors/public.ts";
import type { App } from "#platform/app.ts";
import type { RowAccess } from "#platform/db/rows.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { notFound, ok, type Result } from "#platform/kernel/result.ts";
import { deliveriesOf, type Undelivered, undeliveredTo } from "#platform/mail/deliveries.ts";
import type { Body } from "../../schema.ts";
import { selectBodies } from "../../store.server.ts";
import { inCouncil } from "../../usecases.server.ts";
import { selectDecisions, selectTasks } from "../decisions/store.server.ts";
import { type Revision, selectVersions } from "../minutes/store.server.ts";
import { selectAgenda, selectComments, selectPapers } from "../papers/store.server.ts";
import { selectAnswers, selectAsked, selectOptions } from "../poll/store.server.ts";
import { aboutMember, type MeetingState, type OptionResult, pollResult, stateOfMeeting } from "../rules.ts";
import type { AgendaItem, Comment, DateAnswer, Decision, Invitee, Meeting, Paper, Task } from "../schema.ts";
import { findMeeting, selectInvitees } from "../store.server.ts";

export type MeetingView = Readonly<{
  meeting: Meeting;
  body: Body;
  state: MeetingState;
  invitees: readonly (Invitee & Readonly<{ undelivered: Undelivered | undefined }>)[];
  poll: readonly OptionResult[];
  answers: readonly DateAnswer[];
  /** The members who were asked by mail. */
  asked: readonly string[];
  agenda: readonly AgendaItem[];
  papers: readonly Paper[];
  minutes: readonly Revision[];
  decisions: readonly Decision[];
  tasks: readonly Task[];
  /** What the body's other meetings left to be done. */
  left: readonly Task[];
  comments: readonly Comment[];
}>;

/** The open tasks of the other meetings of the same body. */
export async function tasksLeft(
  permit: RowAccess,
  area: AreaId,
  { id, bodyId }: Pick<Meeting, "id" | "bodyId">,
): Promise<Task[]> {
  const open = await selectTasks(permit, area, { body: bodyId, openOnly: true });
  return open.filter((task) => task.meetingId !== id);
}

/** A meeting with all that belongs to it. */
export function readMeeting(app: App, actor: Actor, area: AreaId, id: string): Promise<Result<MeetingView>> {
  return inCouncil(
    app,
    actor,
    area,
    "council.read",
    "meeting",
    async (unit): Promise<Result<MeetingView>> => {
      const meeting = await findMeeting(unit, area, id);
      const body = meeting && (await selectBodies(unit, area)).find((one) => one.id === meeting.bodyId);
      if (!meeting || !body) return notFound("meeting");
      const invitees = await selectInvitees(unit, area, id);
      const about = (memberId: string) => aboutMember(id, memberId);
      const last = await deliveriesOf(
        unit,
        area,
        invitees.map((one) => about(one.memberId)),
      );
      const answers = await selectAnswers(unit, area, id);
      const minutes = await selectVersions(unit, area, id);
      const approved = minutes.some((version) => version.approvedAt !== null);
      return ok({
        meeting,
        body,
        state: stateOfMeeting(meeting, unit.clock.today(), approved),
        invitees: invitees.map((one) => ({
          ...one,
          undelivered: undeliveredTo(one.email, last.get(about(one.memberId))),
        })),
        poll: pollResult(
          await selectOptions(unit, area, id),
          answers,
          invitees.map((invitee) => invitee.memberId),
        ),
        answers,
        asked: await selectAsked(unit, area, id),
        agenda: await selectAgenda(unit, area, id),
        papers: await selectPapers(unit, area, id),
        minutes,
        decisions: await selectDecisions(unit, area, [id]),
        tasks: await selectTasks(unit, area, { meeting: id }),
        left: await tasksLeft(unit, area, meeting),
        comments: await selectComments(unit, area, id),
      });
    },
  );
}
