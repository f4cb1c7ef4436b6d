import { DEMONSTRATION_ACCOUNTS, refuseDemonstrationAccounts } from "#foundation/identity/api.server.ts";
import type { Step } from "#foundation/modules/public.ts";
import type { App } from "#platform/app.ts";
import { withApp } from "#platform/commands/command.ts";
import { type Check, good, note } from "#platform/commands/doctor/finding.ts";
import { inspectDatabase } from "#platform/db/inspect.ts";
import { modulesAtWork } from "./modules.ts";

/**
 * Fills a store with what its mode needs, at each start: the shipped codes always, the sample areas in the
 * demonstration only. Production refuses a store that holds the demonstration's accounts.
 */
export async function fill(app: App): Promise<readonly string[]> {
  if (app.config.mode === "demonstration") return loadDemonstration(app);
  await refuseDemonstrationAccounts(app);
  return run(app, await referenceSteps());
}

/** Loads the demonstration areas; what stands already stays as it is. Returns the names of the steps. */
export async function loadDemonstration(app: App): Promise<readonly string[]> {
  const demonstration = (await modulesAtWork()).flatMap((module) => module.demonstration ?? []);
  return run(app, [...(await referenceSteps()), ...demonstration]);
}

/** What every store needs, also in production. */
const referenceSteps = async (): Promise<readonly Step[]> =>
  (await modulesAtWork()).flatMap((module) => module.reference ?? []);

async function run(app: App, steps: readonly Step[]): Promise<readonly string[]> {
  for (const step of steps) await step.load(app);
  return steps.map((step) => step.name);
}

/** The accounts to try, as lines to print; none in production. */
export function accountsToTry(): readonly string[] {
  const width = Math.max(...DEMONSTRATION_ACCOUNTS.map(({ email }) => email.length));
  return DEMONSTRATION_ACCOUNTS.map(
    ({ email, password, name }) => `${email.padEnd(width)}  ${password}  ${name}`,
  );
}

/** For the doctor: production must not hold accounts whose passwords everybody knows. */
export const noAccountsToTry: Check = async (config) => {
  const what = "demonstration accounts";
  if (config.mode === "demonstration") return good(what, "wanted: this is the demonstration");
  const state = await inspectDatabase(config);
  if (!state || state.pending.length > 0) return note(what, "not looked at", "migrate first");
  await withApp(refuseDemonstrationAccounts);
  return good(what, "none");
};
