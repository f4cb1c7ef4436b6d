import { sql } from "kysely";
import type { Work } from "#foundation/authority/public.ts";
import type { DatasetAsked } from "#foundation/datasets/public.ts";
import { tables } from "#platform/db/rows.ts";

const COLUMNS = [
  ...(["id", "areaId", "kind", "name", "kana", "provider", "corporateNumber", "description"] as const),
  ...(["topics", "fee", "feeNote", "eligibility", "phone", "fax", "website", "postalCode"] as const),
  ...(["address", "municipality", "latitude", "longitude", "intake", "checkedOn", "changedAt"] as const),
  ...(["organisationId", "hours"] as const),
];

/** Listed entries in the order of their last change, or the one that is named. */
export async function selectChanged(work: Work, { after, since, limit }: DatasetAsked, id?: string) {
  let query = tables(work).selectFrom("directoryResource").select(COLUMNS).where("state", "=", "listed");
  if (id) query = query.where("id", "=", id);
  if (since) query = query.where("changedAt", ">", since);
  if (after) query = query.where(sql<boolean>`(changed_at, id) > (${after.at}, ${after.id}::uuid)`);
  return query.orderBy("changedAt").orderBy("id").limit(limit).execute();
}

/** Those that went since then, in the order in which they did. */
export async function selectGone(work: Work, since: Date, { after, limit }: DatasetAsked) {
  let query = tables(work)
    .selectFrom("directoryTombstone")
    .select(["id", "goneAt"])
    .where("goneAt", ">", since);
  if (after) query = query.where(sql<boolean>`(gone_at, id) > (${after.at}, ${after.id}::uuid)`);
  return query.orderBy("goneAt").orderBy("id").limit(limit).execute();
}

export const findGoneById = (work: Work, id: string) =>
  tables(work).selectFrom("directoryTombstone").select("id").where("id", "=", id).executeTakeFirst();

/** Who runs the listed entries; what has no name of its own runs itself. */
export const selectProviders = (work: Work) =>
  tables(work)
    .selectFrom("directoryResource")
    .select(["areaId", "provider", "organisationId", "corporateNumber", "name"])
    .where("state", "=", "listed")
    .execute();
