import { type SqlBool, sql } from "kysely";
import { tables } from "#platform/db/rows.ts";
import type { OrganisationId } from "#platform/kernel/ids.ts";
import type { ConsultationPermit } from "../access.ts";
import type { CaseFilter } from "./working-list.rules.ts";

/** Gives a caseworker's open cases to another. */
export const moveCases = (
  permit: ConsultationPermit,
  organisation: OrganisationId,
  from: string,
  to: string,
) =>
  tables(permit)
    .updateTable("sensitive.consultationCase")
    .set({ caseworker: to, changedAt: permit.clock.now() })
    .set((row) => ({ version: row("version", "+", 1) }))
    .where("organisationId", "=", organisation)
    .where("caseworker", "=", from)
    .where("state", "=", "open")
    .returning(["id", "organisationId", "personId"])
    .execute();

const WHICH: Readonly<Record<CaseFilter["which"], (filter: CaseFilter) => ReturnType<typeof sql<SqlBool>>>> =
  {
    // In nobody's hands yet, or come by a referral and not yet spoken to.
    new: () => sql<SqlBool>`state = 'open' and (caseworker is null or (referral_id is not null and not exists
      (select from sensitive.case_contact where case_contact.case_id = consultation_case.id)))`,
    today: ({ today }) => sql<SqlBool>`state = 'open' and next_due = ${today}`,
    overdue: ({ today }) => sql<SqlBool>`state = 'open' and next_due < ${today}`,
    climbed: ({ climbedSince }) => sql<SqlBool>`state = 'open' and next_due <= ${climbedSince}`,
    waiting: () => sql<SqlBool>`state = 'open' and exists (select from sensitive.referral
    where referral.case_id = consultation_case.id and referral.state in ('sent', 'received'))`,
    silent: ({ silentSince }) => sql<SqlBool>`state = 'open' and last_contact_on < ${silentSince}`,
    mine: ({ caseworker }) => sql<SqlBool>`state = 'open' and caseworker = ${caseworker}`,
    open: () => sql<SqlBool>`state = 'open'`,
    closed: () => sql<SqlBool>`state = 'closed' and erased_on is null`,
  };

/** The query of a working list, to be read in its order and from its place. */
export const casesOf = (permit: ConsultationPermit, organisation: OrganisationId, filter: CaseFilter) =>
  tables(permit)
    .selectFrom("sensitive.consultationCase")
    .selectAll()
    .where("organisationId", "=", organisation)
    .where(WHICH[filter.which](filter));

/** How many cases stand in each part of the working list. */
export async function countCases(
  permit: ConsultationPermit,
  organisation: OrganisationId,
  filter: Omit<CaseFilter, "which">,
): Promise<Readonly<Record<CaseFilter["which"], number>>> {
  const names = Object.keys(WHICH) as CaseFilter["which"][];
  const row = await tables(permit)
    .selectFrom("sensitive.consultationCase")
    .select(
      names.map((which) =>
        sql<number>`count(*) filter (where ${WHICH[which]({ ...filter, which })})`.as(which),
      ),
    )
    .where("organisationId", "=", organisation)
    .executeTakeFirstOrThrow();
  return row as Readonly<Record<CaseFilter["which"], number>>;
}

/**
 * Referrals of an office that wait for somebody: sent to it and not received, received and not answered in time, asked
 * back by the sender without a step since; those that are late at the other office; and those sent because of a danger,
 * without a second pair of eyes yet.
 */
export const countWaitingReferrals = (
  permit: ConsultationPermit,
  organisation: OrganisationId,
  { today, answerSince }: Pick<CaseFilter, "today" | "answerSince">,
) =>
  tables(permit)
    .selectFrom("sensitive.referral")
    .select([
      sql<number>`count(*) filter (where partner_id = ${organisation} and state = 'sent'
        and receive_by >= ${today})`.as("received"),
      sql<number>`count(*) filter (where partner_id = ${organisation} and state = 'sent'
        and receive_by < ${today})`.as("receivedLate"),
      sql<number>`count(*) filter (where organisation_id = ${organisation} and state = 'sent'
        and receive_by < ${today})`.as("sentLate"),
      sql<number>`count(*) filter (where partner_id = ${organisation} and state = 'received'
        and receive_by <= ${answerSince})`.as("unanswered"),
      sql<number>`count(*) filter (where organisation_id = ${organisation} and state = 'received'
        and receive_by <= ${answerSince})`.as("sentUnanswered"),
      sql<number>`count(*) filter (where partner_id = ${organisation} and opened and (select step = 'ask-back'
        from sensitive.referral_event where referral_id = referral.id order by at desc, id desc limit 1))`.as(
        "askedBack",
      ),
      sql<number>`count(*) filter (where organisation_id = ${organisation} and ground = 'danger'
        and seconded_by is null and state <> 'drafted')`.as("unseconded"),
    ])
    .where((row) => row.or([row("partnerId", "=", organisation), row("organisationId", "=", organisation)]))
    .executeTakeFirstOrThrow();
