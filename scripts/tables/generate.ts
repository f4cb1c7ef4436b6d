import type pg from "pg";

type Column = Readonly<{
  table: string;
  name: string;
  type: string;
  nullable: boolean;
  filled: boolean;
  /** The texts that a check constraint allows, where it does nothing else. */
  allowed: string | null;
}>;

/** Ids by the name of their column, whatever the table. */
const IDS: Readonly<Record<string, string>> = {
  area_id: "AreaId",
  organisation_id: "OrganisationId",
  user_id: "UserId",
};

const TYPES: Readonly<Record<string, string>> = {
  text: "string",
  "time without time zone": "string",
  inet: "string",
  character: "string",
  "character varying": "string",
  real: "number",
  "date[]": "readonly PlainDate[]",
  uuid: "string",
  boolean: "boolean",
  integer: "number",
  smallint: "number",
  bigint: "number",
  numeric: "number",
  "double precision": "number",
  date: "PlainDate",
  "timestamp with time zone": "Date",
  bytea: "Bytes",
  jsonb: "Json",
  "double precision[]": "readonly (number | null)[]",
  "text[]": "readonly string[]",
  "integer[]": "readonly number[]",
  "smallint[]": "readonly number[]",
  "uuid[]": "readonly string[]",
};

const IMPORTS = [
  ["ColumnType, Generated", "kysely"],
  ["AreaId, OrganisationId, UserId", "#platform/kernel/ids.ts"],
  ["PlainDate", "#platform/kernel/plain-date.ts"],
  ["Sealed", "#platform/sealing/sealed.ts"],
] as const;

const COLUMNS = `
  select case when n.nspname = 'public' then c.relname else n.nspname || '.' || c.relname end as "table", a.attname as name, format_type(a.atttypid, null) as type,
    not a.attnotnull as nullable, (a.atthasdef or a.attidentity <> '') as filled,
    (select pg_get_constraintdef(k.oid) from pg_constraint k
      where k.conrelid = c.oid and k.contype = 'c' and k.conkey = array[a.attnum] limit 1) as allowed
  from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
  where n.nspname in ('public', 'sensitive') and c.relkind in ('r', 'p') and not c.relispartition
    and a.attnum > 0 and not a.attisdropped and c.relname <> 'yui_migration'
  order by 1, a.attnum`;

/** The types of all tables of a migrated database, as a file of TypeScript. Columns are named as TypeScript names them. */
export async function tablesFile(client: Pick<pg.Pool, "query">): Promise<string> {
  const { rows } = await client.query<Column>(COLUMNS);
  const tables = Map.groupBy(rows, ({ table }) => table);
  const types = [...tables].map(
    ([table, columns]) =>
      `  ${table.includes(".") ? `"${camel(table)}"` : camel(table)}: {\n${columns.map(lineOf).join("\n")}\n  };`,
  );
  return [
    "// Made by `npm run tables` from the migrated database; a test tells when it is out of date.",
    ...IMPORTS.map(([names, from]) => `${"import"} type { ${names} } from "${from}";`),
    "",
    "/** JSON as it is read; written as text. */",
    "export type Json = ColumnType<unknown, string | null, string | null>;",
    "",
    "/** Bytes as they are read; also a sealed value is written. */",
    "export type Bytes = ColumnType<Buffer, Uint8Array | Sealed, Uint8Array | Sealed>;",
    "",
    "export interface CamelTables {",
    ...types,
    "}",
    "",
  ].join("\n");
}

function lineOf({ name, type, nullable, filled, allowed, table }: Column): string {
  const known = unionOf(allowed) ?? IDS[name] ?? TYPES[type];
  if (!known)
    throw new Error(`${table}.${name}: no TypeScript type for ${type}; add it to scripts/tables/generate.ts`);
  const full = nullable ? `${known} | null` : known;
  return `    ${camel(name)}: ${filled && known !== "Json" ? `Generated<${full}>` : full};`;
}

/** The union that `check (column in ('a', 'b'))` is. */
function unionOf(check: string | null): string | undefined {
  const list = check?.match(/^CHECK \(\(\w+ = ANY \(ARRAY\[(.+)\]\)\)\)$/)?.[1];
  if (!list) return undefined;
  const texts = list.split(", ").map((one) => one.match(/^'([^']*)'::text$/)?.[1]);
  return texts.every((text) => text !== undefined)
    ? texts.map((text) => JSON.stringify(text)).join(" | ")
    : undefined;
}

const camel = (name: string) => name.replace(/_([a-z0-9])/g, (_all, letter: string) => letter.toUpperCase());
