import { sql } from "kysely";
import type { Tx } from "#platform/db/database.ts";
import { deletions } from "#platform/db/deletions.ts";
import type { CouncilThing } from "../schema.ts";

const TABLE_OF: Readonly<Record<CouncilThing, string>> = {
  body: "council_body",
  member: "council_member",
  meeting: "council_meeting",
  paper: "council_paper",
  decision: "council_decision",
  task: "council_task",
};

export const { markDeleted, selectDeletedAt, clearDeleted } = deletions(TABLE_OF);

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
