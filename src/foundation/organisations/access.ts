import { type Actor, type Role, roleAnywhere, roleInArea, touches } from "#foundation/actors/public.ts";
import type { Policy, Subject } from "#foundation/authority/public.ts";
import type { AreaId } from "#platform/kernel/ids.ts";

export type OrganisationAction =
  | "organisation.list"
  | "organisation.read"
  | "organisation.see-all"
  | "organisation.write";
export type OrganisationSubject = Subject & Readonly<{ published: boolean }>;

/** Who works together in an area and so sees each other's offices. A workplace sees what anyone sees. */
const COLLEAGUES: readonly Role[] = [
  "coordinator",
  "provider",
  "member",
  "caseworker",
  "administrator",
  "auditor",
];
const WRITERS: readonly Role[] = ["coordinator", "administrator"];

/**
 * - `list`: anyone; the rows say what of them is seen.
 * - `read`: what is published anyone, the rest by colleagues of the area.
 * - `see-all`: also the contacts and remarks that are not public.
 * - `write`: coordinators and administrators of the home area, administrators of the nation.
 */
export const organisationPolicy: Policy<OrganisationAction, OrganisationSubject> = {
  may(actor, action, subject) {
    if (actor.kind === "service") return "service";
    switch (action) {
      case "organisation.list":
        return "anyone";
      case "organisation.read":
        return subject.published ? "anyone" : colleague(actor, subject.area);
      case "organisation.see-all":
        return colleague(actor, subject.area);
      case "organisation.write":
        return roleInArea(actor, subject.area, WRITERS) ?? nationalAdministrator(actor);
    }
  },
  quiet: ["organisation.list", "organisation.read", "organisation.see-all"],
};

function colleague(actor: Actor, area: AreaId): Role | undefined {
  return touches(actor, area) ? roleAnywhere(actor, COLLEAGUES) : undefined;
}

function nationalAdministrator(actor: Actor): Role | undefined {
  return actor.kind === "person" && actor.reach === "all"
    ? roleAnywhere(actor, ["administrator"])
    : undefined;
}

export const subjectOf = (
  organisation: Readonly<{ id?: string; areaId: AreaId; published: boolean }>,
): OrganisationSubject => ({
  type: "organisation",
  ...(organisation.id === undefined ? {} : { id: organisation.id }),
  area: organisation.areaId,
  published: organisation.published,
});

/** The areas whose organisations the actor may write; "all" for who may write everywhere. */
export function writableAreas(actor: Actor): readonly AreaId[] | "all" {
  if (actor.kind === "service" || nationalAdministrator(actor)) return "all";
  if (actor.kind !== "person") return [];
  const held = actor.memberships.filter((membership) => WRITERS.includes(membership.role));
  return [...new Set(held.flatMap((membership) => membership.areas))];
}
