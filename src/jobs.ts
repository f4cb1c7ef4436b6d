import type pg from "pg";
import { importJob } from "#evidence/indicators/public.ts";
import type { App } from "#platform/app.ts";
import { type RunningJobs, startJobs } from "#platform/jobs/jobs.ts";

/** Every kind of work that goes on in the background, assembled from the modules. */
export const runJobs = (app: App, owner: pg.ClientConfig): Promise<RunningJobs> =>
  startJobs(app, owner, [importJob]);
