import type pg from "pg";
import type { App } from "#platform/app.ts";
import { type RunningJobs, startJobs } from "#platform/jobs/jobs.ts";
import { startRounds } from "#platform/jobs/rounds.ts";
import { mailRounds } from "#platform/mail/sender.ts";
import { KEY_ROUND } from "#platform/sealing/rotation.ts";
import { modulesAtWork } from "./modules.ts";
import { retentionRound } from "./retention.ts";
import { searchRound } from "./search.ts";

/** Every kind of work that goes on in the background: of the mail, and of the modules. */
export async function runJobs(app: App, connection: pg.ClientConfig): Promise<RunningJobs> {
  const modules = await modulesAtWork();
  const jobs = await startJobs(
    app,
    connection,
    modules.flatMap((module) => module.jobs ?? []),
  );
  const rounds = startRounds(app, [
    ...mailRounds(app.config),
    retentionRound,
    searchRound,
    KEY_ROUND,
    ...modules.flatMap((module) => module.rounds ?? []),
  ]);
  return {
    async stop() {
      await rounds.stop();
      await jobs.stop();
    },
  };
}
