import { sql } from "kysely";
import { tables } from "#platform/db/rows.ts";
import type { HealthPermit } from "../access.ts";

type Counted = Readonly<Record<"begun" | "secondYear" | "shown", number>>;

/** All files, those to which something was added after a year, and those that somebody was shown. Opens none. */
export async function selectFileCounts(permit: HealthPermit): Promise<Counted> {
  const { rows } = await sql<Counted>`
    select count(*)::int as begun,
      count(*) filter (where exists (select from sensitive.health_entry entry
        where entry.file_id = file.id and entry.changed_at >= file.made_at + interval '1 year'))::int as "secondYear",
      count(*) filter (where exists (select from sensitive.health_share_look look
        where look.file_id = file.id))::int as shown
    from sensitive.health_file file`.execute(tables(permit));
  return rows[0]!;
}
