import { sql } from "kysely";
import { scopeOf } from "#foundation/actors/public.ts";
import { type Row, rowsOf } from "#platform/db/area-rows.ts";
import { tables } from "#platform/db/rows.ts";
import { newId } from "#platform/kernel/ids.ts";
import type { PlainDate } from "#platform/kernel/plain-date.ts";
import type { CouncilPermit } from "../access.ts";

export type Judgement = Row<"councilMaturityJudgement", "level" | "reason" | "judgedAt">;

/** The last judgement of a fiscal year. */
export const selectJudgement = (permit: CouncilPermit, fiscalYear: number): Promise<Judgement | undefined> =>
  rowsOf(permit, "councilMaturityJudgement")
    .select(["level", "reason", "judgedAt"])
    .where("fiscalYear", "=", fiscalYear)
    .orderBy("judgedAt", "desc")
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();

/** Until the transaction ends nobody else judges in the area: of two at once the second would not see the first. */
export async function lockJudging(permit: CouncilPermit): Promise<void> {
  const key = `council_maturity:${permit.subject.area}`;
  await sql`select pg_advisory_xact_lock(hashtext(${key}))`.execute(tables(permit));
}

export async function insertJudgement(
  permit: CouncilPermit,
  fiscalYear: number,
  { level, reason }: Pick<Judgement, "level" | "reason">,
): Promise<void> {
  const by = { judgedBy: scopeOf(permit.actor).actor, judgedAt: permit.clock.now() };
  await tables(permit)
    .insertInto("councilMaturityJudgement")
    .values({ areaId: permit.subject.area, id: newId() as string, fiscalYear, level, reason, ...by })
    .execute();
}

export type MeetingCounts = Readonly<{
  meetingsHeld: number;
  minutesApproved: number;
  reportingMembers: number;
  lastMetOn: PlainDate | null;
}>;

/** What the meetings of a span come to, cancelled ones and those to come left out. */
export async function countMeetings(
  permit: CouncilPermit,
  from: PlainDate,
  to: PlainDate,
): Promise<MeetingCounts> {
  const { area } = permit.subject;
  const { rows } = await sql<MeetingCounts>`
    with held as (
      select m.id, m.held_on from council_meeting m
      join council_body b on b.area_id = m.area_id and b.id = m.body_id and b.deleted_at is null
      where m.area_id = ${area} and m.held_on between ${from} and ${to} and m.cancelled_at is null
        and m.deleted_at is null
    )
    select (select count(*)::int from held) as meetings_held,
      (select max(held_on) from held) as last_met_on,
      (select count(distinct a.meeting_id)::int from council_minutes_approval a
        join held on held.id = a.meeting_id where a.area_id = ${area}) as minutes_approved,
      (select count(distinct p.member_id)::int from council_paper p join held on held.id = p.meeting_id
        where p.area_id = ${area} and p.deleted_at is null) as reporting_members`.execute(tables(permit));
  return rows[0]!;
}
