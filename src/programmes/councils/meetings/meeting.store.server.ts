import { sql } from "kysely";
import { anyOf } from "#platform/db/database.ts";
import { type Deletable, freshRow } from "#platform/db/deletions.ts";
import { db } from "#platform/db/rows.ts";
import type { PlainDate } from "#platform/kernel/plain-date.ts";
import type { CouncilPermit } from "../access.ts";
import type { Invitee, Meeting, MeetingRow, Slot } from "../model/meeting.schema.ts";

declare module "#platform/db/database.ts" {
  interface Tables {
    council_meeting: Deletable & Columns & { created_at: Date };
    council_invitee: {
      area_id: string;
      meeting_id: string;
      member_id: string;
      answered_at: Date | null;
      comment: string;
      attendance: Invitee["attendance"];
    };
  }
}

type Columns = {
  body_id: string;
  title: string;
  place: string;
  poll_deadline: PlainDate | null;
  held_on: PlainDate | null;
  starts_at: string | null;
  ends_at: string | null;
  invited_at: Date | null;
  reminded_at: Date | null;
  cancelled_at: Date | null;
  calendar_sequence: number;
  closing_told_for: PlainDate | null;
};

export async function insertMeeting(
  permit: CouncilPermit,
  area: string,
  meeting: Pick<Meeting, "id" | "bodyId" | "title" | "place" | "pollDeadline">,
): Promise<void> {
  await db(permit)
    .insertInto("council_meeting")
    .values({
      ...freshRow(area, meeting.id, permit.clock.now()),
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
    })
    .execute();
}

/** With `lock` others who change it wait, so that its state stays what it was found to be. */
export const findMeeting = (
  permit: CouncilPermit,
  area: string,
  id: string,
  lock = false,
): Promise<Meeting | undefined> =>
  db(permit)
    .selectFrom("council_meeting")
    .select(["id", "body_id as bodyId", "title", "place", "poll_deadline as pollDeadline"])
    .select(["held_on as heldOn", "starts_at as startsAt", "ends_at as endsAt", "invited_at as invitedAt"])
    .select(["reminded_at as remindedAt", "cancelled_at as cancelledAt"])
    .select("calendar_sequence as calendarSequence")
    .where("area_id", "=", area)
    .where("id", "=", id)
    .where("deleted_at", "is", null)
    .$if(lock, (query) => query.forNoKeyUpdate())
    .executeTakeFirst();

/** The columns of a meeting `m`, as TypeScript names them. */
export const MEETING_COLUMNS = sql`m.id, m.body_id as "bodyId", m.title, m.place, m.poll_deadline as "pollDeadline",
  m.held_on as "heldOn", m.starts_at as "startsAt", m.ends_at as "endsAt", m.invited_at as "invitedAt",
  m.reminded_at as "remindedAt", m.cancelled_at as "cancelledAt", m.calendar_sequence as "calendarSequence"`;

/** The meetings, those without a date first, then the latest. */
export async function selectMeetings(
  permit: CouncilPermit,
  area: string,
  of: Readonly<{ from?: PlainDate; to?: PlainDate; limit: number }>,
): Promise<MeetingRow[]> {
  const { rows } = await sql<MeetingRow>`
    select ${MEETING_COLUMNS},
      exists (select from council_minutes_approval a where a.area_id = m.area_id and a.meeting_id = m.id) as approved,
      (select count(*)::int from council_decision d where d.area_id = m.area_id and d.meeting_id = m.id and d.deleted_at is null) as decisions,
      (select count(*)::int from council_task t where t.area_id = m.area_id and t.meeting_id = m.id and t.deleted_at is null and t.done_at is null) as "openTasks"
    from council_meeting m
    where m.area_id = ${area} and m.deleted_at is null
      and exists (select from council_body b where b.area_id = m.area_id and b.id = m.body_id and b.deleted_at is null)
      ${of.from ? sql`and m.held_on >= ${of.from}` : sql``}
      ${of.to ? sql`and m.held_on <= ${of.to}` : sql``}
    order by m.held_on desc nulls first, m.id desc limit ${of.limit}`.execute(db(permit));
  return rows;
}

export async function updateMeeting(
  permit: CouncilPermit,
  area: string,
  id: string,
  change: Partial<Omit<Columns, "body_id">>,
): Promise<void> {
  await db(permit)
    .updateTable("council_meeting")
    .set(change)
    .where("area_id", "=", area)
    .where("id", "=", id)
    .execute();
}

/** Fixes the date. */
export const updateSlot = (permit: CouncilPermit, area: string, id: string, slot: Slot): Promise<void> =>
  updateMeeting(permit, area, id, { held_on: slot.day, starts_at: slot.startsAt, ends_at: slot.endsAt });

export async function insertInvitees(
  permit: CouncilPermit,
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
    .execute();
}

const inviteesOf = (permit: CouncilPermit, area: string, meeting: string) =>
  db(permit)
    .selectFrom("council_invitee as i")
    .innerJoin("council_member as m", (join) =>
      join.onRef("m.area_id", "=", "i.area_id").onRef("m.id", "=", "i.member_id"),
    )
    .select([
      "i.member_id as memberId",
      "m.organisation",
      "m.email",
      "i.answered_at as answeredAt",
      "i.comment",
      "i.attendance",
    ])
    .where("i.area_id", "=", area)
    .where("i.meeting_id", "=", meeting);

export async function selectInvitees(
  permit: CouncilPermit,
  area: string,
  meeting: string,
): Promise<Invitee[]> {
  return inviteesOf(permit, area, meeting).orderBy("m.created_at").orderBy("m.id").execute();
}

/** An invitee who is a member still. */
export async function findInvitee(
  permit: CouncilPermit,
  area: string,
  meeting: string,
  member: string,
): Promise<Invitee | undefined> {
  return inviteesOf(permit, area, meeting)
    .where("i.member_id", "=", member)
    .where("m.deleted_at", "is", null)
    .executeTakeFirst();
}

export type Turnout = Readonly<{ invited: number; attended: number }>;

/** How many were invited to each of these meetings, and how many came, themselves or by proxy. */
export async function countTurnout(
  permit: CouncilPermit,
  area: string,
  meetings: readonly string[],
): Promise<ReadonlyMap<string, Turnout>> {
  const rows = await db(permit)
    .selectFrom("council_invitee")
    .select((row) => [
      "meeting_id as meeting",
      row.fn.countAll<number>().as("invited"),
      row.fn.countAll<number>().filterWhere("attendance", "in", ["present", "proxy"]).as("attended"),
    ])
    .where("area_id", "=", area)
    .where("meeting_id", "=", anyOf(meetings))
    .groupBy("meeting_id")
    .execute();
  return new Map(rows.map(({ meeting, invited, attended }) => [meeting, { invited, attended }]));
}

/** Whether there was such an invitee. */
export async function updateInvitee(
  permit: CouncilPermit,
  area: string,
  meeting: string,
  member: string,
  change: Partial<{ answered_at: Date; comment: string; attendance: Invitee["attendance"] }>,
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
