import { sql } from "kysely";
import { db } from "#platform/db/rows.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import type { PlainDate } from "#platform/kernel/plain-date.ts";
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

/** Where a seat stands in its meeting: the dates answered, whether one comes, and a draft of minutes that waits for it. */
export type OwnState = Readonly<{
  answered: boolean;
  replied: boolean;
  draft: boolean;
  draftBy: PlainDate | null;
}>;

/** Of the meetings of an area, how the seat of somebody who is signed in stands; it is found as `seatOf` finds it. */
export async function selectOwnStates(
  permit: CouncilPermit,
  area: AreaId,
  { userId, organisations }: Readonly<{ userId: string; organisations: readonly string[] }>,
): Promise<ReadonlyMap<string, OwnState>> {
  const { rows } = await sql<OwnState & { meeting: string }>`
    select distinct on (i.meeting_id) i.meeting_id as meeting, i.answered_at is not null as answered,
      i.reply is not null as replied, draft.meeting_id is not null as draft, draft.answer_by as "draftBy"
    from council_invitee i
    join council_member p on p.area_id = i.area_id and p.id = i.member_id and p.deleted_at is null
    left join lateral (
      select round.meeting_id, round.answer_by, round.version, round.revision from council_minutes_round round
      where round.area_id = i.area_id and round.meeting_id = i.meeting_id
      order by round.version desc, round.revision desc limit 1
    ) draft on not exists (select from council_minutes_approval approval
        where approval.area_id = i.area_id and approval.meeting_id = i.meeting_id and approval.version = draft.version)
      and not exists (select from council_minutes_answer said
        where said.area_id = i.area_id and said.meeting_id = i.meeting_id and said.version = draft.version
          and said.revision = draft.revision and said.member_id = i.member_id)
    where i.area_id = ${area}
      and (p.user_id = ${userId} or p.organisation_id = any (${[...organisations]}::uuid[]))
    order by i.meeting_id, p.user_id is not distinct from ${userId} desc, p.created_at, p.id`.execute(
    db(permit),
  );
  return new Map(rows.map(({ meeting, ...own }) => [meeting, own]));
}
