import pg from "pg";
import { type Config, ConfigError } from "#platform/config/config.ts";
import { byUrl, openClient, withClient } from "./connection.ts";
import { type Database, openDatabase } from "./database.ts";
import { DatabaseUnusable } from "./database-error.ts";
import { joinEmbeddedServer, SUPERUSER } from "./embedded.ts";
import { migrate } from "./migrate.ts";
import { APP, JOBS, type Login, OWNER, SENSITIVE, SENSITIVE_PATH, UPKEEP } from "./roles.ts";

/** A way to the rows: as one of the serving roles, by a pool of its own. */
export type OpenTier = Readonly<{
  db: Database;
  /** For COPY and LISTEN, which need a connection of their own. */
  pool: pg.Pool;
}>;

export type OpenDatabase = OpenTier &
  Readonly<{
    /** As yui_sensitive, which alone reads what names persons. */
    sensitive: OpenTier;
    /** As yui_jobs, for the background work's own schema. */
    jobs: pg.ClientConfig;
    applied: readonly string[];
    close(): Promise<void>;
  }>;

export const DATABASE = "yui";
const OLDEST_SERVER = 150_000;
/** Few pages of few people; a connection stays open no longer than it is used. */
/** Its tables of imports stand before the common ones: files of that tier leave nothing outside of it. */
const SENSITIVE_POOL = { max: 6, idleTimeoutMillis: 60_000, options: SENSITIVE_PATH };

/**
 * Opens the database of this configuration, migrated: the embedded one, or the server that DATABASE_URL names. Whoever
 * migrates has left again when it returns: the process that serves holds no owner's connection.
 */
export async function openConfigured(config: Config): Promise<OpenDatabase> {
  return config.databaseUrl ? openServer(config, config.databaseUrl) : openEmbedded(config.dataFolder);
}

async function openEmbedded(dataFolder: string): Promise<OpenDatabase> {
  const server = await joinEmbeddedServer(dataFolder);
  try {
    await ensureDatabase(server.as(SUPERUSER, "postgres"));
    const passwords = (role: string) => server.as(role, DATABASE).password;
    const applied = await migrate(server.as(SUPERUSER, DATABASE), passwords);
    const as = (role: string) => server.as(role, DATABASE);
    return opened({ app: as(APP), sensitive: as(SENSITIVE), jobs: as(JOBS) }, applied, () => server.leave());
  } catch (error) {
    await server.leave();
    throw error;
  }
}

/** How the owner's part of an installation is reached: for backups and restores, never by what serves. */
export type OwnerWay = Readonly<{
  /** Of a database on the installation's server; its own without a name. */
  at(database?: string): pg.ClientConfig;
  login: Login;
  leave(): Promise<void>;
}>;

/** Opens the server of this configuration to its owner, with the database there and not migrated. */
export async function openOwner(config: Config): Promise<OwnerWay> {
  if (config.databaseUrl) {
    const url = config.databaseOwnerUrl ?? config.databaseUrl;
    await refuseOldServer(url);
    return {
      at: (database) => ({ ...byUrl(database ? withDatabase(url, database) : url) }),
      login: "NOLOGIN",
      leave: async () => undefined,
    };
  }
  const server = await joinEmbeddedServer(config.dataFolder);
  await ensureDatabase(server.as(SUPERUSER, "postgres"));
  return {
    at: (database = DATABASE) => server.as(SUPERUSER, database),
    login: (role) => server.as(role, DATABASE).password,
    leave: () => server.leave(),
  };
}

function withDatabase(url: string, database: string): string {
  const other = new URL(url);
  other.pathname = `/${database}`;
  return other.href;
}

function opened(
  as: Readonly<Record<"app" | "sensitive" | "jobs", pg.ClientConfig>>,
  applied: readonly string[],
  leave: () => Promise<void>,
): OpenDatabase {
  const app = openDatabase(as.app);
  const sensitive = openDatabase({ ...SENSITIVE_POOL, ...as.sensitive });
  return {
    db: app.db,
    pool: app.pool,
    sensitive: { db: sensitive.db, pool: sensitive.pool },
    jobs: as.jobs,
    applied,
    async close() {
      await sensitive.close();
      await app.close();
      await leave();
    },
  };
}

async function ensureDatabase(connection: pg.ClientConfig): Promise<void> {
  await withClient(connection, async (client) => {
    try {
      const { rowCount } = await client.query("select 1 from pg_database where datname = $1", [DATABASE]);
      if (rowCount === 0) await client.query(`create database ${DATABASE}`);
    } catch (error) {
      // Two first starts at once.
      if (!(error instanceof pg.DatabaseError) || !["42P04", "23505"].includes(error.code ?? "")) throw error;
    }
  });
}

async function openServer(config: Config, url: string): Promise<OpenDatabase> {
  const ownerUrl = config.databaseOwnerUrl ?? url;
  await refuseOldServer(ownerUrl);
  const applied = await migrate(byUrl(ownerUrl), "NOLOGIN");
  // The role as a connection's own default: RESET ROLE comes back to it.
  const as = (role: string, by = url) => ({ ...byUrl(by), options: `-c role=${role}` });
  if (config.mode === "production") await refusePowerfulUser(as(APP));
  return opened(
    { app: as(APP), sensitive: as(SENSITIVE, config.databaseSensitiveUrl), jobs: as(JOBS) },
    applied,
    async () => undefined,
  );
}

/** `SET ROLE` gives whoever gets SQL of their own into a request all that the signed-in user may become. */
async function refusePowerfulUser(connection: pg.ClientConfig): Promise<void> {
  const { rows } = await withClient(connection, (client) =>
    client.query<{ role: string }>(
      `select coalesce((select 'superuser' from pg_roles where rolname = session_user and rolsuper), name) as role
        from unnest($1::text[]) as name where pg_has_role(session_user, name, 'MEMBER') limit 1`,
      [[OWNER, UPKEEP, SENSITIVE]],
    ),
  );
  if (rows[0])
    throw new ConfigError(
      `The user of DATABASE_URL may become ${rows[0].role}, so one forgotten quote in a page would give away everything; let DATABASE_URL name a user with ${APP} and ${JOBS} alone, DATABASE_OWNER_URL the one who migrates and DATABASE_SENSITIVE_URL one with ${SENSITIVE} (docs/operating).`,
    );
}

async function refuseOldServer(url: string): Promise<void> {
  let client: pg.Client;
  try {
    client = await openClient({ ...byUrl(url), connectionTimeoutMillis: 10_000 });
  } catch (error) {
    const reason =
      error instanceof Error ? error.message || (error as NodeJS.ErrnoException).code : String(error);
    throw new DatabaseUnusable(
      `The PostgreSQL server of DATABASE_URL can't be reached (${reason}); check the address, the user and the password. A server without TLS over a network needs ?sslmode=disable at the end of the address.`,
    );
  }
  try {
    const { rows } = await client.query<{ version: string }>(
      "select current_setting('server_version_num') as version",
    );
    if (Number(rows[0]!.version) < OLDEST_SERVER)
      throw new DatabaseUnusable("DATABASE_URL names a PostgreSQL older than 15; use 15 or newer.");
  } finally {
    await client.end().catch(() => undefined);
  }
}
