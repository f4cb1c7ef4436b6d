import type { Finder } from "#foundation/authority/public.ts";
import { tables } from "#platform/db/rows.ts";
import type { ConsultationPermit } from "../access.ts";

/** Whose a case is, by its id alone. */
export const findCaseOwner = (find: Finder, id: string) =>
  tables(find)
    .selectFrom("sensitive.consultationCase")
    .select(["id", "organisationId", "areaId", "personId", "caseworker"])
    .where("id", "=", id)
    .executeTakeFirst();

/** Which offices a referral lies between, by its id alone. The receiver is one only once it has been sent. */
export const findReferralOffices = (find: Finder, id: string) =>
  tables(find)
    .selectFrom("sensitive.referral")
    .select(["id", "organisationId", "areaId", "partnerId", "personId", "state"])
    .where("id", "=", id)
    .executeTakeFirst();

/** On which ground a referral rests. */
export const findGround = (permit: ConsultationPermit, referral: string) =>
  tables(permit)
    .selectFrom("sensitive.referral")
    .select(["ground", "personId", "partnerId", "classes"])
    .where("id", "=", referral)
    .executeTakeFirst();
