import type { Actor } from "#foundation/actors/public.ts";
import { query } from "#foundation/authority/public.ts";
import { listOrganisations } from "#foundation/organisations/public.ts";
import type { App } from "#platform/app.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { ok, type Result } from "#platform/kernel/result.ts";
import { readPlan } from "#programmes/plan/public.ts";
import { aboutArea } from "../support-target.usecases.server.ts";

type Choice = Readonly<{ value: string; label: string }>;
const MOST = 300;

export type FormChoices = Readonly<{
  organisations: readonly Choice[];
  /** Undefined for those who do not see the plan: what the offer counts for stays as it is. */
  initiatives: readonly Choice[] | undefined;
}>;

/** The organisations of the area that can make an offer. */
export const offerChoices = query({
  name: "offer.choices",
  ...aboutArea("offer"),
  async run(permit, { area }) {
    const all = await listOrganisations(permit, { area, limit: MOST });
    return ok(
      all.filter((one) => one.sector !== "workplace").map(({ id, name }) => ({ value: id, label: name })),
    );
  },
});

/** What an offer's form lets one choose from: organisations, and initiatives that its visits may count for. */
export async function formChoices(app: App, actor: Actor, area: AreaId): Promise<Result<FormChoices>> {
  const organisations = await offerChoices(app, actor, { area });
  if (!organisations.ok) return organisations;
  const plan = await readPlan(app, actor, { area, all: true });
  const initiatives = plan.ok ? plan.value.chains.flatMap((chain) => chain.initiative ?? []) : undefined;
  return ok({
    organisations: organisations.value,
    initiatives: initiatives?.map(({ id, title }) => ({ value: id, label: title })),
  });
}
