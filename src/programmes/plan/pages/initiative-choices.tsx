import type { Actor } from "#foundation/actors/public.ts";
import type { App } from "#platform/app.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { shown } from "#platform/web/refusal.ts";
import { FINE_KIND_NAMES, type Partner, WHO_ACTS } from "../initiatives/kinds/schema.ts";
import { organisationsOf, withKnown } from "../initiatives/rules.ts";
import { fineKindLabel, STATUS, whoActsLabel } from "../messages.ts";
import { organisationNames } from "../place/usecases.server.ts";
import { readPlan } from "../usecases.server.ts";
import type { InitiativeChoices } from "./initiative-form.tsx";

export async function choicesOf(app: App, actor: Actor, area: AreaId): Promise<InitiativeChoices> {
  const { skeleton } = shown(await readPlan(app, actor, area));
  const names = shown(await organisationNames(app, actor, area));
  return {
    goals: skeleton.goals.map(({ id, title }) => ({ value: id, label: title })),
    kinds: FINE_KIND_NAMES.map((kind) => ({ value: kind, label: fineKindLabel(kind) })),
    who: WHO_ACTS.map((who) => ({ value: who, label: whoActsLabel(who) })),
    statuses: Object.entries(STATUS).map(([value, label]) => ({ value, label })),
    names: names.map((one) => one.name),
  };
}

/** What was typed, as the use-case takes it. */
export async function inputOf(
  app: App,
  actor: Actor,
  area: AreaId,
  values: Readonly<Record<string, string>>,
  whoActs: readonly string[],
  before: readonly Partner[] = [],
) {
  const register = shown(await organisationNames(app, actor, area)).map(({ id, name, sector }) => ({
    name,
    sector,
    organisationId: id as string,
  }));
  const organisations = withKnown(organisationsOf(values.lead ?? "", values.partners ?? ""), [
    ...before,
    ...register,
  ]);
  return { ...values, whoActs, organisations };
}
