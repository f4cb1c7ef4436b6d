import { sql } from "kysely";
import type { Work } from "#foundation/authority/public.ts";
import { db } from "#platform/db/rows.ts";
import type { PlainDate } from "#platform/kernel/plain-date.ts";
import type { Meeting } from "../model/meeting.schema.ts";
import { MEETING_COLUMNS } from "./meeting.store.server.ts";

/**
 * The dated meetings of an area to which somebody with that mailbox goes, from a day on. One that was called off is
 * told only where it had been announced.
 */
export async function selectMeetingsOf(
  work: Work,
  area: string,
  email: string,
  since: PlainDate,
): Promise<(Meeting & Readonly<{ createdAt: Date }>)[]> {
  const { rows } = await sql<Meeting & { createdAt: Date }>`
    select ${MEETING_COLUMNS}, m.created_at as "createdAt"
    from council_meeting m
    where m.area_id = ${area} and m.deleted_at is null and m.held_on >= ${since}
      and (m.cancelled_at is null or m.invited_at is not null)
      and exists (
        select from council_invitee i
        join council_member p on p.area_id = i.area_id and p.id = i.member_id and p.deleted_at is null
        where i.area_id = m.area_id and i.meeting_id = m.id and lower(p.email) = lower(${email})
          and i.attendance is distinct from 'absent')
    order by m.held_on, m.id`.execute(db(work));
  return rows;
}
