import {
  loadDemonstrationObservations,
  loadDemonstrationProfile,
  loadReferenceIndicators,
} from "#evidence/indicators/public.ts";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import {
  DEMONSTRATION_ACCOUNTS,
  loadDemonstrationUsers,
  refuseDemonstrationAccounts,
} from "#foundation/identity/api.server.ts";
import { loadDemonstrationOrganisations } from "#foundation/organisations/public.ts";
import type { App } from "#platform/app.ts";
import { withApp } from "#platform/commands/command.ts";
import { type Check, good, note } from "#platform/commands/doctor/finding.ts";
import { inspectDatabase } from "#platform/db/inspect.ts";
import { loadDemonstrationCouncils } from "#programmes/councils/public.ts";
import { loadDemonstrationSupport } from "#programmes/support/public.ts";

/** One step of what a store is filled with; loading it again changes nothing and takes no time to speak of. */
type Step = Readonly<{ name: string; load(app: App): Promise<unknown> }>;

/** What every store needs, also in production. */
const REFERENCE: readonly Step[] = [
  { name: "areas", load: loadReferenceAreas },
  { name: "indicators", load: loadReferenceIndicators },
];

/** The sample areas' organisations, accounts and facts. Later steps stand on earlier ones. */
const DEMONSTRATION: readonly Step[] = [
  { name: "organisations", load: loadDemonstrationOrganisations },
  { name: "accounts to try", load: loadDemonstrationUsers },
  { name: "known figures", load: loadDemonstrationObservations },
  { name: "known facts", load: loadDemonstrationProfile },
  { name: "councils and plans", load: loadDemonstrationCouncils },
  { name: "support team", load: loadDemonstrationSupport },
];

/**
 * Fills a store with what its mode needs, at each start: the shipped codes always, the sample areas in the
 * demonstration only. Production refuses a store that holds the demonstration's accounts.
 */
export async function fill(app: App): Promise<readonly string[]> {
  if (app.config.mode === "demonstration") return loadDemonstration(app);
  await refuseDemonstrationAccounts(app);
  return run(app, REFERENCE);
}

/** Loads the demonstration areas; what stands already stays as it is. Returns the names of the steps. */
export async function loadDemonstration(app: App): Promise<readonly string[]> {
  return run(app, [...REFERENCE, ...DEMONSTRATION]);
}

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
