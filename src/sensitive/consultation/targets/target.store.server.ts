import { tables } from "#platform/db/rows.ts";
import type { ConsultationPermit } from "../access.ts";

/** On which ground a referral rests. */
export const findGround = (permit: ConsultationPermit, referral: string) =>
  tables(permit)
    .selectFrom("sensitive.referral")
    .select(["ground", "personId", "partnerId", "receiver", "classes", "consentId"])
    .where("id", "=", referral)
    .executeTakeFirst();
