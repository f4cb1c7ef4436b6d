import { sql } from "kysely";
import { listed } from "#platform/db/database.ts";
import { db } from "#platform/db/rows.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import type { Permit } from "./permit.schema.ts";

/**
 * Lets the transaction of a permit reach one area more, and where a subject is named, of the tables that know links only
 * its rows (and those of what it holds already). For what a policy has granted across areas, or to somebody who reaches
 * none; it ends with the transaction.
 */
export async function reachAlso(permit: Permit, area: AreaId, subject?: string): Promise<void> {
  const { rows } = await sql<Record<"areas" | "facts" | "holds", string>>`
    select current_setting('yui.areas') as areas, current_setting('yui.facts') as facts,
      current_setting('yui.holds') as holds`.execute(db(permit));
  const { areas, facts, holds } = rows[0]!;
  if (areas === "*") return;
  await sql`set local yui.areas = ${sql.lit(withOne(areas, area))}`.execute(db(permit));
  await sql`set local yui.facts = ${sql.lit(withOne(facts, area))}`.execute(db(permit));
  if (subject !== undefined)
    await sql`set local yui.holds = ${sql.lit(withOne(holds, subject))}`.execute(db(permit));
}

const withOne = (list: string, one: string): string =>
  listed([...new Set([...list.split(","), one])].filter(Boolean));

/**
 * Lets the transaction of a permit reach all of its area instead of one subject's rows. For what the holder of a link may
 * see of many subjects at once, as all that somebody does; it ends with the transaction.
 */
export async function reachWholeArea(permit: Permit): Promise<void> {
  await sql`set local yui.holds = ''`.execute(db(permit));
}
