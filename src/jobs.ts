import type pg from "pg";
import { importJob } from "#evidence/indicators/public.ts";
import { sweepSentForms } from "#foundation/authority/public.ts";
import { sweepTries } from "#foundation/identity/api.server.ts";
import type { App } from "#platform/app.ts";
import { type RunningJobs, startJobs } from "#platform/jobs/jobs.ts";
import { startRounds } from "#platform/jobs/rounds.ts";
import { mailRounds } from "#platform/mail/sender.ts";
import { refreshBoard, remindCouncils, remindDuePolls } from "#programmes/councils/public.ts";
import { countWhatCame } from "#programmes/plan/public.ts";
import { keepSupportUp } from "#programmes/support/public.ts";

const MINUTE_MS = 60_000;

/** Every kind of work that goes on in the background, assembled from the modules. */
export async function runJobs(app: App, owner: pg.ClientConfig): Promise<RunningJobs> {
  const jobs = await startJobs(app, owner, [importJob]);
  const rounds = startRounds(app, [
    ...mailRounds(app.config),
    { name: "tries to sign in that count no more", everyMs: 60 * MINUTE_MS, run: sweepTries },
    { name: "keys of forms that were sent", everyMs: 60 * MINUTE_MS, run: sweepSentForms },
    { name: "poll reminders", everyMs: 10 * MINUTE_MS, run: remindDuePolls },
    { name: "council reminders", everyMs: 10 * MINUTE_MS, run: remindCouncils },
    { name: "board of councils", everyMs: 60 * MINUTE_MS, run: refreshBoard },
    { name: "activities whose day has come", everyMs: 60 * MINUTE_MS, run: countWhatCame },
    { name: "requests for support", everyMs: MINUTE_MS, run: keepSupportUp },
  ]);
  return {
    async stop() {
      await rounds.stop();
      await jobs.stop();
    },
  };
}
