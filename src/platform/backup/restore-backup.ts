import { createHash } from "node:crypto";
import { pipeline } from "node:stream/promises";
import type pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { openClient, withClient } from "#platform/db/connection.ts";
import { type Migration, migrate, readMigrations } from "#platform/db/migrate.ts";
import { type Login, OWNER } from "#platform/db/roles.ts";
import { decryptFrom } from "./backup-file.ts";
import {
  type BackupEnd,
  type BackupHead,
  END,
  HEAD,
  type Part,
  readParts,
  type TableSum,
} from "./backup-text.ts";
import { BackupUnusable } from "./backup-unusable.ts";
import { storeTables } from "./write-backup.ts";

export type Restored = Readonly<{
  at: string;
  tables: readonly TableSum[];
  rows: number;
  migrated: readonly string[];
}>;

/**
 * Puts a backup into an empty database: the schema of that time, the rows, all of it or nothing, each table held against
 * its count and its sum; then the migrations since. `owner` may make roles and own the schema.
 */
export async function restoreBackup(
  owner: pg.ClientConfig,
  login: Login,
  file: string,
  identities: readonly string[],
): Promise<Restored> {
  const parts = readParts(decryptFrom(file, identities));
  const head = headOf(await parts.next(), file);
  const known = readMigrations();
  await refuseFilled(owner, head);
  await migrate(owner, login, schemaOf(head, known));
  const client = await openClient(owner);
  let tables: readonly TableSum[];
  try {
    await client.query("begin");
    await client.query(`set local role ${OWNER}`);
    const foreignKeys = await dropForeignKeys(client);
    const forced = await storeTables(client);
    for (const { name } of forced) await client.query(`alter table ${name} no force row level security`);
    await client.query(`truncate ${forced.map(({ name }) => name).join(", ")}`);
    tables = await loadTables(client, parts, file);
    for (const { name } of forced) await client.query(`alter table ${name} force row level security`);
    for (const statement of foreignKeys) await client.query(statement);
    await client.query("commit");
  } catch (error) {
    await client.query("rollback").catch(() => undefined);
    throw error;
  } finally {
    await client.end();
  }
  const migrated = await migrate(owner, login, known);
  await withClient(owner, (client) => client.query("analyze"));
  return { at: head.at, tables, rows: tables.reduce((sum, { rows }) => sum + rows, 0), migrated };
}

function headOf(first: IteratorResult<Part>, file: string): BackupHead {
  const text = !first.done && first.value.kind === "line" ? first.value.text : "";
  if (!text.startsWith(HEAD)) throw new BackupUnusable(`${file} is no backup of Yui.`);
  return JSON.parse(text.slice(HEAD.length)) as BackupHead;
}

/** The migrations that the store had. A newer store can't be read, one of another make neither. */
function schemaOf({ migrations }: BackupHead, known: readonly Migration[]): Migration[] {
  const files = new Map(known.map((one) => [one.name, one]));
  return migrations.map(({ name, checksum }) => {
    const one = files.get(name);
    if (!one)
      throw new BackupUnusable(
        `The backup was written by a newer version of Yui (it holds ${name}); restore it with that version.`,
      );
    if (one.checksum !== checksum)
      throw new BackupUnusable(`The migration ${name} differs from the one that the backup was made with.`);
    return one;
  });
}

/** Rows are never written over. A schema without rows is what a restore leaves that did not come to its end. */
async function refuseFilled(owner: pg.ClientConfig, { migrations }: BackupHead): Promise<void> {
  return withClient(owner, async (client) => {
    const { rows: standing } = await client.query("select to_regclass('public.yui_migration') as name");
    if (standing[0].name === null) return;
    const { rows: applied } = await client.query<{ name: string }>(
      "select name from yui_migration order by name",
    );
    const same = applied.map(({ name }) => name).join() === migrations.map(({ name }) => name).join();
    const { rows: areas } = same ? await client.query("select 1 from area limit 1") : { rows: [1] };
    if (areas.length > 0)
      throw new BackupUnusable(
        "The store is not empty, and a restore writes nothing over; set YUI_DATA to a new folder, or DATABASE_URL to a new database.",
      );
  });
}

/** Takes foreign keys away while tables are loaded one by one; returns what brings them back, checked. */
async function dropForeignKeys(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ target: string; name: string; definition: string }>(
    `select c.conrelid::regclass::text as target, quote_ident(c.conname) as name, pg_get_constraintdef(c.oid) as definition
     from pg_constraint c join pg_namespace n on n.oid = c.connamespace
     where c.contype = 'f' and n.nspname in ('public', 'sensitive') and c.conparentid = 0`,
  );
  for (const { target, name } of rows) await client.query(`alter table ${target} drop constraint ${name}`);
  return rows.map(
    ({ target, name, definition }) => `alter table ${target} add constraint ${name} ${definition}`,
  );
}

async function loadTables(
  client: pg.Client,
  parts: AsyncGenerator<Part>,
  file: string,
): Promise<readonly TableSum[]> {
  const loaded = new Map<string, Omit<TableSum, "table">>();
  let end: BackupEnd | undefined;
  for await (const part of parts) {
    if (part.kind === "line") {
      if (part.text.startsWith(END)) end = JSON.parse(part.text.slice(END.length)) as BackupEnd;
      continue;
    }
    const hash = createHash("sha256");
    const stream = client.query(copyFrom(part.statement));
    await pipeline(
      part.rows,
      async function* (rows: AsyncIterable<Buffer>) {
        for await (const piece of rows) {
          hash.update(piece);
          yield piece;
        }
      },
      stream,
    );
    loaded.set(part.table, { rows: stream.rowCount ?? 0, sha256: hash.digest("hex") });
  }
  if (!end) throw new BackupUnusable(`${file} is cut short; take another copy, or an earlier generation.`);
  for (const { table, rows, sha256 } of end.tables) {
    const got = loaded.get(table);
    if (got?.rows !== rows || got.sha256 !== sha256)
      throw new BackupUnusable(
        `${file}: ${table} should have ${rows} rows and has ${got?.rows ?? 0}; nothing was restored.`,
      );
  }
  return end.tables;
}
