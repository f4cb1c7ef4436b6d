import { tables } from "#platform/db/rows.ts";
import type { ConsultationPermit } from "../access.ts";
import type { ReferralRow } from "../model/referral.schema.ts";

/** The referral whose link somebody outside holds; the transaction of that link reaches no other. */
export const lockReturned = (permit: ConsultationPermit, id: string): Promise<ReferralRow | undefined> =>
  tables(permit)
    .selectFrom("sensitive.referral")
    .selectAll()
    .where("id", "=", id)
    .where("partnerId", "is", null)
    .forUpdate()
    .executeTakeFirst() as Promise<ReferralRow | undefined>;
