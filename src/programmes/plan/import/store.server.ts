import { sql } from "kysely";
import type { Tx } from "#platform/db/database.ts";
import { newId } from "#platform/kernel/ids.ts";
import { activityColumns } from "../activities/store.server.ts";
import type { ImportedRow } from "./rules.ts";

type Told = ReturnType<typeof activityColumns>;
export type ToldColumn = keyof Told;
export type Held = Readonly<Told & { source_key: string; deleted_at: Date | null }>;

const ROWS_A_STATEMENT = 2000;

/** The activities that came by a table under these keys, the deleted ones too. */
export async function selectImported(
  tx: Tx,
  area: string,
  keys: readonly string[],
): Promise<Map<string, Held>> {
  const rows = await tx
    .selectFrom("plan_activity")
    .selectAll()
    .where("area_id", "=", area)
    .where("source", "=", "csv")
    .where(sql<boolean>`source_key = any(${keys}::text[])`)
    .execute();
  return new Map(rows.map((row) => [row.source_key, row as unknown as Held]));
}

/** Writes activities of a table; of those that are there already, the columns that the table tells. */
export async function upsertImported(
  tx: Tx,
  area: string,
  rows: readonly ImportedRow[],
  told: readonly ToldColumn[],
  { by, at }: Readonly<{ by: string; at: Date }>,
): Promise<void> {
  const lines = rows.map(({ key, activity }) => ({
    ...activityColumns(activity),
    area_id: area,
    id: newId() as string,
    source: "csv",
    source_key: key,
    entered_by: by,
    entered_at: at,
  }));
  if (!lines[0]) return;
  const columns = sql.join(Object.keys(lines[0]).map((name) => sql.ref(name)));
  const corrected = sql.join(told.map((name) => sql`${sql.ref(name)} = excluded.${sql.ref(name)}`));
  for (let from = 0; from < lines.length; from += ROWS_A_STATEMENT) {
    const some = JSON.stringify(lines.slice(from, from + ROWS_A_STATEMENT));
    await sql`insert into plan_activity (${columns})
      select ${columns} from json_populate_recordset(null::plan_activity, ${some}::json)
      on conflict (area_id, source, source_key) do update
      set ${corrected}, changed_at = ${at}, deleted_at = null, deleted_by = null`.execute(tx);
  }
}
