import type pg from "pg";
import { JOBS } from "./roles.ts";

export const JOBS_SCHEMA = "jobs";

/** Hands over all that stands in the schema, and the schema itself. */
const HAND_OVER = `
do $$
declare one record;
begin
  grant usage, create on schema ${JOBS_SCHEMA} to ${JOBS};
  for one in select format('alter table %s owner to ${JOBS}', oid::regclass) as statement from pg_class
    where relnamespace = '${JOBS_SCHEMA}'::regnamespace and relkind in ('r', 'p')
  union all select format('alter function %s owner to ${JOBS}', oid::regprocedure) from pg_proc
    where pronamespace = '${JOBS_SCHEMA}'::regnamespace
  union all select format('alter type ${JOBS_SCHEMA}.%I owner to ${JOBS}', typname) from pg_type
    where typnamespace = '${JOBS_SCHEMA}'::regnamespace and typtype = 'e'
  loop
    execute one.statement;
  end loop;
end $$`;

/**
 * The tables of the background work belong to a role of its own, so that no serving process needs the owner's. They are
 * made here and not by whoever works on jobs: that role may make no schema. Call it as yui_owner, under the lock of the
 * migrations.
 */
export async function ensureJobsSchema(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ owner: string; made: boolean }>(
    `select nspowner::regrole::text as owner, to_regclass('${JOBS_SCHEMA}.version') is not null as made
      from pg_namespace where nspname = '${JOBS_SCHEMA}'`,
  );
  if (rows[0]?.owner === JOBS && rows[0].made) return;
  if (!rows[0]?.made) {
    const { default: PgBoss } = await import("pg-boss");
    await client.query(PgBoss.getConstructionPlans(JOBS_SCHEMA));
  }
  await client.query(HAND_OVER);
  await client.query(`alter schema ${JOBS_SCHEMA} owner to ${JOBS}`);
}
