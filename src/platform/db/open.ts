import pg from "pg";
import type { Config } from "#platform/config/config.ts";
import { type Database, openDatabase } from "./database.ts";
import { DatabaseUnusable } from "./database-error.ts";
import { joinEmbeddedServer, SUPERUSER } from "./embedded.ts";
import { migrate } from "./migrate.ts";
import { APP, OWNER } from "./roles.ts";

export type OpenDatabase = Readonly<{
  db: Database;
  /** For COPY and LISTEN, which need a connection of their own. */
  pool: pg.Pool;
  /** As yui_owner, for jobs' own schema. */
  owner: pg.ClientConfig;
  applied: readonly string[];
  close(): Promise<void>;
}>;

export const DATABASE = "yui";
const OLDEST_SERVER = 150_000;

/** Opens the database of this configuration, migrated: the embedded one, or the server that DATABASE_URL names. */
export async function openConfigured(config: Config): Promise<OpenDatabase> {
  return config.databaseUrl
    ? openServer(config.databaseUrl, config.databaseOwnerUrl)
    : openEmbedded(config.dataFolder);
}

async function openEmbedded(dataFolder: string): Promise<OpenDatabase> {
  const server = await joinEmbeddedServer(dataFolder);
  try {
    const host = server.socketFolder;
    await ensureDatabase({ host, user: SUPERUSER, database: "postgres" });
    const applied = await migrate({ host, user: SUPERUSER, database: DATABASE }, "LOGIN");
    const { db, pool, close } = openDatabase({ host, user: APP, database: DATABASE });
    return {
      db,
      pool,
      owner: { host, user: OWNER, database: DATABASE },
      applied,
      async close() {
        await close();
        await server.leave();
      },
    };
  } catch (error) {
    await server.leave();
    throw error;
  }
}

async function ensureDatabase(connection: pg.ClientConfig): Promise<void> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    const { rowCount } = await client.query("select 1 from pg_database where datname = $1", [DATABASE]);
    if (rowCount === 0) await client.query(`create database ${DATABASE}`);
  } catch (error) {
    // Two first starts at once.
    if (!(error instanceof pg.DatabaseError) || !["42P04", "23505"].includes(error.code ?? "")) throw error;
  } finally {
    await client.end();
  }
}

async function openServer(url: string, ownerUrl = url): Promise<OpenDatabase> {
  await refuseOldServer(ownerUrl);
  const applied = await migrate({ connectionString: ownerUrl }, "NOLOGIN");
  // The role as a connection's own default: RESET ROLE comes back to it, never to the owner.
  const { db, pool, close } = openDatabase({ connectionString: url, options: `-c role=${APP}` });
  return { db, pool, owner: { connectionString: ownerUrl, options: `-c role=${OWNER}` }, applied, close };
}

async function refuseOldServer(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
  } catch (error) {
    const reason =
      error instanceof Error ? error.message || (error as NodeJS.ErrnoException).code : String(error);
    throw new DatabaseUnusable(
      `The PostgreSQL server of DATABASE_URL can't be reached (${reason}); check the address, the user and the password.`,
    );
  }
  try {
    const { rows } = await client.query<{ version: string }>(
      "select current_setting('server_version_num') as version",
    );
    if (Number(rows[0]!.version) < OLDEST_SERVER)
      throw new DatabaseUnusable("DATABASE_URL names a PostgreSQL older than 15; use 15 or newer.");
  } finally {
    await client.end();
  }
}
