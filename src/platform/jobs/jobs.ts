import { setTimeout as wait } from "node:timers/promises";
import type pg from "pg";
import PgBoss from "pg-boss";
import type { App } from "#platform/app.ts";
import { openPool } from "#platform/db/connection.ts";
import { JOBS_SCHEMA } from "#platform/db/jobs-schema.ts";

/**
 * Work that goes on after the answer: a module names a kind of job and what does it; anybody may ask for one. Jobs
 * are kept in the database (pg-boss, in a schema of its own), so that one that was asked for is not lost with the
 * process.
 *
 * A handler must bear being run twice for the same job: it looks at what the tables say is still to be done.
 */
export type JobKind<Data extends object> = Readonly<{
  name: string;
  run(app: App, data: Data): Promise<void>;
  /** Asked once when jobs start: what a stopped process left undone. */
  left?(app: App): Promise<readonly Data[]>;
}>;

export type RunningJobs = Readonly<{ stop(): Promise<void> }>;

const CONNECTIONS = 4;
const POLL_MS = 500;
/** With the pauses between them, a good minute. */
const MOST_TRIES = 8;
const FIRST_PAUSE_MS = 500;
const LONGEST_RUN_SECONDS = 6 * 3600;
const FINISH_LIMIT_MS = 20_000;

const running = new WeakMap<App, Readonly<{ boss: PgBoss; pool: pg.Pool }>>();

/** Starts to work on jobs of these kinds, taking up first what was left undone. */
export async function startJobs(
  app: App,
  connection: pg.ClientConfig,
  kinds: readonly JobKind<object>[],
): Promise<RunningJobs> {
  const pool = openPool({ ...connection, max: CONNECTIONS, application_name: "yui jobs" });
  const boss = new PgBoss({
    db: { executeSql: (text, values) => pool.query(text, values) },
    schema: JOBS_SCHEMA,
  });
  boss.on("error", (error) => app.log.error({ err: error }, "jobs"));
  await boss.start();
  const stopping = new AbortController();
  const workers: Promise<void>[] = [];
  for (const kind of kinds) {
    await boss.createQueue(kind.name, {
      name: kind.name,
      retryLimit: 0,
      expireInSeconds: LONGEST_RUN_SECONDS,
    });
    workers.push(work(app, boss, kind, stopping.signal));
  }
  running.set(app, { boss, pool });
  for (const kind of kinds) {
    for (const data of (await kind.left?.(app)) ?? []) await boss.send(kind.name, data);
  }
  return {
    async stop() {
      running.delete(app);
      stopping.abort();
      await Promise.race([Promise.all(workers), wait(FINISH_LIMIT_MS, undefined, { ref: false })]);
      await boss.stop({ graceful: true, timeout: FINISH_LIMIT_MS, wait: true });
      await pool.end();
    },
  };
}

/**
 * Does one job of a kind after the other. Our own loop: that of pg-boss writes the end of a job down without waiting for
 * it, and where the database is away in that moment, the process ends.
 */
async function work(app: App, boss: PgBoss, kind: JobKind<object>, stopping: AbortSignal): Promise<void> {
  const pause = (ms: number) => wait(ms, undefined, { signal: stopping }).catch(() => undefined);
  while (!stopping.aborted) {
    try {
      const [job] = await boss.fetch<object>(kind.name);
      if (!job) await pause(POLL_MS);
      else if (await done(app, kind, job.data, pause, stopping)) await boss.complete(kind.name, job.id);
      else await boss.fail(kind.name, job.id);
    } catch (error) {
      app.log.error({ err: error }, "jobs");
      await pause(POLL_MS);
    }
  }
}

/** Does a job, again where it fails: the database may be away for a while. */
async function done(
  app: App,
  kind: JobKind<object>,
  data: object,
  pause: (ms: number) => Promise<void>,
  stopping: AbortSignal,
): Promise<boolean> {
  for (let tries = 1; tries <= MOST_TRIES && !stopping.aborted; tries++) {
    try {
      await kind.run(app, data);
      return true;
    } catch (error) {
      app.log.error({ err: error, job: kind.name }, "job failed");
      if (tries < MOST_TRIES) await pause(FIRST_PAUSE_MS * 2 ** (tries - 1));
    }
  }
  return false;
}

/**
 * Asks for a job. Where no jobs run (command line, tests), nothing is sent: the caller does the work itself, or the
 * next start takes it up by `left`.
 */
export async function askFor<Data extends object>(app: App, kind: JobKind<Data>, data: Data): Promise<void> {
  await running.get(app)?.boss.send(kind.name, data);
}

/** How many jobs wait, and how many failed since then; undefined in a process that works on none. */
export async function jobCounts(
  app: App,
  since: Date,
): Promise<Readonly<{ waiting: number; failed: number }> | undefined> {
  const { rows } =
    (await running.get(app)?.pool.query<{ waiting: number; failed: number }>(
      `select count(*) filter (where state in ('created', 'retry'))::int as waiting,
              count(*) filter (where state = 'failed' and completed_on >= $1)::int as failed
       from ${JOBS_SCHEMA}.job where name not like '\\_\\_%'`,
      [since],
    )) ?? {};
  return rows?.[0];
}
