import { sql } from "kysely";
import type { Booking } from "#foundation/bookings/public.ts";
import { lastDone } from "#foundation/history/public.ts";
import { db } from "#platform/db/rows.ts";
import type { AreaId, OrganisationId } from "#platform/kernel/ids.ts";
import type { PlainDate } from "#platform/kernel/plain-date.ts";
import type { SupportPermit } from "../access.ts";
import type { Place } from "../model/offer.schema.ts";

export type VisitRow = Readonly<{
  id: string;
  number: string;
  municipality: string;
  day: PlainDate;
  from: string;
  to: string;
  place: Place;
  moves: number;
  cancelled: boolean;
  changedAt: Date;
}>;

/**
 * The visits from a day on of organisations that were chosen to come, and of workplaces that are visited, or all. One that was
 * withdrawn after it had been fixed is told as cancelled; the places that were given back (`off`) say who would have come.
 */
export async function selectVisits(
  permit: SupportPermit,
  area: AreaId,
  of: Readonly<{
    supporters: readonly OrganisationId[];
    workplaces: readonly OrganisationId[];
    all?: boolean;
  }>,
  off: readonly Pick<Booking, "holderId" | "subjectId">[],
  since: PlainDate,
): Promise<VisitRow[]> {
  const { rows } = await sql<VisitRow>`
    with visit as (
      select q.request_id as id from support_enquiry q
      where q.area_id = ${area} and q.organisation_id = any(${[...of.supporters]}::uuid[])
        and (q.state = 'chosen' or q.state = 'released' and (q.request_id, q.offer_id) in (
          select * from unnest(${off.map((one) => one.holderId)}::uuid[], ${off.map((one) => one.subjectId)}::uuid[])))
      union
      select w.id from support_request w
      where w.area_id = ${area} and (${of.all ?? false} or w.organisation_id = any(${[...of.workplaces]}::uuid[]))
    )
    select r.id, r.number, r.municipality, r.place, r.moves, r.fixed_day as day,
      to_char(r.fixed_from, 'HH24:MI') as "from", to_char(r.fixed_to, 'HH24:MI') as "to",
      r.status = 'withdrawn' as cancelled,
      coalesce(${lastDone(sql`r.area_id`, sql`r.id`, ["fix", "move", "withdraw"])}, r.status_since) as "changedAt"
    from visit join support_request r on r.area_id = ${area} and r.id = visit.id
    where r.fixed_day >= ${since}
    order by r.fixed_day, r.fixed_from, r.id`.execute(db(permit));
  return rows;
}
