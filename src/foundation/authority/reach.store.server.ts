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
  const { areas, facts, holds } = await reachOf(permit);
  if (areas === "*") return;
  await setReach(permit, {
    areas: withOne(areas, area),
    facts: withOne(facts, area),
    holds: subject === undefined ? holds : withOne(holds, subject),
  });
}

/** The same for the work alone; afterwards the transaction reaches what it did before. */
export async function reachingAlso<T>(
  permit: Permit,
  [area, subject]: readonly [AreaId, string],
  work: () => Promise<T>,
): Promise<T> {
  const before = await reachOf(permit);
  await reachAlso(permit, area, subject);
  const done = await work();
  await setReach(permit, before);
  return done;
}

type Reach = Readonly<Record<"areas" | "facts" | "holds", string>>;

async function reachOf(permit: Permit): Promise<Reach> {
  const { rows } = await sql<Reach>`
    select current_setting('yui.areas') as areas, current_setting('yui.facts') as facts,
      current_setting('yui.holds') as holds`.execute(db(permit));
  return rows[0]!;
}

async function setReach(permit: Permit, reach: Reach): Promise<void> {
  for (const [name, value] of Object.entries(reach))
    await sql`set local ${sql.raw(`yui.${name}`)} = ${sql.lit(value)}`.execute(db(permit));
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
