import { sql } from "kysely";
import { db } from "#platform/db/rows.ts";
import { fiscalYearOf } from "#platform/kernel/fiscal-year.ts";
import { newId } from "#platform/kernel/ids.ts";
import { type PlanPermit, stamp } from "../access.ts";
import type { ActivityInput } from "../model/activity.schema.ts";
import type { ImportedRow } from "./activity-import.rules.ts";

declare module "#platform/db/database.ts" {
  interface Tables {
    plan_activity_import: {
      area_id: string;
      id: string;
      deleted_at: Date | null;
      deleted_by: string | null;
      file_name: string | null;
      first_year: number;
      last_year: number;
      added: number;
      changed: number;
      imported_by: string;
      imported_at: Date;
    };
  }
}

/** What an activity tells, by column. */
export const activityColumns = (input: ActivityInput) => ({
  initiative_id: input.initiativeId,
  kind: input.kind,
  title: input.title,
  fiscal_year: fiscalYearOf(input.from),
  held_from: input.from,
  held_to: input.to,
  is_total: input.isTotal,
  place: input.place,
  online: input.online,
  host: input.host,
  host_organisation_id: input.hostOrganisationId,
  partners: input.partners,
  sessions: input.sessions,
  participants: input.participants,
  men: input.men,
  women: input.women,
  workplaces: input.workplaces,
  fee: input.fee,
  result: input.result,
});

type Told = ReturnType<typeof activityColumns>;
export type ToldColumn = keyof Told;
export type Held = Readonly<Told & { source_key: string; deleted_at: Date | null }>;

const ROWS_A_STATEMENT = 2000;

/** The activities that came by a table under these keys, the deleted ones too. */
export async function selectImported(
  permit: PlanPermit,
  area: string,
  keys: readonly string[],
): Promise<Map<string, Held>> {
  const { rows } = await sql<Held>`select * from plan_activity
    where area_id = ${area} and source = 'csv' and source_key = any(${keys}::text[])`.execute(db(permit));
  return new Map(rows.map((row) => [row.source_key, row]));
}

export type NewImport = Readonly<{
  id: string;
  fileName: string | null;
  years: readonly number[];
  added: number;
  changed: number;
}>;

/** Notes an import, and what the activities that it is about to change tell until then. */
export async function insertImport(
  permit: PlanPermit,
  area: string,
  { id, fileName, years, added, changed }: NewImport,
  changedKeys: readonly string[],
): Promise<void> {
  const { by, at } = stamp(permit);
  await db(permit)
    .insertInto("plan_activity_import")
    .values({
      area_id: area,
      id,
      file_name: fileName,
      first_year: Math.min(...years),
      last_year: Math.max(...years),
      added,
      changed,
      imported_by: by,
      imported_at: at,
    })
    .execute();
  await sql`insert into plan_activity_import_change (area_id, import_id, activity_id, before)
    select area_id, ${id}::uuid, id, to_jsonb(plan_activity) from plan_activity
    where area_id = ${area} and source = 'csv' and source_key = any(${changedKeys}::text[])`.execute(
    db(permit),
  );
}

/** Writes activities of a table; of those that are there already, the columns that the table tells. */
export async function upsertImported(
  permit: PlanPermit,
  area: string,
  rows: readonly ImportedRow[],
  told: readonly ToldColumn[],
  importId: string,
): Promise<void> {
  const { by, at } = stamp(permit);
  const lines = rows.map(({ key, activity }) => ({
    ...activityColumns(activity),
    area_id: area,
    id: newId() as string,
    source: "csv",
    source_key: key,
    import_id: importId,
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
      set ${corrected}, import_id = excluded.import_id, changed_at = ${at},
        deleted_at = null, deleted_by = null`.execute(db(permit));
  }
}
