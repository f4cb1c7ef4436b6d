import pg from "pg";
import type { Passwords } from "./cluster-keys.ts";
import { DatabaseUnusable } from "./database-error.ts";

/**
 * The roles. None of them but the first two sees a row that its policies hide, and a serving process signs in as the
 * middle three alone.
 *
 * - `yui_owner` owns the tables and runs the migrations, at the start; its connection is closed before anything is served.
 * - `yui_upkeep` sees all rows: policies bind the owner as well, so migrations that move data, and backups, work as it.
 *   Nobody signs in as it.
 * - `yui_app` serves requests; owns nothing.
 * - `yui_jobs` owns the schema of the background work, and nothing else.
 * - `yui_sensitive` may what `yui_app` may, and the tables of the schema `sensitive` besides. It is no role that `yui_app`
 *   can become: who gets SQL of their own into a request still reads nobody's health.
 */
export const OWNER = "yui_owner";
export const UPKEEP = "yui_upkeep";
export const APP = "yui_app";
export const JOBS = "yui_jobs";
export const SENSITIVE = "yui_sensitive";
/** Where that role looks for a table of which each tier has its own. */
export const SENSITIVE_PATH = "-c search_path=sensitive,public";
const ROLES = [OWNER, APP, UPKEEP, JOBS, SENSITIVE];
const SERVING = [APP, JOBS, SENSITIVE];

/** How the serving roles sign in: by passwords, or not at all, where other users become them. */
export type Login = "LOGIN" | "NOLOGIN" | Passwords;

/** Makes the roles where they are missing, and the connecting user a member of them where that is allowed. */
export async function ensureRoles(client: pg.Client, login: Login): Promise<void> {
  try {
    await createMissing(client, login);
    if (typeof login === "function") await setPasswords(client, login);
    await grant(client);
  } catch (error) {
    if (!(error instanceof pg.DatabaseError) || error.code !== NOT_ALLOWED) throw error;
    throw new DatabaseUnusable(
      `The database user may not make the roles ${ROLES.join(", ")} (${error.message}); let it own the database and give it CREATEROLE, or set DATABASE_OWNER_URL to a user who does and may.`,
    );
  }
}

const GRANT_TO_BECOME = 160_000;
const NOT_ALLOWED = "42501";
/** Somebody else was faster, or made them by hand. */
const STANDS_ALREADY = ["42710", "23505"];

async function createMissing(client: pg.Client, login: Login): Promise<void> {
  const { rows } = await client.query<{ rolname: string }>(
    "select rolname from pg_roles where rolname = any ($1)",
    [ROLES],
  );
  const standing = rows.map((row) => row.rolname);
  for (const role of ROLES.filter((name) => !standing.includes(name))) {
    try {
      const signsIn = login === "LOGIN" && SERVING.includes(role) ? "LOGIN" : "NOLOGIN";
      await client.query(`CREATE ROLE ${role} ${signsIn} NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS`);
    } catch (error) {
      if (!(error instanceof pg.DatabaseError) || !STANDS_ALREADY.includes(error.code ?? "")) throw error;
    }
  }
}

/** On the embedded server, whose superuser asks: each serving role has a password, and the owner signs in no more. */
async function setPasswords(client: pg.Client, passwords: Passwords): Promise<void> {
  const { rows } = await client.query<{ role: string }>(
    `select rolname as role from pg_authid
      where rolname = any ($1) and (rolpassword is null or not rolcanlogin) or rolname = $2 and rolcanlogin`,
    [SERVING, OWNER],
  );
  if (rows.length > 0) await client.query("set scram_iterations = 1");
  for (const { role } of rows)
    await client.query(
      role === OWNER
        ? `ALTER ROLE ${role} NOLOGIN`
        : `ALTER ROLE ${role} LOGIN PASSWORD ${client.escapeLiteral(passwords(role))}`,
    );
}

/** What lets one become a role. Since PostgreSQL 16 who made it is its member, and may not become it without a grant. */
async function becomingPrivilege(client: pg.Client): Promise<"SET" | "MEMBER"> {
  const { rows } = await client.query<{ version: string }>(
    "select current_setting('server_version_num') as version",
  );
  return Number(rows[0]!.version) >= GRANT_TO_BECOME ? "SET" : "MEMBER";
}

async function grant(client: pg.Client): Promise<void> {
  const becoming = await becomingPrivilege(client);
  const { rows } = await client.query<{ member: boolean }>(
    "select bool_and(pg_has_role(current_user, name, $2)) as member from unnest($1::text[]) as name",
    [ROLES, becoming],
  );
  if (!rows[0]!.member) await client.query(`GRANT ${ROLES.join(", ")} TO CURRENT_USER`);
  // A migration that moves data becomes yui_upkeep for it; the schema of the jobs is made and then handed over.
  for (const [role, to] of [
    [UPKEEP, OWNER],
    [JOBS, OWNER],
    [APP, SENSITIVE],
  ]) {
    const { rows: held } = await client.query<{ member: boolean }>(
      "select pg_has_role($1, $2, $3) as member",
      [to, role, becoming],
    );
    if (!held[0]!.member) await client.query(`GRANT ${role} TO ${to}`);
  }
  const { rows: databases } = await client.query<{ name: string }>(
    "select quote_ident(current_database()) as name",
  );
  const database = databases[0]!.name;
  await client.query(`GRANT CREATE, CONNECT, TEMPORARY ON DATABASE ${database} TO ${OWNER}`);
  await client.query(`GRANT CONNECT, TEMPORARY ON DATABASE ${database} TO ${SERVING.join(", ")}`);
  await client.query(`GRANT CREATE, USAGE ON SCHEMA public TO ${OWNER}, ${UPKEEP}`);
  await client.query(`GRANT USAGE ON SCHEMA public TO ${APP}`);
}
