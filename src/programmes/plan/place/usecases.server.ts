import { type Actor, roleInArea } from "#foundation/actors/public.ts";
import { type Area, findArea } from "#foundation/areas/public.ts";
import { act, authorise } from "#foundation/authority/public.ts";
import { listOrganisations } from "#foundation/organisations/public.ts";
import type { App } from "#platform/app.ts";
import type { OrganisationId } from "#platform/kernel/ids.ts";
import { notFound, ok, type Result } from "#platform/kernel/result.ts";
import { planPolicy } from "../access.ts";
import { selectInitiativeTitles } from "../initiatives/store.server.ts";

/** An area as pages work in it, and what the actor may do there, so that no button promises what would be refused. */
export type WorkPlace = Readonly<{
  area: Area;
  mayEdit: boolean;
  mayRecord: boolean;
  /** The organisation for which a member enters activities; the secretariat enters for any. */
  ownOrganisation: OrganisationId | null;
}>;

export function findPlace(app: App, actor: Actor, text: string): Promise<Result<WorkPlace>> {
  return act(app, actor, async (unit): Promise<Result<WorkPlace>> => {
    const area = await findArea(unit, text);
    if (!area) return notFound("area");
    const subject = { type: "plan", area: area.id };
    const member = roleInArea(actor, area.id, ["member"]) !== undefined;
    const held =
      actor.kind === "person" && member
        ? actor.memberships.find((one) => one.role === "member" && one.areas.includes(area.id))
        : undefined;
    const ownOrganisation = held?.organisationId ?? null;
    const mayEdit = planPolicy.may(actor, "plan.edit", subject) !== undefined;
    return ok({ area, mayEdit, mayRecord: mayEdit || ownOrganisation !== null, ownOrganisation });
  });
}

const NAMES_OFFERED = 300;

/** The organisations that forms offer by name. */
export function organisationNames(
  app: App,
  actor: Actor,
  area: Area["id"],
): Promise<Result<readonly Named[]>> {
  return act(app, actor, async (unit) => {
    const found = await listOrganisations(unit, { area, limit: NAMES_OFFERED });
    return ok(found.map(({ id, name, sector }) => ({ id, name, sector })));
  });
}

export type Named = Readonly<{ id: OrganisationId; name: string; sector: string }>;

/** The initiatives that forms offer, running ones first. */
export function initiativeNames(
  app: App,
  actor: Actor,
  area: Area["id"],
): Promise<Result<readonly Readonly<{ id: string; title: string }>[]>> {
  return act(app, actor, async (unit) => {
    const permit = await authorise(unit, planPolicy, "plan.read", { type: "initiative", area });
    return permit.ok ? ok(await selectInitiativeTitles(unit, area)) : permit;
  });
}
