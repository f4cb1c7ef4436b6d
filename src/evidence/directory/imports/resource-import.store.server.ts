import { type RawBuilder, sql } from "kysely";
import type { Permit, Work } from "#foundation/authority/public.ts";
import { foldedName } from "#foundation/organisations/public.ts";
import { copyCell } from "#platform/db/copy-text.ts";
import { copyInto, tables } from "#platform/db/rows.ts";
import type { PlainDate } from "#platform/kernel/plain-date.ts";
import type { ImportKey } from "#platform/tables/import.ts";
import { hoursOf } from "../model/hours.rules.ts";
import { WRITTEN } from "../model/resource.rules.ts";
import type { Resource } from "../model/resource.schema.ts";
import type { ImportedResource } from "./resource-import.rules.ts";

type Known = Resource & Readonly<{ nameKey: string; phoneKey: string }>;

/** What stands of these rows: under the same id of the list, or of the same name. */
export async function selectKnown(
  work: Work,
  area: string,
  records: readonly Pick<ImportedResource, "sourceKey" | "nameKey">[],
): Promise<Known[]> {
  const keys = records.flatMap(({ sourceKey }) => (sourceKey === "" ? [] : [sourceKey]));
  const names = records.map(({ nameKey }) => nameKey);
  const part = (condition: RawBuilder<unknown>) =>
    sql`select id from directory_resource where area_id = ${area} and ${condition}`;
  const found = await tables(work)
    .selectFrom("directoryResource")
    .selectAll()
    .where("areaId", "=", area as Resource["areaId"])
    .where(
      sql<boolean>`id in (${part(sql`source = 'import' and source_key = any(${keys}::text[])`)}
        union ${part(sql`name_key = any(${names}::text[])`)})`,
    )
    .execute();
  return found.map((row) => ({ ...row, hours: hoursOf(row.hours) }) as unknown as Known);
}

const TYPES: Readonly<Record<(typeof WRITTEN)[number], string>> = {
  ...{
    kind: "text",
    name: "text",
    kana: "text",
    provider: "text",
    corporateNumber: "text",
    description: "text",
  },
  ...{ topics: "text[]", fee: "text", feeNote: "text", phone: "text", fax: "text", website: "text" },
  ...{ access: "text", postalCode: "text", address: "text", municipality: "text" },
  ...{ latitude: "double precision", longitude: "double precision", hours: "jsonb" },
};
const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const COLUMNS = WRITTEN.map(snake);
const ALL = ["id", "serviceId", "sourceKey", "nameKey", ...WRITTEN] as const;
const ALL_LIST = ALL.map(snake).join(", ");
const COLUMN_LIST = sql.raw(COLUMNS.join(", "));
const SHAPE = sql.raw(
  `id uuid, service_id uuid, source_key text, name_key text, ${WRITTEN.map((one) => `${snake(one)} ${TYPES[one]}`).join(", ")}`,
);

export type WrittenRow = Readonly<{ id: string; serviceId: string; sourceKey: string }> &
  Pick<Resource, (typeof WRITTEN)[number]>;
type Stamp = Readonly<{ at: Date; by: string; today: PlainDate; checks: object }>;

const rowsOf = (rows: readonly WrittenRow[]) =>
  JSON.stringify(
    rows.map((row) =>
      Object.fromEntries(
        ALL.map((key) => [snake(key), key === "nameKey" ? foldedName(row.name) : row[key]] as const),
      ),
    ),
  );

/** COPY goes past row-level security: rows go to a table of the transaction's own, and from there through the policies. */
export const createResourceStaging = (work: Work) =>
  sql`create temporary table directory_staging (${SHAPE}) on commit drop`.execute(tables(work));

/** Adds rows of a list: they are listed, and checked by it on that day. */
export async function insertRows(
  work: Permit,
  { areaId, id }: ImportKey,
  rows: readonly (WrittenRow & Readonly<{ nameKey: string }>)[],
  stamp: Stamp,
) {
  if (rows.length === 0) return;
  const lines = rows.map((row) => ALL.map((key) => copyCell(row[key])).join("\t"));
  await copyInto(work)(
    `copy directory_staging (${ALL_LIST}) from stdin`,
    Buffer.from(`${lines.join("\n")}\n`),
  );
  await sql`insert into directory_resource (area_id, source, state, import_id, changed_at, changed_by, checks, checked_on,
      ${sql.raw(ALL_LIST)})
    select ${areaId}, 'import', 'listed', ${id}::uuid, ${stamp.at}, ${stamp.by}, ${JSON.stringify(stamp.checks)}::jsonb,
      ${stamp.today}::date, ${sql.raw(ALL_LIST)} from directory_staging`.execute(tables(work));
  await sql`truncate directory_staging`.execute(tables(work));
}

/** Writes rows of a list over what stands; also to take that back. */
export async function updateRows(
  work: Work,
  { areaId, id }: ImportKey,
  rows: readonly WrittenRow[],
  stamp: Stamp,
) {
  if (rows.length === 0) return;
  await sql`update directory_resource as kept set (name_key, ${COLUMN_LIST}) = row(one.name_key, ${sql.raw(COLUMNS.map((one) => `one.${one}`).join(", "))}),
      import_id = ${id}::uuid, version = version + 1, changed_at = ${stamp.at}, changed_by = ${stamp.by}, indexed = false,
      checks = ${JSON.stringify(stamp.checks)}::jsonb, checked_on = ${stamp.today}::date
    from jsonb_to_recordset(${rowsOf(rows)}::jsonb) as one (${SHAPE})
    where kept.area_id = ${areaId} and kept.id = one.id`.execute(tables(work));
}

/** Lists rows again that had ended with an import. */
export async function relistRows(work: Work, areaId: string, ids: readonly string[]) {
  if (ids.length === 0) return;
  await sql`with back as (
      update directory_resource set state = 'listed' where area_id = ${areaId} and id = any(${[...ids]}::uuid[]) returning id)
    delete from directory_tombstone where area_id = ${areaId} and id in (select id from back)`.execute(
    tables(work),
  );
}

/** Ends rows that an import had listed again. */
export async function endRows(work: Work, areaId: string, ids: readonly string[], { at }: Pick<Stamp, "at">) {
  if (ids.length === 0) return;
  await sql`with gone as (
      update directory_resource set state = 'withdrawn' where area_id = ${areaId} and id = any(${[...ids]}::uuid[])
      returning id, service_id)
    insert into directory_tombstone (area_id, id, service_id, gone_at)
      select ${areaId}, id, service_id, ${at} from gone on conflict do nothing`.execute(tables(work));
}

/** The list says the same again: its rows are checked by it on that day. */
export async function noteChecked(
  work: Work,
  areaId: string,
  ids: readonly string[],
  { today, checks }: Stamp,
) {
  await sql`update directory_resource set checks = ${JSON.stringify(checks)}::jsonb, checked_on = ${today}::date, indexed = false
    where area_id = ${areaId} and id = any(${[...ids]}::uuid[])
      and checked_on is distinct from ${today}::date`.execute(tables(work));
}

/** Ends what the import added and nobody has changed since; how many there were. */
export async function withdrawAdded(
  work: Work,
  { areaId, id }: ImportKey,
  { at, by }: Pick<Stamp, "at" | "by">,
) {
  const { rows } = await sql<{ count: number }>`with gone as (
      update directory_resource set state = 'withdrawn', version = version + 1, changed_at = ${at}, changed_by = ${by},
        indexed = false
      where area_id = ${areaId} and import_id = ${id} and version = 1 and state = 'listed' returning id, service_id),
    told as (insert into directory_tombstone (area_id, id, service_id, gone_at)
      select ${areaId}, id, service_id, ${at} from gone on conflict do nothing)
    select count(*)::int as count from gone`.execute(tables(work));
  return rows[0]!.count;
}
