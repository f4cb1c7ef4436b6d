import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type pg from "pg";
import { withClient } from "./connection.ts";
import { DatabaseUnusable } from "./database-error.ts";
import { ensureJobsSchema } from "./jobs-schema.ts";
import { ensureRoles, type Login, OWNER } from "./roles.ts";

const FOLDER = join(import.meta.dirname, "..", "..", "..", "migrations");
const MIGRATION_LOCK = 7_361_002;

export type Migration = Readonly<{ name: string; sql: string; checksum: string }>;

export function readMigrations(folder = FOLDER): Migration[] {
  return readdirSync(folder)
    .filter((name) => /^\d{4}_[a-z0-9_]+\.sql$/.test(name))
    .sort()
    .map((name) => {
      const sql = readFileSync(join(folder, name), "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    });
}

/**
 * Brings the database to this version's schema, forward only, each file in its own transaction, one process at a
 * time: two apps that start together both come up. Returns the names applied now.
 *
 * Refuses a database that holds migrations this version does not know, or knows otherwise.
 */
export async function migrate(
  connection: pg.ClientConfig,
  login: Login,
  migrations = readMigrations(),
): Promise<string[]> {
  return withClient(connection, async (client) => {
    await client.query("select pg_advisory_lock($1)", [MIGRATION_LOCK]);
    await ensureRoles(client, login);
    await client.query(`SET ROLE ${OWNER}`);
    await client.query(
      "create table if not exists yui_migration (name text primary key, checksum text not null, applied_at timestamptz not null default now())",
    );
    const { rows } = await client.query<{ name: string; checksum: string }>(
      "select name, checksum from yui_migration",
    );
    const applied = new Map(rows.map((row) => [row.name, row.checksum]));
    refuseForeign(applied, migrations);
    const pending = migrations.filter((migration) => !applied.has(migration.name));
    for (const migration of pending) await apply(client, migration);
    await ensureJobsSchema(client);
    return pending.map((migration) => migration.name);
  });
}

function refuseForeign(applied: ReadonlyMap<string, string>, migrations: readonly Migration[]): void {
  const known = new Map(migrations.map((migration) => [migration.name, migration.checksum]));
  for (const [name, checksum] of applied) {
    if (!known.has(name)) {
      throw new DatabaseUnusable(
        `The database was written by a newer version of Yui (it holds ${name}); start that version.`,
      );
    }
    if (known.get(name) !== checksum) {
      throw new DatabaseUnusable(
        `The migration ${name} differs from the one this database was made with; restore the file as it was released.`,
      );
    }
  }
}

async function apply(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  await client.query("begin");
  try {
    // A file that moved data as yui_upkeep may have left another role behind: what it makes is the owner's.
    await client.query(`set local role ${OWNER}`);
    await client.query(sql);
    await client.query("insert into yui_migration (name, checksum) values ($1, $2)", [name, checksum]);
    await client.query("commit");
  } catch (error) {
    await client.query("rollback").catch(() => undefined);
    const { code, message } = error as { code?: string; message: string };
    throw new DatabaseUnusable(
      `The migration ${name} failed and was undone (${[code, message].filter(Boolean).join(": ")}); the database is as it was, and the version of Yui before this one still works with it.`,
      { cause: error },
    );
  }
}
