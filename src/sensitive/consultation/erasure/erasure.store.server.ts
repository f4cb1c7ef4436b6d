import { sql } from "kysely";
import { anyOf } from "#platform/db/database.ts";
import { type RowOf, tables } from "#platform/db/rows.ts";
import type { AreaId, OrganisationId } from "#platform/kernel/ids.ts";
import type { PlainDate } from "#platform/kernel/plain-date.ts";
import { destroyKey } from "#platform/sealing/data-keys.ts";
import type { ConsultationPermit } from "../access.ts";
import { type KeptCounts, type KeptYear, YEARS_KEPT } from "./erasure.rules.ts";

export type ErasureRun = RowOf<
  "sensitive.erasureRun",
  { organisationId: OrganisationId; areaId: AreaId; counts: KeptCounts }
>;

export async function yearsKept(permit: ConsultationPermit, organisation: OrganisationId): Promise<number> {
  const row = await tables(permit)
    .selectFrom("sensitive.consultationSetting")
    .select("yearsKept")
    .where("organisationId", "=", organisation)
    .executeTakeFirst();
  return row?.yearsKept ?? YEARS_KEPT;
}

export async function upsertYears(
  permit: ConsultationPermit,
  organisation: OrganisationId,
  years: number,
  by: string,
): Promise<void> {
  const set = { yearsKept: years, changedBy: by, changedAt: permit.clock.now() };
  await tables(permit)
    .insertInto("sensitive.consultationSetting")
    .values({ organisationId: organisation, ...set })
    .onConflict((row) => row.column("organisationId").doUpdateSet(set))
    .execute();
}

export type Doomed = Readonly<{
  id: string;
  personId: string;
  number: string;
  openedOn: PlainDate;
  closedOn: PlainDate;
  contacts: number;
}>;

/**
 * Cases of an office that have had their time, those of a person together. A person of whom the office still keeps another
 * case, a referral under way, one with a common record that ended later, and a family's plan hold theirs back.
 */
export async function selectDoomed(
  permit: ConsultationPermit,
  organisation: OrganisationId,
  before: PlainDate,
  most: number,
): Promise<Doomed[]> {
  const { rows } = await sql<Doomed>`
    select one.id, one.person_id as "personId", one.number, one.opened_on as "openedOn", one.closed_on as "closedOn",
      (select count(*) from sensitive.case_contact contact where contact.case_id = one.id
        and not exists (select from sensitive.case_contact later where later.replaces = contact.id))::int as contacts
    from sensitive.consultation_case one left join sensitive.client client on client.id = one.client_id
    where one.organisation_id = ${organisation} and ${HAD_ITS_TIME(before)}
      and not exists (
        select from sensitive.consultation_case other join sensitive.client known on known.id = other.client_id
        where other.organisation_id = one.organisation_id and other.id <> one.id
          and coalesce(known.merged_into, known.id) = coalesce(client.merged_into, client.id)
          and not (${HAD_ITS_TIME(before, "other")}))
      and not exists (
        select from sensitive.referral where referral.case_id = one.id
          and (referral.state in ('drafted', 'sent', 'received', 'accepted', 'ongoing')
            or (referral.mode = 'shared' and referral.changed_at >= ${before}::date)))
      and not exists (
        select from sensitive.support_plan_member member join sensitive.support_plan plan on plan.id = member.plan_id
        where member.case_id = one.id and member.left_on is null and plan.ended_on is null)
    order by coalesce(client.merged_into, client.id, one.person_id), one.id limit ${most}`.execute(
    tables(permit),
  );
  return rows;
}

const HAD_ITS_TIME = (before: PlainDate, of = "one") =>
  sql`${sql.ref(`${of}.state`)} = 'closed' and ${sql.ref(`${of}.erased_on`)} is null
    and ${sql.ref(`${of}.closed_on`)} < ${before}`;

export async function insertRun(
  permit: ConsultationPermit,
  run: Pick<ErasureRun, "id" | "organisationId" | "areaId" | "closedBefore" | "expected" | "orderedBy">,
): Promise<void> {
  await tables(permit)
    .insertInto("sensitive.erasureRun")
    .values({ ...run, orderedAt: permit.clock.now() })
    .execute();
}

export const lockRun = (permit: ConsultationPermit, id: string): Promise<ErasureRun | undefined> =>
  tables(permit)
    .selectFrom("sensitive.erasureRun")
    .selectAll()
    .where("id", "=", id)
    .where("doneAt", "is", null)
    .forUpdate()
    .executeTakeFirst() as Promise<ErasureRun | undefined>;

/** The runs of an office, the newest first; of all offices those that were ordered and are not done. */
export const selectRuns = (permit: ConsultationPermit, organisation: OrganisationId): Promise<ErasureRun[]> =>
  tables(permit)
    .selectFrom("sensitive.erasureRun")
    .selectAll()
    .where("organisationId", "=", organisation)
    .orderBy("orderedAt", "desc")
    .limit(50)
    .execute() as Promise<ErasureRun[]>;

export const selectOrdered = (permit: ConsultationPermit): Promise<ErasureRun[]> =>
  tables(permit)
    .selectFrom("sensitive.erasureRun")
    .selectAll()
    .where("doneAt", "is", null)
    .orderBy("orderedAt")
    .execute() as Promise<ErasureRun[]>;

export async function updateRun(
  permit: ConsultationPermit,
  id: string,
  change: Readonly<{ erased: number; counts: KeptCounts; done: boolean }>,
): Promise<void> {
  await tables(permit)
    .updateTable("sensitive.erasureRun")
    .set({
      erased: change.erased,
      counts: JSON.stringify(change.counts),
      doneAt: change.done ? permit.clock.now() : null,
    })
    .where("id", "=", id)
    .execute();
}

/** What the counts need of these cases, before they are erased: as `selectOwnYears` counts them. */
export async function selectKept(permit: ConsultationPermit, ids: readonly string[]) {
  const { rows } = await sql<KeptYear & { year: number }>`
    select extract(year from contact.day - interval '3 months')::int as year, count(*)::int as contacts,
      count(*) filter (where one.mental)::int as mental,
      count(distinct coalesce(client.merged_into, client.id, one.person_id))::int as persons
    from sensitive.case_contact contact join sensitive.consultation_case one on one.id = contact.case_id
      left join sensitive.client client on client.id = one.client_id
    where one.id = any (${[...ids]}::uuid[]) and contact.with_whom <> 'not-reached'
      and not exists (select from sensitive.case_contact later where later.replaces = contact.id)
    group by 1`.execute(tables(permit));
  return rows;
}

/** Rows of one case that are deleted with it, before what they hang on. */
const OF_CASE = [
  "sensitive.caseContact",
  "sensitive.caseEvent",
  "sensitive.caseFile",
  "sensitive.appointment",
] as const;
const OF_REFERRAL = ["sensitive.referralItem", "sensitive.referralEvent", "sensitive.sharedNote"] as const;

/** Deletes all that tells of these cases. Their rows stay for the counts, without a person; their keys are destroyed. */
export async function eraseCases(permit: ConsultationPermit, doomed: readonly Doomed[]): Promise<void> {
  const at = tables(permit);
  const ids = doomed.map(({ id }) => id);
  const persons = [...new Set(doomed.map(({ personId }) => personId))];
  // A correction hangs on what it replaces: all of a case go in one statement.
  for (const table of OF_CASE) await at.deleteFrom(table).where("caseId", "=", anyOf(ids)).execute();
  const left = await at
    .deleteFrom("sensitive.supportPlanMember")
    .where("caseId", "=", anyOf(ids))
    .returning("planId")
    .execute();
  // The common goals of a family go with its last member.
  await at
    .deleteFrom("sensitive.supportPlan")
    .where((row) =>
      row.not(
        row.exists(
          row
            .selectFrom("sensitive.supportPlanMember as member")
            .select("member.caseId")
            .whereRef("member.planId", "=", "sensitive.supportPlan.id"),
        ),
      ),
    )
    .where("id", "=", anyOf(left.map(({ planId }) => planId)))
    .execute();
  for (const table of OF_REFERRAL)
    await at
      .deleteFrom(table)
      .where("referralId", "in", (row) =>
        row.selectFrom("sensitive.referral").select("id").where("caseId", "=", anyOf(ids)),
      )
      .execute();
  await at
    .updateTable("sensitive.consultationCase")
    .set({
      ...{ clientId: null, caseworker: null, ageBand: null, sex: null, nextDue: null },
      ...{ homeTown: "", workTown: "", workplaceSize: "", topics: sql`'{}'` as never },
      ...{ erasedOn: permit.clock.today(), changedAt: permit.clock.now() },
    })
    .where("id", "=", anyOf(ids))
    .execute();
  await eraseClients(permit, persons);
  for (const id of persons.sort()) await destroyKey(permit, { kind: "person", id });
}

/** Of these persons no case is kept any more: their names, and who looked, go too. */
async function eraseClients(permit: ConsultationPermit, persons: readonly string[]): Promise<void> {
  const at = tables(permit);
  await at.deleteFrom("sensitive.personLook").where("personId", "=", anyOf(persons)).execute();
  await at
    .deleteFrom("sensitive.clientJudgement")
    .where((row) => row.or([row("one", "=", anyOf(persons)), row("other", "=", anyOf(persons))]))
    .execute();
  await at
    .updateTable("sensitive.client")
    .set({ mergedInto: null })
    .where("mergedInto", "=", anyOf(persons))
    .execute();
  await at.deleteFrom("sensitive.client").where("id", "=", anyOf(persons)).execute();
}

/** Who was expected on days before that one: no more is known of them. */
export const eraseAppointments = async (permit: ConsultationPermit, before: PlainDate): Promise<number> => {
  const { numDeletedRows } = await tables(permit)
    .deleteFrom("sensitive.appointment")
    .where("sessionId", "in", (row) =>
      row.selectFrom("sensitive.counselSession").select("id").where("day", "<", before),
    )
    .executeTakeFirst();
  return Number(numDeletedRows);
};
