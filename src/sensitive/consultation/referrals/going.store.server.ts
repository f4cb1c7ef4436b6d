import { type SqlBool, sql } from "kysely";
import { tables } from "#platform/db/rows.ts";
import type { OrganisationId } from "#platform/kernel/ids.ts";
import type { PlainDate } from "#platform/kernel/plain-date.ts";
import type { ConsultationPermit } from "../access.ts";
import { GOING, PENDING } from "../model/referral.rules.ts";
import type { ReferralRow } from "../model/referral.schema.ts";

/** Referrals that have not ended, locked in the order of their ids. */
const going = (permit: ConsultationPermit) =>
  tables(permit)
    .selectFrom("sensitive.referral")
    .selectAll()
    .where("state", "in", [...GOING])
    .orderBy("id")
    .forUpdate();

/** Those of a person to a receiver. */
export const lockGoingTo = (
  permit: ConsultationPermit,
  { personId, partnerId, receiver }: Pick<ReferralRow, "personId" | "partnerId" | "receiver">,
): Promise<ReferralRow[]> =>
  going(permit)
    .where("personId", "=", personId)
    .where((row) => (partnerId ? row("partnerId", "=", partnerId) : row("receiver", "=", receiver)))
    .execute() as Promise<ReferralRow[]>;

/** Those of a case. */
export const lockGoingOf = (permit: ConsultationPermit, caseId: string): Promise<ReferralRow[]> =>
  going(permit).where("caseId", "=", caseId).execute() as Promise<ReferralRow[]>;

/** Those at an office, of a case, or the one, that go on although the person agrees no more to all that was handed over. */
export const lockLapsed = (
  permit: ConsultationPermit,
  of: Readonly<{ office: OrganisationId } | { referral: string } | { caseId: string } | { person: string }>,
): Promise<ReferralRow[]> =>
  going(permit)
    .where("ground", "=", "consent")
    .where("partnerId", "is not", null)
    .where((row) => {
      if ("referral" in of) return row("id", "=", of.referral);
      if ("person" in of) return row("personId", "=", of.person);
      if ("caseId" in of) return row("caseId", "=", of.caseId);
      return row.or([row("organisationId", "=", of.office), row("partnerId", "=", of.office)]);
    })
    .where(
      sql<SqlBool>`exists (select from unnest(classes) as class
        where not yui_consents(person_id::text, partner_id::text, 'referral', class))`,
    )
    .execute() as Promise<ReferralRow[]>;

/** The referral of that case to that office which still waits for an answer. */
export const findPending = (permit: ConsultationPermit, caseId: string, partner: OrganisationId) =>
  tables(permit)
    .selectFrom("sensitive.referral")
    .select("id")
    .where("caseId", "=", caseId)
    .where("partnerId", "=", partner)
    .where("state", "in", [...PENDING])
    .executeTakeFirst();

/** Those in that state whose last day to be received is that day or before: the offices, nothing of what was handed over. */
export const selectLate = (permit: ConsultationPermit, state: "sent" | "received", until: PlainDate) =>
  tables(permit)
    .selectFrom("sensitive.referral")
    .select(["id", "organisationId", "areaId", "partnerId", "partnerAreaId", "receiveBy"])
    .where("state", "=", state)
    .where("receiveBy", "<=", until)
    .orderBy("id")
    .execute() as Promise<
    Pick<ReferralRow, "id" | "organisationId" | "areaId" | "partnerId" | "partnerAreaId" | "receiveBy">[]
  >;
