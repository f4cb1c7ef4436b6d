import { sql } from "kysely";
import type { Work } from "#foundation/authority/public.ts";
import { tables } from "#platform/db/rows.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import type { PlainDate } from "#platform/kernel/plain-date.ts";
import { MEETING } from "./meeting.store.server.ts";

/**
 * The dated meetings of an area to which somebody with that mailbox goes, from a day on. One that was called off is
 * told only where it had been announced.
 */
export const selectMeetingsOf = (
  work: Work,
  area: AreaId,
  { email, arranges = false }: Readonly<{ email: string; arranges?: boolean }>,
  since: PlainDate,
) =>
  tables(work)
    .selectFrom("councilMeeting")
    .select([...MEETING, "createdAt"])
    .where("areaId", "=", area)
    .where("deletedAt", "is", null)
    .where("heldOn", ">=", since)
    .where(sql<boolean>`(cancelled_at is null or invited_at is not null)`)
    .where(
      sql<boolean>`(${arranges}::boolean or exists (
        select from council_invitee i
        join council_member p on p.area_id = i.area_id and p.id = i.member_id and p.deleted_at is null
        where i.area_id = council_meeting.area_id and i.meeting_id = council_meeting.id
          and lower(p.email) = lower(${email}) and i.attendance is distinct from 'absent'))`,
    )
    .orderBy("heldOn")
    .orderBy("id")
    .execute();
