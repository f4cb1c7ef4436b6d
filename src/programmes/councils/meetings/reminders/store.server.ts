import { sql } from "kysely";
import { db, type RowAccess } from "#platform/db/rows.ts";
import type { PlainDate } from "#platform/kernel/plain-date.ts";

export type OverdueTask = Readonly<{
  area: string;
  id: string;
  text: string;
  dueOn: PlainDate;
  meetingId: string;
  meeting: string;
  body: string;
  bodyId: string;
  ownerMemberId: string | null;
}>;

/** The open tasks whose day has gone by in this span, over all areas in reach. */
export async function selectOverdueTasks(
  permit: RowAccess,
  from: PlainDate,
  before: PlainDate,
): Promise<OverdueTask[]> {
  const { rows } = await sql<OverdueTask>`
    select task.area_id as area, task.id, task.text, task.due_on::text as "dueOn", meeting.id as "meetingId",
      meeting.title as meeting, body.name as body, body.id as "bodyId", task.owner_member_id as "ownerMemberId"
    from council_task task
    join council_meeting meeting on meeting.area_id = task.area_id and meeting.id = task.meeting_id
    join council_body body on body.area_id = meeting.area_id and body.id = meeting.body_id
    where task.done_at is null and task.deleted_at is null and task.due_on >= ${from} and task.due_on < ${before}
      and meeting.deleted_at is null and body.deleted_at is null`.execute(db(permit));
  return rows;
}

export type ClosedPoll = Readonly<{
  area: string;
  meetingId: string;
  meeting: string;
  body: string;
  bodyId: string;
  deadline: PlainDate;
  asked: number;
  answered: number;
}>;

/** The polls whose deadline has gone by in this span and whose date nobody has fixed, with how many answered. */
export async function selectClosedPolls(
  permit: RowAccess,
  from: PlainDate,
  before: PlainDate,
): Promise<ClosedPoll[]> {
  const { rows } = await sql<ClosedPoll>`
    select meeting.area_id as area, meeting.id as "meetingId", meeting.title as meeting, body.name as body,
      body.id as "bodyId", meeting.poll_deadline::text as deadline,
      count(invitee.member_id)::int as asked, count(invitee.answered_at)::int as answered
    from council_meeting meeting
    join council_body body on body.area_id = meeting.area_id and body.id = meeting.body_id
    left join council_invitee invitee
      on invitee.area_id = meeting.area_id and invitee.meeting_id = meeting.id
    where meeting.held_on is null and meeting.cancelled_at is null and meeting.deleted_at is null
      and body.deleted_at is null and meeting.poll_deadline >= ${from} and meeting.poll_deadline < ${before}
    group by meeting.area_id, meeting.id, meeting.title, body.name, body.id, meeting.poll_deadline`.execute(
    db(permit),
  );
  return rows;
}
