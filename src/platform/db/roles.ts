import pg from "pg";
import { DatabaseUnusable } from "./database-error.ts";

/**
 * The roles. `yui_owner` owns the tables and runs the migrations; `yui_app` serves requests, owns nothing and is held by
 * every row-level security policy. `yui_upkeep` sees all rows: policies bind the owner as well, so migrations that move
 * data, and backups, work as it. Nobody signs in as `yui_upkeep`, and the serving process is no member of it.
 */
export const OWNER = "yui_owner";
export const APP = "yui_app";
const UPKEEP = "yui_upkeep";

/** Makes the roles where they are missing, and the connecting user a member of them where that is allowed. */
export async function ensureRoles(client: pg.Client, login: "LOGIN" | "NOLOGIN"): Promise<void> {
  try {
    await createMissing(client, login);
    await grant(client);
  } catch (error) {
    if (!(error instanceof pg.DatabaseError) || error.code !== NOT_ALLOWED) throw error;
    throw new DatabaseUnusable(
      `The database user may not make the roles ${OWNER} and ${APP} (${error.message}); let it own the database and give it CREATEROLE, or set DATABASE_OWNER_URL to a user who does and may.`,
    );
  }
}

const NOT_ALLOWED = "42501";
/** Somebody else was faster, or made them by hand. */
const STANDS_ALREADY = ["42710", "23505"];

async function createMissing(client: pg.Client, login: "LOGIN" | "NOLOGIN"): Promise<void> {
  const { rows } = await client.query<{ rolname: string }>(
    "select rolname from pg_roles where rolname in ($1, $2, $3)",
    [OWNER, APP, UPKEEP],
  );
  const standing = rows.map((row) => row.rolname);
  for (const role of [OWNER, APP, UPKEEP].filter((name) => !standing.includes(name))) {
    try {
      const signsIn = role === UPKEEP ? "NOLOGIN" : login;
      await client.query(`CREATE ROLE ${role} ${signsIn} NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS`);
    } catch (error) {
      if (!(error instanceof pg.DatabaseError) || !STANDS_ALREADY.includes(error.code ?? "")) throw error;
    }
  }
}

async function grant(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ member: boolean }>(
    "select bool_and(pg_has_role(current_user, name, 'MEMBER')) as member from unnest($1::text[]) as name",
    [[OWNER, APP, UPKEEP]],
  );
  if (!rows[0]!.member) await client.query(`GRANT ${OWNER}, ${APP}, ${UPKEEP} TO CURRENT_USER`);
  // A migration that moves data becomes yui_upkeep for it.
  const { rows: owners } = await client.query<{ member: boolean }>(
    "select pg_has_role($1, $2, 'MEMBER') as member",
    [OWNER, UPKEEP],
  );
  if (!owners[0]!.member) await client.query(`GRANT ${UPKEEP} TO ${OWNER}`);
  const { rows: databases } = await client.query<{ name: string }>(
    "select quote_ident(current_database()) as name",
  );
  await client.query(`GRANT CREATE, CONNECT, TEMPORARY ON DATABASE ${databases[0]!.name} TO ${OWNER}`);
  await client.query(`GRANT CONNECT, TEMPORARY ON DATABASE ${databases[0]!.name} TO ${APP}`);
  await client.query(`GRANT CREATE, USAGE ON SCHEMA public TO ${OWNER}`);
  await client.query(`GRANT USAGE ON SCHEMA public TO ${APP}`);
  await client.query(`GRANT CREATE, USAGE ON SCHEMA public TO ${UPKEEP}`);
}
