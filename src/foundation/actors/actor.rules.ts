import type { Scope } from "#platform/db/database.ts";
import type { AreaId, OrganisationId, UserId } from "#platform/kernel/ids.ts";
import type { Actor, Membership, Person, Role } from "./actor.schema.ts";

/** The transaction scope of an actor, for row-level security. */
export function scopeOf(actor: Actor): Scope {
  switch (actor.kind) {
    case "visitor":
      return { actor: "<visitor>", areas: [] };
    case "person":
      return {
        actor: actor.userId,
        areas: actor.reach,
        facts: actor.facts ?? [],
        organisations: organisationsOf(actor),
        roles: actor.memberships.flatMap(({ organisationId, role, areas }) => [
          `${organisationId}:${role}`,
          // Results of checkups belong to an area: who analyses them does so for the areas of the office.
          ...(role === "analyst" ? areas.map((area) => `${area}:${role}`) : []),
        ]),
      };
    case "holder":
      return {
        actor: `<link:${actor.purpose}>`,
        areas: actor.area === null ? [] : [actor.area],
        holds: actor.subject,
      };
    case "service":
      return { actor: `<${actor.name}>`, areas: "all" };
  }
}

/** For so long a proof of who one is will do for what is declared `fresh`. */
export const FRESH_MINUTES = 10;

/** Whether a person has shown a short while ago who they are; nobody else can be asked to. */
export const isFresh = (actor: Actor, now: Date): boolean =>
  actor.kind !== "person" ||
  (actor.provenAt !== undefined && now.getTime() - actor.provenAt.getTime() < FRESH_MINUTES * 60_000);

/** The organisations for which the actor holds one of these roles, or any. */
export function organisationsOf(actor: Actor, roles?: readonly Role[]): OrganisationId[] {
  if (actor.kind !== "person") return [];
  const held = actor.memberships.filter(({ role }) => roles === undefined || roles.includes(role));
  return [...new Set(held.map(({ organisationId }) => organisationId))];
}

/** The first of these roles that the actor holds for an organisation serving that area; undefined where none. */
export function roleInArea(actor: Actor, area: AreaId, roles: readonly Role[]): Role | undefined {
  if (actor.kind !== "person") return undefined;
  return roles.find((role) =>
    actor.memberships.some((held) => held.role === role && held.areas.includes(area)),
  );
}

/** The areas in which the actor holds one of these roles. */
export const areasAs = (actor: Actor, ...roles: readonly Role[]): AreaId[] =>
  actor.kind === "person"
    ? [
        ...new Set(
          actor.memberships.filter((held) => roles.includes(held.role)).flatMap((held) => held.areas),
        ),
      ]
    : [];

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

/** Whether facts about the area concern the actor: also where it only overlaps or contains an area in reach. */
export const touches = (actor: Actor, area: AreaId): boolean =>
  reaches(actor, area) || (actor.kind === "person" && (actor.facts ?? []).includes(area));

/** Builds the actor of a user. An administrator or auditor of the nation reaches every area. */
export function actorOf(facts: {
  userId: UserId;
  name: string;
  memberships: readonly Readonly<{
    organisationId: OrganisationId;
    role: Role;
    areaId: AreaId;
    areas?: readonly AreaId[];
  }>[];
  reach: readonly AreaId[];
  facts?: readonly AreaId[];
}): Person {
  const everywhere = facts.memberships.some(
    ({ role, areaId }) => areaId === NATION && (role === "administrator" || role === "auditor"),
  );
  const memberships = facts.memberships.map(
    ({ organisationId, role, areaId, areas = [areaId] }): Membership => ({ organisationId, role, areas }),
  );
  return {
    kind: "person",
    userId: facts.userId,
    name: facts.name,
    memberships,
    reach: everywhere ? "all" : facts.reach,
    facts: facts.facts ?? [],
  };
}

const NATION = "jp" as AreaId;
