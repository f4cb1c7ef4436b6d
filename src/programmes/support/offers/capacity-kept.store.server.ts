import { sql } from "kysely";
import { db } from "#platform/db/rows.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { type PlainDate, plainDateIn } from "#platform/kernel/plain-date.ts";
import type { SupportPermit } from "../access.ts";
import { fiscalYearNumber } from "../model/offer.rules.ts";

/**
 * Counts anew what is taken of these offers and keeps it in their rows, for lists to show. Called by whoever takes
 * or gives back a place, in the same transaction and with the rows held, so that what is kept is what is booked.
 * Months and days gone by are left out: nobody asks for them any more.
 */
export async function keepTaken(
  permit: SupportPermit,
  area: AreaId,
  ids: readonly string[],
  at: Date,
): Promise<void> {
  if (ids.length === 0) return;
  const today = plainDateIn(at, "Asia/Tokyo");
  const month = `${today.slice(0, 8)}01` as PlainDate;
  await sql`update support_offer set taken = (
    select jsonb_build_object(
      'years', coalesce(jsonb_object_agg(span, held) filter (where length(span) = 4), '{}'),
      'months', coalesce(jsonb_object_agg(span, held) filter (where length(span) = 7), '{}'),
      'days', coalesce(jsonb_object_agg(span, held) filter (where length(span) = 10), '{}'))
    from (
      select span, count(*) as held
      from support_booking booking
      cross join lateral (
        select booking.fiscal_year::text as span
        union all select to_char(booking.day, 'YYYY-MM') where booking.day >= ${month}
        union all select to_char(booking.day, 'YYYY-MM-DD') where booking.day >= ${month}
      ) spans
      where booking.area_id = ${area} and booking.offer_id = support_offer.id and booking.released_at is null
        and booking.fiscal_year >= ${fiscalYearNumber(today)}
      group by span
    ) counted)
    where area_id = ${area} and id = any (${[...ids]}::uuid[])`.execute(db(permit));
}
