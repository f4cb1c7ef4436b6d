import { createHash } from "node:crypto";
import { rename, rm } from "node:fs/promises";
import type pg from "pg";
import { to as copyTo } from "pg-copy-streams";
import { openClient, withClient } from "#platform/db/connection.ts";
import { encryptTo } from "./backup-file.ts";
import { type BackupEnd, type BackupHead, END, HEAD, type TableSum } from "./backup-text.ts";

export type Written = Readonly<{ file: string; at: string; tables: readonly TableSum[]; rows: number }>;

const SCHEMAS = ["public", "sensitive"];

/** A table of the store as SQL names it, with its columns. */
export type StoreTable = Readonly<{ name: string; columns: string; key: string }>;

/** The tables of the store, but for the list of its migrations. */
export async function storeTables(client: pg.Client): Promise<StoreTable[]> {
  const { rows } = await client.query<StoreTable>(
    `select format('%I.%I', n.nspname, c.relname) as name,
            string_agg(quote_ident(a.attname), ', ' order by a.attnum) as columns,
            coalesce((select string_agg(quote_ident(k.attname), ', ' order by array_position(i.indkey::int2[], k.attnum))
                      from pg_index i join pg_attribute k on k.attrelid = i.indrelid and k.attnum = any(i.indkey)
                      where i.indrelid = c.oid and i.indisprimary), '1') as key
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     where n.nspname = any($1) and c.relkind in ('r', 'p') and not c.relispartition and c.relname <> 'yui_migration'
     group by n.nspname, c.relname, c.oid order by 1`,
    [SCHEMAS],
  );
  return rows;
}

/**
 * Writes the whole store as it stands at one moment, while it is worked with: as the rows of each table, in the form of
 * COPY, compressed and encrypted. Tables named in `without` go in empty: what is over with a session, or is a secret.
 */
export async function writeBackup(
  owner: pg.ClientConfig,
  file: string,
  recipient: string,
  { at, without }: Readonly<{ at: Date; without: ReadonlySet<string> }>,
): Promise<Written> {
  const client = await openClient(owner);
  const draft = `${file}.part`;
  const sums: TableSum[] = [];
  try {
    await client.query("begin isolation level repeatable read read only");
    const { rows: migrations } = await client.query<{ name: string; checksum: string }>(
      "select name, checksum from yui_migration order by name",
    );
    await client.query("set local role yui_upkeep");
    const tables = await storeTables(client);
    const head: BackupHead = { format: 1, at: at.toISOString(), migrations };
    await encryptTo(draft, recipient, textOf(client, tables, head, without, sums));
    await client.query("commit");
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  } finally {
    await client.end();
  }
  return { file, at: at.toISOString(), tables: sums, rows: sums.reduce((sum, { rows }) => sum + rows, 0) };
}

/** The count and the sum of every table as a database holds them now, to be held against those of a backup. */
export async function sumTables(owner: pg.ClientConfig): Promise<TableSum[]> {
  return withClient(owner, async (client) => {
    await client.query("begin isolation level repeatable read read only");
    await client.query("set local role yui_upkeep");
    const sums: TableSum[] = [];
    for (const table of await storeTables(client)) {
      const reading = readTable(client, table, false);
      let next = await reading.next();
      while (!next.done) next = await reading.next();
      sums.push(next.value);
    }
    return sums;
  });
}

/** The tables that are not in both with the same rows. */
export function differingTables(one: readonly TableSum[], other: readonly TableSum[]): string[] {
  const rest = new Map(other.map((sum) => [sum.table, sum]));
  const differing = one.filter(({ table, rows, sha256 }) => {
    const same = rest.get(table);
    rest.delete(table);
    return same?.rows !== rows || same.sha256 !== sha256;
  });
  return [
    ...differing.map(({ table }) => table),
    ...[...rest.values()].filter(({ rows }) => rows > 0).map(({ table }) => table),
  ];
}

async function* textOf(
  client: pg.Client,
  tables: readonly StoreTable[],
  head: BackupHead,
  without: ReadonlySet<string>,
  sums: TableSum[],
): AsyncGenerator<Buffer> {
  yield Buffer.from(`${HEAD}${JSON.stringify(head)}\n`);
  for (const { name, columns, key } of tables) {
    const left = without.has(name.replace(/^public\./, ""));
    yield Buffer.from(`COPY ${name} (${columns}) FROM stdin;\n`);
    const sum = yield* readTable(client, { name, columns, key }, left);
    yield Buffer.from("\\.\n");
    const { rows } = await client.query<{ rows: string }>(
      `select count(*) as rows from ${name} ${left ? "where false" : ""}`,
    );
    // The one moment of the transaction: another count means that rows were left out on the way.
    if (Number(rows[0]!.rows) !== sum.rows)
      throw new Error(`${name}: ${sum.rows} rows were copied of ${rows[0]!.rows}`);
    sums.push(sum);
  }
  const end: BackupEnd = { tables: sums };
  yield Buffer.from(`${END}${JSON.stringify(end)}\n`);
}

async function* readTable(
  client: pg.Client,
  { name, columns, key }: StoreTable,
  empty: boolean,
): AsyncGenerator<Buffer, TableSum> {
  const hash = createHash("sha256");
  const order = empty ? "where false" : `order by ${key}`;
  const stream = client.query(copyTo(`COPY (select ${columns} from ${name} ${order}) TO STDOUT`));
  for await (const piece of stream) {
    hash.update(piece as Buffer);
    yield piece as Buffer;
  }
  return { table: name, rows: stream.rowCount ?? 0, sha256: hash.digest("hex") };
}
