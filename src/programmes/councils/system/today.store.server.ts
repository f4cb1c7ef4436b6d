import { sql } from "kysely";
import { db } from "#platform/db/rows.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import type { CouncilPermit } from "../access.ts";

type Counted = Readonly<{ answered: number; withoutMail: number; invited: number }>;

/** How far the questions for dates have come, of the meetings of an area that have none yet. */
export async function selectPolls(
  permit: CouncilPermit,
  area: AreaId,
): Promise<ReadonlyMap<string, Counted>> {
  const { rows } = await sql<Counted & { meeting: string }>`
    select i.meeting_id as meeting, count(*)::int as invited,
      (count(*) filter (where i.answered_at is not null))::int as answered,
      (count(*) filter (where i.answered_at is null and p.email = ''))::int as "withoutMail"
    from council_invitee i
    join council_meeting m on m.area_id = i.area_id and m.id = i.meeting_id and m.held_on is null
      and m.cancelled_at is null and m.deleted_at is null
    join council_member p on p.area_id = i.area_id and p.id = i.member_id and p.deleted_at is null
    where i.area_id = ${area} group by i.meeting_id`.execute(db(permit));
  return new Map(rows.map(({ meeting, ...poll }) => [meeting, poll]));
}

/** What a council has of what it begins with. */
export async function selectBeginnings(permit: CouncilPermit, area: AreaId) {
  const { rows } = await sql<{ bodies: number; members: number; withMail: number; meetings: number }>`
    select (select count(*)::int from council_body where area_id = ${area} and deleted_at is null) as bodies,
      (select count(*)::int from council_member where area_id = ${area} and deleted_at is null) as members,
      (select count(*)::int from council_member where area_id = ${area} and deleted_at is null and email <> '') as "withMail",
      (select count(*)::int from council_meeting where area_id = ${area} and deleted_at is null) as meetings`.execute(
    db(permit),
  );
  return rows[0]!;
}
