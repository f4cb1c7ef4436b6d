import { sql } from "kysely";
import { deletions, type Shelf } from "#platform/db/deletions.ts";
import { db } from "#platform/db/rows.ts";
import type { CouncilPermit } from "../access.ts";
import { COUNCIL_THINGS, type CouncilThing } from "../model/body.schema.ts";

const SHELVES: Readonly<Record<CouncilThing, Shelf<CouncilThing>>> = {
  body: { table: "council_body", title: "name" },
  member: { table: "council_member", title: "organisation", within: ["body", "body_id"] },
  meeting: { table: "council_meeting", title: "title", within: ["body", "body_id"] },
  paper: { table: "council_paper", title: "title", within: ["meeting", "meeting_id"] },
  decision: { table: "council_decision", title: "text", within: ["meeting", "meeting_id"] },
  task: { table: "council_task", title: "text", within: ["meeting", "meeting_id"] },
};

export const { markDeleted, selectDeletedAt, clearDeleted, findRestored } = deletions(SHELVES);

export type DeletedCouncilThing = Readonly<{
  thing: CouncilThing;
  id: string;
  title: string;
  deletedAt: Date;
}>;

export async function selectDeleted(
  permit: CouncilPermit,
  area: string,
  since: Date,
): Promise<DeletedCouncilThing[]> {
  const parts = COUNCIL_THINGS.map((thing) => {
    const { table, title } = SHELVES[thing];
    return sql`select ${thing} as thing, id::text as id, ${sql.ref(title)} as title, deleted_at as "deletedAt"
      from ${sql.table(table)} where area_id = ${area} and deleted_at >= ${since}`;
  });
  const { rows } =
    await sql<DeletedCouncilThing>`${sql.join(parts, sql` union all `)} order by "deletedAt" desc`.execute(
      db(permit),
    );
  return rows;
}
