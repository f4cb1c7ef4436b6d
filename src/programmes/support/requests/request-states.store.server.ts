import { sql } from "kysely";
import type { DatasetAsked } from "#foundation/datasets/public.ts";
import { tables } from "#platform/db/rows.ts";
import type { SupportPermit } from "../access.ts";

/** The requests of the permit's area in the order in which their states were entered. */
export function selectStates(permit: SupportPermit, { after, since, limit }: DatasetAsked) {
  let query = tables(permit)
    .selectFrom("supportRequest")
    .select(["id", "number", "status", "statusSince", "madeOn", "dueOn", "fixedDay"])
    .where("areaId", "=", permit.subject.area);
  if (since) query = query.where("statusSince", ">", since);
  if (after) query = query.where(sql<boolean>`(status_since, id) > (${after.at}, ${after.id}::uuid)`);
  return query.orderBy("statusSince").orderBy("id").limit(limit).execute();
}
