import pg from "pg";

/**
 * The two roles. `yui_owner` owns the tables and runs the migrations; `yui_app` serves requests, owns nothing and
 * is held by every row-level security policy.
 */
export const OWNER = "yui_owner";
export const APP = "yui_app";

/** Makes the roles where they are missing, and the connecting user a member of them where that is allowed. */
export async function ensureRoles(client: pg.Client, login: "LOGIN" | "NOLOGIN"): Promise<void> {
  for (const role of [OWNER, APP]) {
    try {
      await client.query(`CREATE ROLE ${role} ${login} NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS`);
    } catch (error) {
      // Somebody else was faster, or made them by hand.
      if (!(error instanceof pg.DatabaseError) || !["42710", "23505"].includes(error.code ?? "")) throw error;
    }
  }
  const { rows } = await client.query<{ member: boolean }>(
    "select pg_has_role(current_user, $1, 'MEMBER') and pg_has_role(current_user, $2, 'MEMBER') as member",
    [OWNER, APP],
  );
  if (!rows[0]!.member) await client.query(`GRANT ${OWNER}, ${APP} TO CURRENT_USER`);
  const { rows: databases } = await client.query<{ name: string }>(
    "select quote_ident(current_database()) as name",
  );
  await client.query(`GRANT CREATE, CONNECT, TEMPORARY ON DATABASE ${databases[0]!.name} TO ${OWNER}`);
  await client.query(`GRANT CONNECT, TEMPORARY ON DATABASE ${databases[0]!.name} TO ${APP}`);
  await client.query(`GRANT CREATE, USAGE ON SCHEMA public TO ${OWNER}`);
  await client.query(`GRANT USAGE ON SCHEMA public TO ${APP}`);
}
