import type { Scope } from "#platform/db/database.ts";
import type { AreaId, OrganisationId } from "#platform/kernel/ids.ts";
import type { Actor, Role } from "./schema.ts";

/** The transaction scope of an actor, for row-level security. */
export function scopeOf(actor: Actor): Scope {
  switch (actor.kind) {
    case "visitor":
      return { actor: "<visitor>", areas: [] };
    case "person":
      return { actor: actor.userId, areas: actor.reach };
    case "service":
      return { actor: `<${actor.name}>`, areas: "all" };
  }
}

/** The first of these roles that the actor holds for an organisation serving that area; undefined where none. */
export function roleInArea(actor: Actor, area: AreaId, roles: readonly Role[]): Role | undefined {
  if (actor.kind !== "person") return undefined;
  return roles.find((role) =>
    actor.memberships.some((held) => held.role === role && held.areas.includes(area)),
  );
}

/** The first of these roles that the actor holds in that organisation; undefined where none. */
export function roleInOrganisation(
  actor: Actor,
  organisation: OrganisationId,
  roles: readonly Role[],
): Role | undefined {
  if (actor.kind !== "person") return undefined;
  return roles.find((role) =>
    actor.memberships.some((held) => held.role === role && held.organisationId === organisation),
  );
}

/** The first of these roles that the actor holds anywhere. */
export function roleAnywhere(actor: Actor, roles: readonly Role[]): Role | undefined {
  if (actor.kind !== "person") return undefined;
  return roles.find((role) => actor.memberships.some((held) => held.role === role));
}

export const reaches = (actor: Actor, area: AreaId): boolean =>
  actor.kind === "service" ||
  (actor.kind === "person" && (actor.reach === "all" || actor.reach.includes(area)));
