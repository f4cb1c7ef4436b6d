import { tables } from "#platform/db/rows.ts";
import type { ConsultationPermit } from "../access.ts";
import type { ReferralRow } from "../model/referral.schema.ts";

/** The row of a person for their own page; the transaction of their link sees no other. */
export const lockOwn = (permit: ConsultationPermit, person: string) =>
  tables(permit)
    .selectFrom("sensitive.client")
    .select(["id", "organisationId", "passphraseHash", "passphraseTries", "passphraseTriedAt"])
    .where("id", "=", person)
    .forUpdate()
    .executeTakeFirst();

export const updatePassphrase = (permit: ConsultationPermit, person: string, passphraseHash: string) =>
  tables(permit)
    .updateTable("sensitive.client")
    .set({ passphraseHash, passphraseTries: 0, passphraseTriedAt: null })
    .where("id", "=", person)
    .execute();

/** Counts a try at the passphrase; a right one begins anew. */
export const updateTries = (permit: ConsultationPermit, person: string, tries: number) =>
  tables(permit)
    .updateTable("sensitive.client")
    .set({ passphraseTries: tries, passphraseTriedAt: permit.clock.now() })
    .where("id", "=", person)
    .execute();

/** The referrals of a person, the newest first. */
export const selectOwnReferrals = (permit: ConsultationPermit, person: string): Promise<ReferralRow[]> =>
  tables(permit)
    .selectFrom("sensitive.referral")
    .selectAll()
    .where("personId", "=", person)
    .where("state", "!=", "drafted")
    .orderBy("sentAt", "desc")
    .execute() as Promise<ReferralRow[]>;

/** The cases that an office keeps of a person: that there is one, and since when. */
export const selectOwnCases = (permit: ConsultationPermit, person: string) =>
  tables(permit)
    .selectFrom("sensitive.consultationCase")
    .select(["organisationId", "openedOn", "state"])
    .where("personId", "=", person)
    .orderBy("openedOn")
    .execute();
