import { anyOf } from "#platform/db/database.ts";
import { tables } from "#platform/db/rows.ts";
import { ERASED } from "#platform/sealing/data-keys.ts";
import { sealsOf } from "#platform/sealing/seal.ts";
import type { ConsultationPermit } from "../access.ts";
import { ITEM, rowOfItem } from "./referral.store.server.ts";

/** The names that were handed over with these referrals, as far as the reader may see them now. */
export async function selectHandedNames(
  permit: ConsultationPermit,
  referrals: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (referrals.length === 0) return new Map();
  const rows = await tables(permit)
    .selectFrom("sensitive.referralItem")
    .select(["referralId", "personId", "content"])
    .where("referralId", "=", anyOf(referrals))
    .where("class", "=", "name")
    .execute();
  const seals = await sealsOf(
    permit,
    rows.map(({ personId }) => ({ kind: "person", id: personId })),
  );
  return new Map(
    rows.map(({ referralId, personId, content }) => {
      const name = seals({ kind: "person", id: personId }).open(ITEM, rowOfItem(referralId, "name"), content);
      return [referralId, name === ERASED ? "" : name];
    }),
  );
}
