import { type RawBuilder, sql } from "kysely";
import { tables } from "#platform/db/rows.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import type { PlainDate } from "#platform/kernel/plain-date.ts";
import type { CouncilPermit } from "../access.ts";

/** The days of a span, the last one left out. */
export type Span = Readonly<{ from: PlainDate; before: PlainDate }>;
type One = Readonly<{ area: AreaId; id: string }>;

const named = ({ area, id }: One, table: string) =>
  sql`and ${sql.ref(`${table}.area_id`)} = ${area} and ${sql.ref(`${table}.id`)} = ${id}`;

/** Whether mail reaches the secretariat of the body, or one who is meant. */
const isReachable = (today: PlainDate, meant: RawBuilder<unknown>) => sql`exists (
  select from council_member member
  where member.area_id = body.area_id and member.body_id = body.id and member.deleted_at is null
    and member.email <> '' and (member.role = 'secretariat' or member.id = ${meant})
    and coalesce(member.term_from <= ${today}, true) and coalesce(member.term_to >= ${today}, true))`;

export type OverdueTask = Readonly<{
  area: AreaId;
  id: string;
  text: string;
  dueOn: PlainDate;
  meetingId: string;
  meeting: string;
  body: string;
  bodyId: string;
  ownerMemberId: string | null;
}>;

/** The open tasks whose day has gone by in this span and of which nobody was told, over all areas in reach or one. */
export async function selectOverdueTasks(
  permit: CouncilPermit,
  { from, before }: Span,
  one?: One,
): Promise<OverdueTask[]> {
  const { rows } = await sql<OverdueTask>`
    select task.area_id as area, task.id, task.text, task.due_on::text as due_on, meeting.id as meeting_id,
      meeting.title as meeting, body.name as body, body.id as body_id, task.owner_member_id
    from council_task task
    join council_meeting meeting on meeting.area_id = task.area_id and meeting.id = task.meeting_id
    join council_body body on body.area_id = meeting.area_id and body.id = meeting.body_id
    where task.done_at is null and task.deleted_at is null and task.due_on >= ${from} and task.due_on < ${before}
      and task.reminded_for is distinct from task.due_on ${one ? named(one, "task") : sql``}
      and meeting.deleted_at is null and body.deleted_at is null
      and ${isReachable(before, sql`task.owner_member_id`)}`.execute(tables(permit));
  return rows;
}

export type ClosedPoll = Readonly<{
  area: AreaId;
  meetingId: string;
  meeting: string;
  body: string;
  bodyId: string;
  deadline: PlainDate;
  asked: number;
  answered: number;
}>;

/**
 * The polls whose deadline has gone by in this span, whose date nobody has fixed and of which nobody was told, with how
 * many answered; over all areas in reach or one.
 */
export async function selectClosedPolls(
  permit: CouncilPermit,
  { from, before }: Span,
  one?: One,
): Promise<ClosedPoll[]> {
  const { rows } = await sql<ClosedPoll>`
    select meeting.area_id as area, meeting.id as meeting_id, meeting.title as meeting, body.name as body,
      body.id as body_id, meeting.poll_deadline::text as deadline,
      (select count(*)::int from council_invitee invitee
        where invitee.area_id = meeting.area_id and invitee.meeting_id = meeting.id) as asked,
      (select count(invitee.answered_at)::int from council_invitee invitee
        where invitee.area_id = meeting.area_id and invitee.meeting_id = meeting.id) as answered
    from council_meeting meeting
    join council_body body on body.area_id = meeting.area_id and body.id = meeting.body_id
    where meeting.held_on is null and meeting.cancelled_at is null and meeting.deleted_at is null
      and body.deleted_at is null and meeting.poll_deadline >= ${from} and meeting.poll_deadline < ${before}
      and meeting.closing_told_for is distinct from meeting.poll_deadline
      ${one ? named(one, "meeting") : sql``} and ${isReachable(before, sql`null`)}`.execute(tables(permit));
  return rows;
}
