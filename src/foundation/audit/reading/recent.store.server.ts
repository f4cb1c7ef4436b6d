import { sql } from "kysely";
import { scopeOf } from "#foundation/actors/public.ts";
import type { Permit } from "#foundation/authority/public.ts";
import { db } from "#platform/db/rows.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import type { AuditAction } from "../access.ts";
import type { RecentEntry } from "./recent.queries.server.ts";

/** So many entries are looked through, and so many things are told of. */
const MOST = { entries: 500, things: 12 } as const;

type Asked = Readonly<{ since: Date; actions: readonly string[]; kinds: readonly string[] }>;

export async function selectRecent(
  permit: Permit<AuditAction>,
  areas: readonly AreaId[],
  { since, actions, kinds }: Asked,
): Promise<RecentEntry[]> {
  if (areas.length === 0) return [];
  const { rows } = await sql<RecentEntry>`
    select distinct on (area_id, subject_id) area_id as "areaId", subject_type as kind, subject_id as id, action, at
    from (select * from audit_entry where area_id = any(${[...areas]}::text[]) and at > ${since}
      order by at desc limit ${MOST.entries}) entry
    where outcome = 'granted' and subject_id is not null and subject_type = any(${[...kinds]}::text[])
      and action = any(${[...actions]}::text[]) and actor <> ${scopeOf(permit.actor).actor}
      and actor not in ('<demonstration>', '<reference>', '<import>')
    order by area_id, subject_id, at desc`.execute(db(permit));
  return rows.toSorted((a, b) => b.at.getTime() - a.at.getTime()).slice(0, MOST.things);
}
