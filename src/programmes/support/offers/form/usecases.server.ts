import type { Actor } from "#foundation/actors/public.ts";
import { act } from "#foundation/authority/public.ts";
import { listOrganisations } from "#foundation/organisations/public.ts";
import type { App } from "#platform/app.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { ok, type Result } from "#platform/kernel/result.ts";
import { readPlan } from "#programmes/plan/public.ts";

type Choice = Readonly<{ value: string; label: string }>;
const MOST = 300;

export type FormChoices = Readonly<{
  organisations: readonly Choice[];
  /** Undefined for those who do not see the plan: what the offer counts for stays as it is. */
  initiatives: readonly Choice[] | undefined;
}>;

/** What an offer's form lets one choose from: organisations, and initiatives that its visits may count for. */
export async function formChoices(app: App, actor: Actor, area: AreaId): Promise<Result<FormChoices>> {
  const plan = await readPlan(app, actor, { area, all: true });
  return act(app, actor, async (unit) => {
    const organisations = (await listOrganisations(unit, { area, limit: MOST })).filter(
      (one) => one.sector !== "workplace",
    );
    const initiatives = plan.ok ? plan.value.chains.flatMap((chain) => chain.initiative ?? []) : undefined;
    return ok({
      organisations: organisations.map(({ id, name }) => ({ value: id, label: name })),
      initiatives: initiatives?.map(({ id, title }) => ({ value: id, label: title })),
    });
  });
}
