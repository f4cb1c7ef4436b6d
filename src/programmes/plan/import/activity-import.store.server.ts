import { sql } from "kysely";
import { db } from "#platform/db/rows.ts";
import { fiscalYearOf } from "#platform/kernel/fiscal-year.ts";
import { newId } from "#platform/kernel/ids.ts";
import type { ImportKey } from "#platform/tables/import.ts";
import { rowHistory } from "#platform/tables/row-history.ts";
import type { Stamp } from "#platform/tables/table-in.ts";
import type { PlanPermit } from "../access.ts";
import type { ActivityInput } from "../model/activity.schema.ts";
import type { ImportedRow } from "./activity-import.rules.ts";

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

/** An activity which nobody gave a file since. */
const NO_FILE_SINCE = sql`not exists (select 1 from plan_activity_file file
  where file.area_id = imported.area_id and file.activity_id = imported.id and file.deleted_at is null
    and file.added_at >= import.created_at)`;

export const history = rowHistory({
  name: "plan_activity",
  written: [
    ...["kind", "title", "fiscal_year", "held_from", "held_to", "is_total", "place", "host"],
    ...["sessions", "participants", "men", "women", "workplaces", "result"],
  ],
  untouched: NO_FILE_SINCE,
  tells: "fiscal_year",
});

/** Notes what the activities of these keys tell until an import changes them. */
export const noteBefore = (permit: PlanPermit, batch: ImportKey, keys: readonly string[]): Promise<void> =>
  history.noteBefore(permit, batch, sql`source = 'csv' and source_key = any(${keys}::text[])`);

/** Writes activities of a table; of those that are there already, the columns that the table tells. */
export async function upsertImported(
  permit: PlanPermit,
  area: string,
  rows: readonly ImportedRow[],
  told: readonly ToldColumn[],
  importId: string,
  { by, at }: Stamp,
): Promise<void> {
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
