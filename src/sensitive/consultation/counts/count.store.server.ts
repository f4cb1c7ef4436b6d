import { sql } from "kysely";
import { tables } from "#platform/db/rows.ts";
import { type FiscalYear, firstDayOf, lastDayOf } from "#platform/kernel/fiscal-year.ts";
import type { AreaId, OrganisationId } from "#platform/kernel/ids.ts";
import type { ConsultationPermit } from "../access.ts";
import type { CountFacts } from "./count.schema.ts";

/** Contacts of a year in which somebody was reached, as they stand after corrections, with their case and person. */
const COUNSELS = (where: ReturnType<typeof sql>, year: FiscalYear) => sql`
  select one.organisation_id as office, one.mental, contact.channel,
    coalesce(client.merged_into, client.id, one.person_id) as person
  from sensitive.case_contact contact join sensitive.consultation_case one on one.id = contact.case_id
    left join sensitive.client client on client.id = one.client_id
  where ${where} and contact.day between ${firstDayOf(year)} and ${lastDayOf(year)} and contact.with_whom <> 'not-reached'
    and not exists (select from sensitive.case_contact later where later.replaces = contact.id)`;

const inArea = (area: AreaId) => sql`one.area_id = ${area}`;

/** What an area's offices did in a fiscal year, as counts. No sealed value is read. */
export async function selectCounts(
  permit: ConsultationPermit,
  area: AreaId,
  year: FiscalYear,
): Promise<CountFacts> {
  const at = tables(permit);
  const [from, to] = [firstDayOf(year), lastDayOf(year)];
  const counsels = COUNSELS(inArea(area), year);
  const consultations = await sql<CountFacts["consultations"][number]>`
    select office, mental, channel, count(*) as count from (${counsels}) counsel group by office, mental, channel`.execute(
    at,
  );
  const persons = await sql<CountFacts["persons"][number]>`
    select office, count(distinct person) as count from (${counsels}) counsel group by office`.execute(at);
  const cases = await sql<CountFacts["cases"][number]>`
    select organisation_id as office, mental, source, asker,
      case when closed_on <= ${to} then outcome else 'open' end as outcome, count(*) as count
    from sensitive.consultation_case one where ${inArea(area)} and opened_on between ${from} and ${to}
    group by 1, 2, 3, 4, 5`.execute(at);
  const referrals = await sql<CountFacts["referrals"][number]>`
    select way, result, count(*) as count from (${REFERRALS(area, year)}) one group by way, result`.execute(
    at,
  );
  const first = await sql<CountFacts["firstContact"]>`
    select percentile_disc(0.5) within group (order by days) as days, count(days) as persons
    from (${REFERRALS(area, year)}) one`.execute(at);
  return {
    consultations: consultations.rows,
    persons: persons.rows,
    cases: cases.rows,
    referrals: referrals.rows,
    firstContact: first.rows[0]!,
  };
}

/** Referrals of an area that were sent in a year: once each, whichever of the two offices is asked. */
const REFERRALS = (area: AreaId, year: FiscalYear) => sql`
  select case when one.area_id <> ${area} then 'in' when one.partner_area_id = ${area} then 'within' else 'out' end as way,
    case when last.step = 'close' then 'closed' when last.step in ('decline', 'take-back') then 'declined'
      when last.step in ('withdraw', 'expire') then 'ended' else 'underway' end as result,
    reached.day - (one.sent_at at time zone 'Asia/Tokyo')::date as days
  from sensitive.referral one
    left join lateral (
      select step from sensitive.referral_event event
      where event.referral_id = one.id and (event.at at time zone 'Asia/Tokyo')::date <= ${lastDayOf(year)}
        and event.step in ('close', 'decline', 'take-back', 'withdraw', 'expire')
      order by event.at desc, event.id desc limit 1) last on true
    left join lateral (
      select min(day) as day from (
        select (event.at at time zone 'Asia/Tokyo')::date as day from sensitive.referral_event event
        where event.referral_id = one.id and event.step = 'reached'
        union all
        select contact.day from sensitive.case_contact contact
        where contact.case_id = one.receiver_case_id and contact.with_whom in ('person', 'family')) first_days
      where day <= ${lastDayOf(year)}) reached on true
  where (one.area_id = ${area} or one.partner_area_id = ${area})
    and (one.sent_at at time zone 'Asia/Tokyo')::date between ${firstDayOf(year)} and ${lastDayOf(year)}`;

/** The offices of an area that had a case until then. */
export async function selectCountedOffices(
  permit: ConsultationPermit,
  area: AreaId,
  year: FiscalYear,
): Promise<OrganisationId[]> {
  const rows = await tables(permit)
    .selectFrom("sensitive.consultationCase")
    .select("organisationId")
    .distinct()
    .where("areaId", "=", area)
    .where("openedOn", "<=", lastDayOf(year))
    .orderBy("organisationId")
    .execute();
  return rows.map(({ organisationId }) => organisationId as OrganisationId);
}

export async function selectCountedAreas(permit: ConsultationPermit): Promise<AreaId[]> {
  const rows = await tables(permit)
    .selectFrom("sensitive.consultationCase")
    .select("areaId")
    .distinct()
    .orderBy("areaId")
    .execute();
  return rows.map(({ areaId }) => areaId as AreaId);
}

/** One office's own years, newest first: counsels, those of mental health, persons, and cases opened. */
export async function selectOwnYears(permit: ConsultationPermit, organisation: OrganisationId) {
  const { rows } = await sql<{
    year: number;
    consultations: number;
    mental: number;
    persons: number;
    cases: number;
  }>`
    select year, sum(consultations)::int as consultations, sum(mental)::int as mental, sum(persons)::int as persons,
      sum(cases)::int as cases
    from (
      select extract(year from contact.day - interval '3 months')::int as year, count(*) as consultations,
        count(*) filter (where one.mental) as mental,
        count(distinct coalesce(client.merged_into, client.id, one.person_id)) as persons, 0 as cases
      from sensitive.case_contact contact join sensitive.consultation_case one on one.id = contact.case_id
        left join sensitive.client client on client.id = one.client_id
      where contact.organisation_id = ${organisation} and contact.with_whom <> 'not-reached'
        and not exists (select from sensitive.case_contact later where later.replaces = contact.id)
      group by 1
      union all
      -- What was counted of cases that have been erased since.
      select key::int, (value->>'contacts')::int, (value->>'mental')::int, (value->>'persons')::int, 0
      from sensitive.erasure_run, jsonb_each(counts) where organisation_id = ${organisation}
      union all
      select extract(year from opened_on - interval '3 months')::int, 0, 0, 0, count(*)
      from sensitive.consultation_case where organisation_id = ${organisation} group by 1) counted
    group by year order by year desc`.execute(tables(permit));
  return rows;
}
