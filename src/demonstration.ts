import { loadReferenceIndicators } from "#evidence/indicators/public.ts";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import { DEMONSTRATION_ACCOUNTS, loadDemonstrationUsers } from "#foundation/identity/api.server.ts";
import { loadDemonstrationOrganisations } from "#foundation/organisations/public.ts";
import type { App } from "#platform/app.ts";

/** One step of what a store is filled with; loading it twice changes nothing. */
type Step = Readonly<{ name: string; load(app: App): Promise<unknown> }>;

/** What every store needs, also in production. */
const REFERENCE: readonly Step[] = [
  { name: "areas", load: loadReferenceAreas },
  { name: "indicators", load: loadReferenceIndicators },
];

/** The sample areas' organisations, accounts and facts. Later steps stand on earlier ones. */
const DEMONSTRATION: readonly Step[] = [
  { name: "organisations", load: loadDemonstrationOrganisations },
  { name: "accounts", load: loadDemonstrationUsers },
];

/** Loads the reference data, in production too. Returns the names of the steps. */
export async function loadReference(app: App): Promise<readonly string[]> {
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
  const [first] = DEMONSTRATION_ACCOUNTS;
  return [
    `Accounts to try (password of all: ${first!.password})`,
    ...DEMONSTRATION_ACCOUNTS.map(
      ({ email, name, role }) => `${email.padEnd(38)} ${role.padEnd(14)} ${name}`,
    ),
  ];
}
