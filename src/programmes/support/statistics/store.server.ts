import { sql } from "kysely";
import type { Tx } from "#platform/db/database.ts";
import { firstDayOf, fiscalYear, lastDayOf } from "#platform/kernel/fiscal-year.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import type { Facts, SizeBand } from "./schema.ts";

const SIZE = sql<SizeBand>`case when size < 5 then '1-4' when size < 30 then '5-29' when size < 50 then '30-49' else '50-' end`;
const HELD = sql`status in ('held', 'reported', 'closed')`;

/** What was asked in a fiscal year and what became of it. */
export async function selectFacts(tx: Tx, area: AreaId, year: number): Promise<Facts> {
  const [from, to] = [firstDayOf(fiscalYear(year)), lastDayOf(fiscalYear(year))];
  const requests = tx
    .selectFrom("support_request")
    .where("area_id", "=", area)
    .where("made_on", ">=", from)
    .where("made_on", "<=", to);
  const count = sql<number>`count(*)`;
  const sums = await requests
    .select([
      count.as("requests"),
      sql<number>`count(distinct workplace_key)`.as("workplaces"),
      sql<number>`count(distinct workplace_key) filter (where not came_before)`.as("new_workplaces"),
      sql<number>`count(*) filter (where ${HELD})`.as("held"),
      sql<number>`count(*) filter (where status = 'unmet')`.as("unmet"),
      sql<
        number | null
      >`percentile_disc(0.5) within group (order by fixed_day - made_on) filter (where fixed_day is not null)`.as(
        "median",
      ),
      sql<
        number | null
      >`percentile_disc(0.9) within group (order by fixed_day - made_on) filter (where fixed_day is not null)`.as(
        "ninety",
      ),
    ])
    .executeTakeFirstOrThrow();
  const sizes = await requests
    .select([SIZE.as("size"), "industry", count.as("count")])
    .groupBy(["size", "industry"])
    .groupBy(SIZE)
    .execute();
  const heard = await requests
    .select(["heard_from as key", count.as("count")])
    .groupBy("heard_from")
    .execute();
  const reasons = await requests
    .select([sql<string>`coalesce(unmet_reason, '')`.as("key"), count.as("count")])
    .where("status", "=", "unmet")
    .groupBy("unmet_reason")
    .execute();
  const topics = await requests
    .select([
      sql<string>`unnest(topics)`.as("topic"),
      count.as("requests"),
      sql<number>`count(*) filter (where status = 'unmet')`.as("unmet"),
    ])
    .groupBy("topic")
    .orderBy("requests", "desc")
    .execute();
  return {
    year,
    requests: sums.requests,
    workplaces: sums.workplaces,
    newWorkplaces: sums.new_workplaces,
    held: sums.held,
    unmet: sums.unmet,
    waitingDays: { median: sums.median, ninety: sums.ninety },
    bySizeAndIndustry: merged(sizes),
    byHeardFrom: heard,
    byUnmetReason: reasons,
    byTopic: topics,
    bySupporter: await selectSupporters(tx, area, from, to),
  };
}

/** Grouping by the size itself gives a row for each number of people; bands are put together here. */
function merged(
  rows: readonly { size: SizeBand; industry: string; count: number }[],
): Facts["bySizeAndIndustry"] {
  const bands = new Map<string, { size: SizeBand; industry: string; count: number }>();
  for (const row of rows) {
    const key = `${row.size} ${row.industry}`;
    const band = bands.get(key) ?? { ...row, count: 0 };
    bands.set(key, { ...band, count: band.count + row.count });
  }
  return [...bands.values()];
}

async function selectSupporters(
  tx: Tx,
  area: AreaId,
  from: string,
  to: string,
): Promise<Facts["bySupporter"]> {
  const rows = await sql<{ name: string; asked: number; answered: number; came: number }>`
    select organisation_name as name, count(*) as asked, count(*) filter (where answers is not null) as answered,
      count(*) filter (where enquiry.state = 'chosen' and request.status in ('held', 'reported', 'closed')) as came
    from support_enquiry enquiry
    join support_request request on request.area_id = enquiry.area_id and request.id = enquiry.request_id
    where enquiry.area_id = ${area} and request.made_on between ${from} and ${to} and enquiry.state <> 'queued'
    group by organisation_name order by asked desc, name`.execute(tx);
  return rows.rows;
}
