import { sql } from "kysely";
import { db, type RowAccess } from "#platform/db/rows.ts";
import type { PlainDate } from "#platform/kernel/plain-date.ts";
import type { Invitee, Meeting } from "./schema.ts";

declare module "#platform/db/database.ts" {
  interface Tables {
    council_meeting: {
      area_id: string;
      id: string;
      body_id: string;
      title: string;
      place: string;
      poll_deadline: string | null;
      held_on: string | null;
      starts_at: string | null;
      ends_at: string | null;
      invited_at: Date | null;
      reminded_at: Date | null;
      cancelled_at: Date | null;
      calendar_sequence: number;
      created_at: Date;
      deleted_at: Date | null;
      deleted_by: string | null;
    };
    council_invitee: {
      area_id: string;
      meeting_id: string;
      member_id: string;
      answered_at: Date | null;
      comment: string;
      attendance: "present" | "proxy" | "absent" | null;
    };
  }
}

type MeetingRow = {
  id: string;
  body_id: string;
  title: string;
  place: string;
  poll_deadline: string | null;
  held_on: string | null;
  starts_at: string | null;
  ends_at: string | null;
  invited_at: Date | null;
  reminded_at: Date | null;
  cancelled_at: Date | null;
  calendar_sequence: number;
};

const meetingOf = (row: MeetingRow): Meeting => ({
  id: row.id,
  bodyId: row.body_id,
  title: row.title,
  place: row.place,
  pollDeadline: row.poll_deadline as PlainDate | null,
  heldOn: row.held_on as PlainDate | null,
  startsAt: row.starts_at,
  endsAt: row.ends_at,
  invitedAt: row.invited_at,
  remindedAt: row.reminded_at,
  cancelledAt: row.cancelled_at,
  calendarSequence: row.calendar_sequence,
});

/** Whether it is new: a meeting of that id may stand already, and stays as it is. */
export async function insertMeeting(
  permit: RowAccess,
  area: string,
  at: Date,
  meeting: Pick<Meeting, "id" | "bodyId" | "title" | "place" | "pollDeadline">,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db(permit)
    .insertInto("council_meeting")
    .values({
      area_id: area,
      id: meeting.id,
      body_id: meeting.bodyId,
      title: meeting.title,
      place: meeting.place,
      poll_deadline: meeting.pollDeadline,
      held_on: null,
      starts_at: null,
      ends_at: null,
      invited_at: null,
      reminded_at: null,
      cancelled_at: null,
      calendar_sequence: 0,
      created_at: at,
      deleted_at: null,
      deleted_by: null,
    })
    .onConflict((conflict) => conflict.columns(["area_id", "id"]).doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** With `hold` it is held against others who change it, so that its state stays what it was found to be. */
export async function findMeeting(
  permit: RowAccess,
  area: string,
  id: string,
  hold = false,
): Promise<Meeting | undefined> {
  const row = await db(permit)
    .selectFrom("council_meeting")
    .selectAll()
    .where("area_id", "=", area)
    .where("id", "=", id)
    .where("deleted_at", "is", null)
    .$if(hold, (query) => query.forNoKeyUpdate())
    .executeTakeFirst();
  return row && meetingOf(row);
}

/** The meetings, those without a date first, then the latest. */
export async function selectMeetings(
  permit: RowAccess,
  area: string,
  of: Readonly<{ body?: string; from?: PlainDate; to?: PlainDate; limit: number }>,
): Promise<(Meeting & { approved: boolean; decisions: number; openTasks: number })[]> {
  const { rows } = await sql<MeetingRow & { approved: boolean; decisions: number; open_tasks: number }>`
    select m.*,
      exists (select from council_minutes_approval a where a.area_id = m.area_id and a.meeting_id = m.id) as approved,
      (select count(*)::int from council_decision d where d.area_id = m.area_id and d.meeting_id = m.id and d.deleted_at is null) as decisions,
      (select count(*)::int from council_task t where t.area_id = m.area_id and t.meeting_id = m.id and t.deleted_at is null and t.done_at is null) as open_tasks
    from council_meeting m
    where m.area_id = ${area} and m.deleted_at is null
      and exists (select from council_body b where b.area_id = m.area_id and b.id = m.body_id and b.deleted_at is null)
      ${of.body ? sql`and m.body_id = ${of.body}` : sql``}
      ${of.from ? sql`and m.held_on >= ${of.from}` : sql``}
      ${of.to ? sql`and m.held_on <= ${of.to}` : sql``}
    order by m.held_on desc nulls first, m.id desc limit ${of.limit}`.execute(db(permit));
  return rows.map((row) => ({
    ...meetingOf(row),
    approved: row.approved,
    decisions: row.decisions,
    openTasks: row.open_tasks,
  }));
}

export async function updateMeeting(
  permit: RowAccess,
  area: string,
  id: string,
  change: Partial<Omit<MeetingRow, "id" | "body_id">>,
): Promise<void> {
  await db(permit)
    .updateTable("council_meeting")
    .set(change)
    .where("area_id", "=", area)
    .where("id", "=", id)
    .execute();
}

export async function insertInvitees(
  permit: RowAccess,
  area: string,
  meeting: string,
  members: readonly string[],
): Promise<void> {
  if (members.length === 0) return;
  await db(permit)
    .insertInto("council_invitee")
    .values(
      members.map((member) => ({
        area_id: area,
        meeting_id: meeting,
        member_id: member,
        answered_at: null,
        comment: "",
        attendance: null,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function selectInvitees(permit: RowAccess, area: string, meeting: string): Promise<Invitee[]> {
  return db(permit)
    .selectFrom("council_invitee as i")
    .innerJoin("council_member as m", (join) =>
      join.onRef("m.area_id", "=", "i.area_id").onRef("m.id", "=", "i.member_id"),
    )
    .select([
      "i.member_id as memberId",
      "m.organisation",
      "m.sector",
      "m.email",
      "i.answered_at as answeredAt",
      "i.comment",
      "i.attendance",
    ])
    .where("i.area_id", "=", area)
    .where("i.meeting_id", "=", meeting)
    .orderBy("m.created_at")
    .orderBy("m.id")
    .execute();
}

export async function updateInvitee(
  permit: RowAccess,
  area: string,
  meeting: string,
  member: string,
  change: Partial<{ answered_at: Date; comment: string; attendance: "present" | "proxy" | "absent" | null }>,
): Promise<boolean> {
  const { numUpdatedRows } = await db(permit)
    .updateTable("council_invitee")
    .set(change)
    .where("area_id", "=", area)
    .where("meeting_id", "=", meeting)
    .where("member_id", "=", member)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
