import { sql } from "kysely";
import { db } from "#platform/db/rows.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import type { PlainDate } from "#platform/kernel/plain-date.ts";
import type { SupportPermit } from "../access.ts";

const MOST = 20;

export type WaitingRow = Readonly<{
  id: string;
  number: string;
  status: "asking" | "fixed" | "reported";
  workplace: string;
  phone: string;
  fixedDay: PlainDate | null;
  asked: number;
  open: number;
  deadline: Date | null;
}>;

/** Requests whose answers are out, whose workplace has a telephone alone and a visit to come, or whose report came in. */
export async function selectWaiting(
  permit: SupportPermit,
  area: AreaId,
  today: PlainDate,
): Promise<WaitingRow[]> {
  const { rows } = await sql<WaitingRow>`
    select r.id, r.number, r.status, r.workplace, r.phone, r.fixed_day as "fixedDay", count(e.id)::int as asked,
      (count(e.id) filter (where e.state = 'open'))::int as open,
      min(e.deadline) filter (where e.state = 'open') as deadline
    from support_request r
    left join support_enquiry e on e.area_id = r.area_id and e.request_id = r.id
    where r.area_id = ${area} and (r.status in ('asking', 'reported')
      or r.status = 'fixed' and r.email = '' and r.phone <> '' and r.fixed_day >= ${today})
    group by r.area_id, r.id
    order by deadline nulls last, r.status_since, r.id limit ${MOST}`.execute(db(permit));
  return rows;
}
