import type { Work } from "#foundation/authority/public.ts";
import { tables } from "#platform/db/rows.ts";
import type { CarriedResource } from "./resource-bundle.schema.ts";

const COLUMNS = [
  ...(["areaId", "id", "serviceId", "kind", "name", "kana", "provider", "corporateNumber"] as const),
  ...(["description", "topics", "languages", "fee", "feeNote", "sizeFrom", "sizeTo", "industries"] as const),
  ...(["insurers", "residence", "eligibility", "served", "phone", "fax", "website", "apply"] as const),
  ...(["access", "postalCode", "address", "municipality", "latitude", "longitude", "hours"] as const),
  ...(["intake", "intakeWait", "intakeUntil", "intakeOn", "available", "maximum", "checkedOn"] as const),
] as const satisfies readonly (keyof CarriedResource)[];

/** Entries that changed since then, also those that were let go; drafts are nobody's yet. */
export async function selectCarried(work: Work, since: Date | null) {
  let query = tables(work)
    .selectFrom("directoryResource")
    .select([...COLUMNS, "state"])
    .where("state", "<>", "draft");
  query = since ? query.where("changedAt", ">", since) : query.where("state", "=", "listed");
  const rows = await query.orderBy("areaId").orderBy("id").execute();
  return rows.map(({ state, ...row }) => ({ ...row, listed: state === "listed" }));
}
