import { existsSync } from "node:fs";
import { join } from "node:path";
import type pg from "pg";
import type { Config } from "#platform/config/config.ts";
import { byUrl, withClient } from "./connection.ts";
import { joinEmbeddedServer, SUPERUSER } from "./embedded.ts";
import { readMigrations } from "./migrate.ts";
import { DATABASE } from "./open.ts";
import { APP, JOBS, OWNER, SENSITIVE, UPKEEP } from "./roles.ts";

/** What stands in a database, seen without changing it. */
export type DatabaseState = Readonly<{
  version: string;
  pending: readonly string[];
  /** What is wrong with the two walls: roles with too much power, tables without a policy. */
  leaks: readonly string[];
}>;

/** Looks at the configured database; undefined where there is none yet. Throws DatabaseUnusable or what pg throws. */
export async function inspectDatabase(config: Config): Promise<DatabaseState | undefined> {
  if (config.databaseUrl) {
    return look({
      ...byUrl(config.databaseOwnerUrl ?? config.databaseUrl),
      connectionTimeoutMillis: 5000,
    });
  }
  if (!existsSync(join(config.dataFolder, "pg", "PG_VERSION"))) return undefined;
  const server = await joinEmbeddedServer(config.dataFolder);
  try {
    return await look(server.as(SUPERUSER, DATABASE));
  } finally {
    await server.leave();
  }
}

async function look(connection: pg.ClientConfig): Promise<DatabaseState> {
  return withClient(connection, async (client) => {
    const version = await one<string>(client, "select current_setting('server_version') as value");
    const migrated = await one<boolean>(client, "select to_regclass('yui_migration') is not null as value");
    const applied = migrated
      ? (await client.query<{ name: string }>("select name from yui_migration")).rows.map((row) => row.name)
      : [];
    const pending = readMigrations()
      .map((migration) => migration.name)
      .filter((name) => !applied.includes(name));
    return { version, pending, leaks: migrated ? await leaks(client) : [] };
  });
}

async function one<T>(client: pg.Client, query: string): Promise<T> {
  return (await client.query<{ value: T }>(query)).rows[0]!.value;
}

const LEAKS = `
  select 'the role ' || rolname || ' may pass row-level security' as leak
    from pg_roles where rolname in ('${[APP, OWNER, JOBS, SENSITIVE].join("', '")}') and (rolsuper or rolbypassrls)
  union all
  select 'the role ' || held.name || ' is a member of ' || other.name
    from unnest(array['${APP}', '${JOBS}', '${SENSITIVE}']) as held (name),
      unnest(array['${OWNER}', '${UPKEEP}', '${SENSITIVE}']) as other (name)
    where held.name <> other.name and pg_has_role(held.name, other.name, 'MEMBER')
  union all
  select 'the role ${APP} may enter the schema sensitive'
    from pg_namespace where nspname = 'sensitive' and has_schema_privilege('${APP}', oid, 'USAGE')
  union all
  select 'the table sensitive.' || c.relname || ' is open to the role ${APP}'
    from pg_class c where c.relnamespace = to_regnamespace('sensitive') and c.relkind in ('r', 'p')
     and has_any_column_privilege('${APP}', c.oid, 'SELECT, INSERT, UPDATE')
  union all
  select 'the table sensitive.' || c.relname || ' holds rows that no policy guards'
    from pg_class c where c.relnamespace = to_regnamespace('sensitive') and c.relkind in ('r', 'p')
     and not (c.relrowsecurity and c.relforcerowsecurity and exists (select from pg_policy p where p.polrelid = c.oid))
  union all
  select 'the role ${APP} owns the table ' || c.relname
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
     and pg_get_userbyid(c.relowner) = '${APP}'
  union all
  select 'the table ' || c.relname || ' holds area_id and has no row-level security'
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'area_id' and not a.attisdropped
   where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
     and (not c.relrowsecurity or not exists (select from pg_policy p where p.polrelid = c.oid))
  order by 1`;

/** Where a row could be seen that its policy would hide. */
export async function leaks(client: pg.Client): Promise<string[]> {
  return (await client.query<{ leak: string }>(LEAKS)).rows.map((row) => row.leak);
}
