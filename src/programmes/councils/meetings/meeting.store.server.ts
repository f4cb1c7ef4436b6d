import { sql, type Updateable } from "kysely";
import { addRow, changeRow, rowsOf, standingRows } from "#platform/db/area-rows.ts";
import { anyOf } from "#platform/db/database.ts";
import { tables } from "#platform/db/rows.ts";
import type { CamelTables } from "#platform/db/tables.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import type { PlainDate } from "#platform/kernel/plain-date.ts";
import type { CouncilPermit } from "../access.ts";
import type { Invitee, Meeting, MeetingRow, Slot } from "../model/meeting.schema.ts";

/** The columns of a meeting. */
export const MEETING = [
  "councilMeeting.id",
  "councilMeeting.bodyId",
  "councilMeeting.title",
  "councilMeeting.place",
  "councilMeeting.pollDeadline",
  "councilMeeting.heldOn",
  "councilMeeting.startsAt",
  "councilMeeting.endsAt",
  "councilMeeting.invitedAt",
  "councilMeeting.remindedAt",
  "councilMeeting.cancelledAt",
  "councilMeeting.calendarSequence",
  "councilMeeting.replyBy",
] as const;

export const insertMeeting = (
  permit: CouncilPermit,
  meeting: Pick<Meeting, "bodyId" | "title" | "place" | "pollDeadline">,
) => addRow(permit, "councilMeeting", { ...meeting, calendarSequence: 0, createdAt: permit.clock.now() });

/** With `lock` others who change it wait, so that its state stays what it was found to be. */
export const findMeeting = (permit: CouncilPermit, id: string, lock = false): Promise<Meeting | undefined> =>
  standingRows(permit, "councilMeeting")
    .select(MEETING)
    .where("id", "=", id)
    .$if(lock, (query) => query.forNoKeyUpdate())
    .executeTakeFirst();

/** The meetings, those without a date first, then the latest. */
export const selectMeetings = (
  permit: CouncilPermit,
  of: Readonly<{ area?: AreaId; from?: PlainDate; to?: PlainDate; limit: number }>,
): Promise<MeetingRow[]> =>
  tables(permit)
    .selectFrom("councilMeeting")
    .innerJoin("councilBody as body", (join) =>
      join
        .onRef("body.areaId", "=", "councilMeeting.areaId")
        .onRef("body.id", "=", "councilMeeting.bodyId")
        .on("body.deletedAt", "is", null),
    )
    .select(MEETING)
    .select([
      sql<boolean>`exists (select from council_minutes_approval one
        where one.area_id = council_meeting.area_id and one.meeting_id = council_meeting.id)`.as("approved"),
      sql<number>`(select count(*)::int from council_decision one where one.area_id = council_meeting.area_id
        and one.meeting_id = council_meeting.id and one.deleted_at is null)`.as("decisions"),
      sql<number>`(select count(*)::int from council_task one where one.area_id = council_meeting.area_id
        and one.meeting_id = council_meeting.id and one.deleted_at is null and one.done_at is null)`.as(
        "openTasks",
      ),
    ])
    .where("councilMeeting.areaId", "=", of.area ?? permit.subject.area)
    .where("councilMeeting.deletedAt", "is", null)
    .$if(of.from !== undefined, (query) => query.where("heldOn", ">=", of.from!))
    .$if(of.to !== undefined, (query) => query.where("heldOn", "<=", of.to!))
    .orderBy("heldOn", (order) => order.desc().nullsFirst())
    .orderBy("councilMeeting.id", "desc")
    .limit(of.limit)
    .execute();

export const updateMeeting = (
  permit: CouncilPermit,
  id: string,
  change: Updateable<CamelTables["councilMeeting"]>,
) => changeRow(permit, "councilMeeting", id, change);

/** Fixes the date. */
export const updateSlot = (permit: CouncilPermit, id: string, { day, startsAt, endsAt }: Slot) =>
  updateMeeting(permit, id, { heldOn: day, startsAt, endsAt });

export async function insertInvitees(
  permit: CouncilPermit,
  meetingId: string,
  members: readonly string[],
): Promise<void> {
  if (members.length === 0) return;
  const { area: areaId } = permit.subject;
  await tables(permit)
    .insertInto("councilInvitee")
    .values(members.map((memberId) => ({ areaId, meetingId, memberId })))
    .execute();
}

const inviteesOf = (permit: CouncilPermit, meeting: string) =>
  rowsOf(permit, "councilInvitee")
    .innerJoin("councilMember as member", (join) =>
      join
        .onRef("member.areaId", "=", "councilInvitee.areaId")
        .onRef("member.id", "=", "councilInvitee.memberId"),
    )
    .select(["memberId", "member.organisation", "member.organisationId", "member.userId", "member.email"])
    .select(["member.representative", "answeredAt", "answeredBy", "comment", "attendance", "proxyName"])
    .select(["reply", "repliedAt", "repliedBy"])
    .where("meetingId", "=", meeting);

export const selectInvitees = (permit: CouncilPermit, meeting: string): Promise<Invitee[]> =>
  inviteesOf(permit, meeting).orderBy("member.createdAt").orderBy("member.id").execute();

/** An invitee who is a member still. */
export const findInvitee = (
  permit: CouncilPermit,
  meeting: string,
  member: string,
): Promise<Invitee | undefined> =>
  inviteesOf(permit, meeting)
    .where("memberId", "=", member)
    .where("member.deletedAt", "is", null)
    .executeTakeFirst();

/** On another day everybody is asked anew. */
export const clearReplies = (permit: CouncilPermit, meeting: string) =>
  tables(permit)
    .updateTable("councilInvitee")
    .set({ reply: null, repliedAt: null, repliedBy: "", proxyName: "" })
    .where("areaId", "=", permit.subject.area)
    .where("meetingId", "=", meeting)
    .execute();

export type Turnout = Readonly<{ invited: number; attended: number }>;

/** How many were invited to each of these meetings, and how many came, themselves or by proxy. */
export async function countTurnout(
  permit: CouncilPermit,
  meetings: readonly string[],
): Promise<ReadonlyMap<string, Turnout>> {
  const rows = await rowsOf(permit, "councilInvitee")
    .select((row) => [
      "meetingId",
      row.fn.countAll<number>().as("invited"),
      row.fn.countAll<number>().filterWhere("attendance", "in", ["present", "proxy"]).as("attended"),
    ])
    .where("meetingId", "=", anyOf(meetings))
    .groupBy("meetingId")
    .execute();
  return new Map(rows.map(({ meetingId, invited, attended }) => [meetingId, { invited, attended }]));
}

/** Whether there was such an invitee. */
export async function updateInvitee(
  permit: CouncilPermit,
  meeting: string,
  member: string,
  change: Updateable<CamelTables["councilInvitee"]>,
): Promise<boolean> {
  const { numUpdatedRows } = await tables(permit)
    .updateTable("councilInvitee")
    .set(change)
    .where("areaId", "=", permit.subject.area)
    .where("meetingId", "=", meeting)
    .where("memberId", "=", member)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
