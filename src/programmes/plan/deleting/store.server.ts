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
  target_value: "plan_target_value",
  initiative: "plan_initiative",
  measure: "plan_measure",
  measure_value: "plan_measure_value",
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
  /** A value has no name of its own; that of a deleted target or measure comes back with it. */
  const yearsOf = (thing: "target" | "measure", name: string) => {
    const values = sql.table(TABLE_OF[`${thing}_value`]);
    return sql`select ${`${thing}_value`} as thing, value.id::text as id,
      concat(${sql.ref(`named.${name}`)}, '　', value.fiscal_year, '年度　', trim_scale(value.value), named.unit) as title,
      value.deleted_at as "deletedAt"
      from ${values} value join ${sql.table(TABLE_OF[thing])} named
        on named.area_id = value.area_id and named.id = ${sql.ref(`value.${thing}_id`)} and named.deleted_at is null
      where value.area_id = ${area} and value.deleted_at >= ${since}`;
  };
  const parts = [
    of("issue", "title"),
    of("evidence", "text"),
    of("pillar", "title"),
    of("goal", "title"),
    of("target", "item"),
    yearsOf("target", "item"),
    of("initiative", "title"),
    of("measure", "name"),
    yearsOf("measure", "name"),
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
