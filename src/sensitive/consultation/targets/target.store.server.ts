import { anyOf } from "#platform/db/database.ts";
import { tables } from "#platform/db/rows.ts";
import type { ConsultationPermit } from "../access.ts";

/** On which ground a referral rests. */
export const findGround = (permit: ConsultationPermit, referral: string) =>
  tables(permit)
    .selectFrom("sensitive.referral")
    .select(["ground", "personId", "partnerId", "receiver", "classes", "consentId"])
    .where("id", "=", referral)
    .executeTakeFirst();

/** Whom these referrals are about. */
export async function selectGrounds(permit: ConsultationPermit, referrals: readonly string[]) {
  if (referrals.length === 0) return new Map<string, { id: string; personId: string }>();
  const rows = await tables(permit)
    .selectFrom("sensitive.referral")
    .select(["id", "personId"])
    .where("id", "=", anyOf(referrals))
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}
