import { sql } from "kysely";
import { deletions, freshRow, type Shelf } from "#platform/db/deletions.ts";
import { db } from "#platform/db/rows.ts";
import { newId } from "#platform/kernel/ids.ts";
import { deletedWithImport } from "#platform/tables/row-history.ts";
import { type PlanPermit, stamp } from "../access.ts";
import { THINGS, type Thing } from "../model/plan.schema.ts";

const SHELVES: Readonly<Record<Thing, Shelf<Thing>>> = {
  issue: { table: "plan_issue", title: "title" },
  evidence: { table: "plan_evidence", title: "text", within: ["issue", "issue_id"] },
  pillar: { table: "plan_pillar", title: "title" },
  goal: { table: "plan_goal", title: "title" },
  target: { table: "plan_target", title: "item" },
  target_value: { table: "plan_target_value", title: "fiscal_year", within: ["target", "target_id"] },
  initiative: { table: "plan_initiative", title: "title" },
  measure: { table: "plan_measure", title: "name", within: ["initiative", "initiative_id"] },
  measure_value: { table: "plan_measure_value", title: "fiscal_year", within: ["measure", "measure_id"] },
  activity: { table: "plan_activity", title: "title" },
  file: { table: "plan_activity_file", title: "name", within: ["activity", "activity_id"] },
  evaluation: { table: "plan_evaluation", title: "finding" },
};

const { markDeleted, selectDeletedAt, clearDeleted, findRestored } = deletions(SHELVES);

export { clearDeleted, findRestored, selectDeletedAt };

/** What every new row of the plan begins as. */
export const newRow = (permit: PlanPermit, area: string) =>
  freshRow(area, newId() as string, permit.clock.now());

/** Whether there was such a thing to delete. */
export async function deleteThing(
  permit: PlanPermit,
  area: string,
  thing: Thing,
  id: string,
): Promise<boolean> {
  const { by, at } = stamp(permit);
  return markDeleted(permit, area, thing, id, by, at);
}

export type DeletedThing = Readonly<{ thing: Thing; id: string; title: string; deletedAt: Date }>;

/** What went with an import comes back with it. */
const DELETED_SINGLY = sql`and source in ('page', 'csv') and not ${deletedWithImport("plan_activity")}`;

/** What a person deleted since then; what another module took back is not ours to restore. */
export async function selectDeleted(permit: PlanPermit, area: string, since: Date): Promise<DeletedThing[]> {
  const of = (thing: Thing) => {
    const { table, title } = SHELVES[thing];
    return sql`select ${thing} as thing, id::text as id, ${sql.ref(title)} as title, deleted_at as "deletedAt"
      from ${sql.table(table)} where area_id = ${area} and deleted_at >= ${since}
      ${thing === "activity" ? DELETED_SINGLY : sql``}`;
  };
  /** A value has no name of its own; that of a deleted target or measure comes back with it. */
  const yearsOf = (thing: "target" | "measure") => {
    const { table, title } = SHELVES[thing];
    return sql`select ${`${thing}_value`} as thing, value.id::text as id,
      concat(${sql.ref(`named.${title}`)}, '　', value.fiscal_year, '年度　', trim_scale(value.value), named.unit) as title,
      value.deleted_at as "deletedAt"
      from ${sql.table(SHELVES[`${thing}_value`].table)} value join ${sql.table(table)} named
        on named.area_id = value.area_id and named.id = ${sql.ref(`value.${thing}_id`)} and named.deleted_at is null
      where value.area_id = ${area} and value.deleted_at >= ${since}`;
  };
  const parts = THINGS.map((thing) => {
    if (thing === "target_value") return yearsOf("target");
    return thing === "measure_value" ? yearsOf("measure") : of(thing);
  });
  const { rows } =
    await sql<DeletedThing>`${sql.join(parts, sql` union all `)} order by "deletedAt" desc`.execute(
      db(permit),
    );
  return rows;
}

/** Nobody else changes a thing until the transaction ends. */
export async function holdThing(permit: PlanPermit, area: string, thing: Thing, id: string): Promise<void> {
  await sql`select 1 from ${sql.table(SHELVES[thing].table)}
    where area_id = ${area} and id = ${id} for update`.execute(db(permit));
}

/** Whether a thing of that kind is there and not deleted. */
export async function isThere(permit: PlanPermit, area: string, thing: Thing, id: string): Promise<boolean> {
  const { rows } = await sql`select 1 from ${sql.table(SHELVES[thing].table)}
    where area_id = ${area} and id = ${id} and deleted_at is null`.execute(db(permit));
  return rows.length > 0;
}
