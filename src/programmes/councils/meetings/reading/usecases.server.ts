import type { Actor } from "#foundation/identity/public.ts";
import type { App } from "#platform/app.ts";
import type { Tx } from "#platform/db/database.ts";
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
  tx: Tx,
  area: AreaId,
  { id, bodyId }: Pick<Meeting, "id" | "bodyId">,
): Promise<Task[]> {
  const open = await selectTasks(tx, area, { body: bodyId, openOnly: true });
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
      const { tx } = unit;
      const meeting = await findMeeting(tx, area, id);
      const body = meeting && (await selectBodies(tx, area)).find((one) => one.id === meeting.bodyId);
      if (!meeting || !body) return notFound("meeting");
      const invitees = await selectInvitees(tx, area, id);
      const about = (memberId: string) => aboutMember(id, memberId);
      const last = await deliveriesOf(
        tx,
        area,
        invitees.map((one) => about(one.memberId)),
      );
      const answers = await selectAnswers(tx, area, id);
      const minutes = await selectVersions(tx, area, id);
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
          await selectOptions(tx, area, id),
          answers,
          invitees.map((invitee) => invitee.memberId),
        ),
        answers,
        asked: await selectAsked(tx, area, id),
        agenda: await selectAgenda(tx, area, id),
        papers: await selectPapers(tx, area, id),
        minutes,
        decisions: await selectDecisions(tx, area, [id]),
        tasks: await selectTasks(tx, area, { meeting: id }),
        left: await tasksLeft(tx, area, meeting),
        comments: await selectComments(tx, area, id),
      });
    },
  );
}
