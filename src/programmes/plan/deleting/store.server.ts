import { sql } from "kysely";
import type { Tx } from "#platform/db/database.ts";
import { deletions } from "#platform/db/deletions.ts";
import type { Thing } from "../schema.ts";

const TABLE_OF: Readonly<Record<Thing, string>> = {
  issue: "plan_issue",
  evidence: "plan_evidence",
  pillar: "plan_pillar",
  goal: "plan_goal",
  target: "plan_target",
  initiative: "plan_initiative",
  measure: "plan_measure",
  activity: "plan_activity",
  file: "plan_activity_file",
  evaluation: "plan_evaluation",
};

export const { markDeleted, selectDeletedAt, clearDeleted } = deletions(TABLE_OF);

export type DeletedThing = Readonly<{ thing: Thing; id: string; title: string; deletedAt: Date }>;

/** What a person deleted since then; what another module took back is not ours to restore. */
export async function selectDeleted(tx: Tx, area: string, since: Date): Promise<DeletedThing[]> {
  const of = (
    thing: Thing,
    title: string,
  ) => sql`select ${thing} as thing, id::text as id, ${sql.ref(title)} as title,
    deleted_at as "deletedAt" from ${sql.table(TABLE_OF[thing])} where area_id = ${area} and deleted_at >= ${since}
    ${thing === "activity" ? sql`and source in ('page', 'csv')` : sql``}`;
  const parts = [
    of("issue", "title"),
    of("evidence", "text"),
    of("pillar", "title"),
    of("goal", "title"),
    of("target", "item"),
    of("initiative", "title"),
    of("measure", "name"),
    of("activity", "title"),
    of("file", "name"),
    of("evaluation", "finding"),
  ];
  const { rows } =
    await sql<DeletedThing>`${sql.join(parts, sql` union all `)} order by "deletedAt" desc`.execute(tx);
  return rows;
}

/** Whether a thing of that kind is there and not deleted. */
export async function isThere(tx: Tx, area: string, thing: Thing, id: string): Promise<boolean> {
  const { rows } = await sql`select 1 from ${sql.table(TABLE_OF[thing])}
    where area_id = ${area} and id = ${id} and deleted_at is null`.execute(tx);
  return rows.length > 0;
}
