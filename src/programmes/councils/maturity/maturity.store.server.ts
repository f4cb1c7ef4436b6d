import { sql } from "kysely";
import { scopeOf } from "#foundation/actors/public.ts";
import { db } from "#platform/db/rows.ts";
import { newId } from "#platform/kernel/ids.ts";
import type { PlainDate } from "#platform/kernel/plain-date.ts";
import type { CouncilPermit } from "../access.ts";
import type { Level } from "../model/maturity.rules.ts";

declare module "#platform/db/database.ts" {
  interface Tables {
    council_maturity_judgement: {
      area_id: string;
      id: string;
      fiscal_year: number;
      level: Level;
      reason: string;
      judged_by: string;
      judged_at: Date;
    };
  }
}

export type Judgement = Readonly<{ level: Level; reason: string; judgedAt: Date }>;

export async function selectJudgement(
  permit: CouncilPermit,
  area: string,
  year: number,
): Promise<Judgement | undefined> {
  return db(permit)
    .selectFrom("council_maturity_judgement")
    .select(["level", "reason", "judged_at as judgedAt"])
    .where("area_id", "=", area)
    .where("fiscal_year", "=", year)
    .orderBy("judged_at", "desc")
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
}

/** Until the transaction ends nobody else judges in the area: of two at once the second would not see the first. */
export async function lockJudging(permit: CouncilPermit, area: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${`council_maturity:${area}`}))`.execute(db(permit));
}

export async function insertJudgement(
  permit: CouncilPermit,
  area: string,
  year: number,
  { level, reason }: Pick<Judgement, "level" | "reason">,
): Promise<void> {
  await db(permit)
    .insertInto("council_maturity_judgement")
    .values({
      area_id: area,
      id: newId() as string,
      fiscal_year: year,
      level,
      reason,
      judged_by: scopeOf(permit.actor).actor,
      judged_at: permit.clock.now(),
    })
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
  area: string,
  from: PlainDate,
  to: PlainDate,
): Promise<MeetingCounts> {
  const { rows } = await sql<MeetingCounts>`
    with held as (
      select m.id, m.held_on from council_meeting m
      join council_body b on b.area_id = m.area_id and b.id = m.body_id and b.deleted_at is null
      where m.area_id = ${area} and m.held_on between ${from} and ${to} and m.cancelled_at is null
        and m.deleted_at is null
    )
    select (select count(*)::int from held) as "meetingsHeld",
      (select max(held_on) from held) as "lastMetOn",
      (select count(distinct a.meeting_id)::int from council_minutes_approval a
        join held on held.id = a.meeting_id where a.area_id = ${area}) as "minutesApproved",
      (select count(distinct p.member_id)::int from council_paper p
        join held on held.id = p.meeting_id where p.area_id = ${area} and p.deleted_at is null) as "reportingMembers"`.execute(
    db(permit),
  );
  return rows[0]!;
}
