import { sql } from "kysely";
import { db, tables } from "#platform/db/rows.ts";
import { firstDayOf, fiscalYear, lastDayOf } from "#platform/kernel/fiscal-year.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import type { SupportPermit } from "../access.ts";
import type { UnmetReason } from "../model/visit.rules.ts";
import type { Facts, SizeBand, Supporter, YearSums } from "./statistics.schema.ts";

const BAND = sql<SizeBand>`case when size < 5 then '1-4' when size < 30 then '5-29' when size < 50 then '30-49' else '50-' end`;
const HELD = sql`status in ('held', 'reported', 'closed')`;
/** What took place on the day that was last reported; nothing of what is still to come. */
const TOOK_PLACE = sql`status in ('held', 'reported', 'closed') and last.held_on is not null and not last.withdrawn`;
const OPEN = sql`status in ('new', 'asking', 'deciding', 'waiting', 'fixed')`;
/** The fiscal year of the day on which a request was made. */
const YEAR = sql<number>`extract(year from made_on - interval '3 months')::int`;
const count = sql<number>`count(*)`;

const requestsOf = (permit: SupportPermit, area: AreaId, from: number, to: number) =>
  tables(permit)
    .selectFrom("supportRequest")
    .where("areaId", "=", area)
    .where("madeOn", ">=", firstDayOf(fiscalYear(from)))
    .where("madeOn", "<=", lastDayOf(fiscalYear(to)));

const waited = (share: number) =>
  sql<
    number | null
  >`percentile_disc(${sql.lit(share)}) within group (order by last.held_on - made_on) filter (where ${TOOK_PLACE})`;

/** The fiscal years in which anything was asked, each in a line. */
export async function selectYears(
  permit: SupportPermit,
  area: AreaId,
  from: number,
  to: number,
): Promise<YearSums[]> {
  return requestsOf(permit, area, from, to)
    .leftJoinLateral(
      (rows) =>
        rows
          .selectFrom("supportReport as report")
          .select(["report.heldOn", "report.withdrawn"])
          .whereRef("report.areaId", "=", "supportRequest.areaId")
          .whereRef("report.requestId", "=", "supportRequest.id")
          .orderBy("report.version", "desc")
          .limit(1)
          .as("last"),
      (join) => join.onTrue(),
    )
    .select([
      YEAR.as("year"),
      count.as("requests"),
      sql<number>`count(*) filter (where not came_before)`.as("first"),
      sql<number>`count(distinct workplace_key)`.as("workplaces"),
      sql<number>`count(distinct workplace_key) filter (where not came_before)`.as("newWorkplaces"),
      sql<number>`count(*) filter (where ${HELD})`.as("held"),
      sql<number>`count(*) filter (where status = 'unmet')`.as("unmet"),
      sql<number>`count(*) filter (where ${OPEN})`.as("open"),
      sql<number>`count(*) filter (where ${TOOK_PLACE})`.as("fixed"),
      waited(0.5).as("median"),
      waited(0.9).as("ninety"),
      sql<number>`count(consultation_shown_at)`.as("consultations"),
    ])
    .groupBy("year")
    .orderBy("year", "desc")
    .execute();
}

/** What was asked in a fiscal year and what became of it. */
export async function selectFacts(permit: SupportPermit, area: AreaId, sums: YearSums): Promise<Facts> {
  const requests = requestsOf(permit, area, sums.year, sums.year);
  const topic = sql<string>`unnest(topics)`.as("topic");
  const unmet = requests.where("status", "=", "unmet").where("unmetReason", "is not", null);
  const reason = sql<UnmetReason>`unmet_reason`;
  return {
    sums,
    bySizeAndIndustry: (
      await requests
        .select([BAND.as("band"), "industry", count.as("count")])
        .groupBy(["band", "industry"])
        .execute()
    ).map(({ band, ...row }) => ({ ...row, size: band })),
    byHeardFrom: await requests
      .select(["heardFrom as key", count.as("count")])
      .groupBy("heardFrom")
      .execute(),
    byUnmetReason: await unmet
      .select([reason.as("key"), count.as("count")])
      .groupBy("unmetReason")
      .execute(),
    byTopic: await requests
      .select([
        topic,
        // A form may name a topic twice.
        sql<number>`count(distinct id)`.as("requests"),
        sql<number>`count(distinct id) filter (where status = 'unmet' and unmet_reason is not null)`.as(
          "unmet",
        ),
      ])
      .groupBy("topic")
      .orderBy("requests", "desc")
      .execute(),
    byTopicAndReason: await unmet
      .select([topic, reason.as("reason"), count.as("count")])
      .groupBy(["topic", "unmetReason"])
      .execute(),
    bySupporter: await selectSupporters(permit, area, sums.year),
  };
}

/** The areas with requests; looked for from one area to the next. */
export async function selectAreasWithRequests(permit: SupportPermit): Promise<AreaId[]> {
  const { rows } = await sql<{ area: AreaId }>`
    with recursive asked (area) as (
      select min(area_id) from support_request
      union all
      select (select min(area_id) from support_request where area_id > asked.area) from asked where area is not null
    )
    select area from asked where area is not null`.execute(db(permit));
  return rows.map((row) => row.area);
}

async function selectSupporters(permit: SupportPermit, area: AreaId, year: number): Promise<Supporter[]> {
  const [from, to] = [firstDayOf(fiscalYear(year)), lastDayOf(fiscalYear(year))];
  const rows = await sql<Supporter>`
    select organisation_name as name, count(*) as asked, count(*) filter (where answered_at is not null) as answered,
      count(*) filter (where said::text ~ '"(yes|if_need_be)"' or proposal <> '') as willing,
      count(*) filter (where enquiry.state = 'chosen' and request.status in ('held', 'reported', 'closed')) as came,
      percentile_disc(0.5) within group (
        order by (answered_at at time zone 'Asia/Tokyo')::date - (asked_at at time zone 'Asia/Tokyo')::date)
        filter (where answered_at is not null) as days
    from support_enquiry enquiry
    join support_request request on request.area_id = enquiry.area_id and request.id = enquiry.request_id
    where enquiry.area_id = ${area} and request.made_on between ${from} and ${to} and enquiry.state <> 'queued'
    group by organisation_name order by asked desc, name`.execute(db(permit));
  return rows.rows;
}
