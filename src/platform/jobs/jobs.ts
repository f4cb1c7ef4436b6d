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
const POLL_SECONDS = 0.5;
const LONGEST_RUN_SECONDS = 6 * 3600;
const FINISH_LIMIT_MS = 20_000;

const running = new WeakMap<App, PgBoss>();

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
  for (const kind of kinds) {
    await boss.createQueue(kind.name, {
      name: kind.name,
      retryLimit: 0,
      expireInSeconds: LONGEST_RUN_SECONDS,
    });
    await boss.work<object>(
      kind.name,
      { pollingIntervalSeconds: POLL_SECONDS, batchSize: 1 },
      async ([job]) => {
        try {
          await kind.run(app, job!.data);
        } catch (error) {
          app.log.error({ err: error, job: kind.name }, "job failed");
          throw error;
        }
      },
    );
  }
  running.set(app, boss);
  for (const kind of kinds) {
    for (const data of (await kind.left?.(app)) ?? []) await boss.send(kind.name, data);
  }
  return {
    async stop() {
      running.delete(app);
      await boss.stop({ graceful: true, timeout: FINISH_LIMIT_MS, wait: true });
      await pool.end();
    },
  };
}

/**
 * Asks for a job. Where no jobs run (command line, tests), nothing is sent: the caller does the work itself, or the
 * next start takes it up by `left`.
 */
export async function askFor<Data extends object>(app: App, kind: JobKind<Data>, data: Data): Promise<void> {
  await running.get(app)?.send(kind.name, data);
}
