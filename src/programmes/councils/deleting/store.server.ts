import { sql } from "kysely";
import type { Tx } from "#platform/db/database.ts";
import type { CouncilThing } from "../schema.ts";

const TABLE_OF: Readonly<Record<CouncilThing, string>> = {
  body: "council_body",
  member: "council_member",
  meeting: "council_meeting",
  paper: "council_paper",
  decision: "council_decision",
  task: "council_task",
};

export async function markDeleted(
  tx: Tx,
  area: string,
  thing: CouncilThing,
  id: string,
  by: string,
  at: Date,
): Promise<boolean> {
  const { numAffectedRows } = await sql`update ${sql.table(TABLE_OF[thing])}
    set deleted_at = ${at}, deleted_by = ${by}
    where area_id = ${area} and id = ${id} and deleted_at is null`.execute(tx);
  return numAffectedRows === 1n;
}

export async function selectDeletedAt(
  tx: Tx,
  area: string,
  thing: CouncilThing,
  id: string,
): Promise<Date | undefined> {
  const { rows } = await sql<{ at: Date }>`select deleted_at as at from ${sql.table(TABLE_OF[thing])}
    where area_id = ${area} and id = ${id} and deleted_at is not null`.execute(tx);
  return rows[0]?.at;
}

export async function clearDeleted(tx: Tx, area: string, thing: CouncilThing, id: string): Promise<void> {
  await sql`update ${sql.table(TABLE_OF[thing])} set deleted_at = null, deleted_by = null
    where area_id = ${area} and id = ${id}`.execute(tx);
}

export type DeletedCouncilThing = Readonly<{
  thing: CouncilThing;
  id: string;
  title: string;
  deletedAt: Date;
}>;

export async function selectDeleted(tx: Tx, area: string, since: Date): Promise<DeletedCouncilThing[]> {
  const of = (thing: CouncilThing, title: string) => sql`select ${thing} as thing, id::text as id,
    ${sql.ref(title)} as title, deleted_at as "deletedAt"
    from ${sql.table(TABLE_OF[thing])} where area_id = ${area} and deleted_at >= ${since}`;
  const parts = [
    of("body", "name"),
    of("member", "organisation"),
    of("meeting", "title"),
    of("paper", "title"),
    of("decision", "text"),
    of("task", "text"),
  ];
  const { rows } =
    await sql<DeletedCouncilThing>`${sql.join(parts, sql` union all `)} order by "deletedAt" desc`.execute(
      tx,
    );
  return rows;
}
