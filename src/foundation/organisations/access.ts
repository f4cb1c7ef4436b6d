import { type Actor, type Role, roleAnywhere, touches } from "#foundation/actors/public.ts";
import {
  anyOf,
  anyone,
  definePolicy,
  type Rule,
  roleHere,
  type Subject,
  services,
  where,
} from "#foundation/authority/public.ts";
import type { AreaId } from "#platform/kernel/ids.ts";

export type OrganisationSubject = Subject & Readonly<{ published: boolean }>;

/** Who works together in an area and so sees each other's offices. A workplace and a reception see what anyone sees. */
const COLLEAGUES: readonly Role[] = [
  "coordinator",
  "provider",
  "member",
  "caseworker",
  "supervisor",
  "analyst",
  "administrator",
  "auditor",
];
const WRITERS: readonly Role[] = ["coordinator", "administrator"];

const colleagues: Rule = (actor, { area }) =>
  touches(actor, area) ? roleAnywhere(actor, COLLEAGUES) : undefined;

const nationalAdministrator: Rule = (actor) =>
  actor.kind === "person" && actor.reach === "all" ? roleAnywhere(actor, ["administrator"]) : undefined;

/** Coordinators and administrators of the home area, administrators of the nation. */
const writers = anyOf(roleHere(...WRITERS), nationalAdministrator);

/** Who brings lists in for an area, and the command line. Each row is held to where its sender may write. */
const importers = anyOf(writers, services("cli"));
const importJob = services("import");

/** Who may write in some area; of a list, each row is asked about by itself. */
const writersSomewhere: Rule = (actor) => roleAnywhere(actor, WRITERS);

/**
 * Anyone lists, and reads what is published; the rest, the contacts and remarks are for the colleagues of the area.
 * `see-all` is asked of each row of a list.
 */
export const organisationPolicy = definePolicy(
  {
    "organisation.list": anyone,
    "organisation.export": anyone,
    "organisation.read": anyOf<OrganisationSubject>(
      where<OrganisationSubject>(({ published }) => published, anyone),
      colleagues,
    ),
    "organisation.see-all": colleagues,
    "organisation.read-to-edit": writers,
    "organisation.list-homes": writersSomewhere,
    "organisation.add": anyOf(writers, services("demonstration", "import")),
    "organisation.change": anyOf(writers, services("import")),
    "organisation-import.list": writersSomewhere,
    "organisation-import.read": importers,
    "organisation-import.read-rejected": writers,
    "organisation-import.begin": importers,
    "organisation-import.match": writers,
    "organisation-import.check": writers,
    "organisation-import.take": importers,
    "organisation-import.cancel": importers,
    "organisation-import.withdraw": writers,
    "organisation-import.restore": writers,
    "organisation-import.list-under-way": importJob,
    "organisation-import.run": importJob,
    "organisation-import.fail": importJob,
    "organisation.load-samples": services("demonstration"),
  },
  {
    quiet: [
      "organisation.list",
      "organisation.export",
      "organisation.read",
      "organisation.see-all",
      "organisation.read-to-edit",
      "organisation.list-homes",
      "organisation-import.list",
      "organisation-import.read",
      "organisation-import.read-rejected",
      "organisation-import.list-under-way",
    ],
  },
);

export type OrganisationAction = keyof typeof organisationPolicy.rights;

export const subjectOf = (
  organisation: Readonly<{ id?: string; areaId: AreaId; published: boolean }>,
): OrganisationSubject => ({
  type: "organisation",
  ...(organisation.id === undefined ? {} : { id: organisation.id }),
  area: organisation.areaId,
  published: organisation.published,
});

/** Organisations of an area taken together, or of all areas. */
export const listIn = (area: AreaId = "jp" as AreaId): OrganisationSubject => ({
  type: "organisation",
  area,
  published: true,
});

/** The areas whose organisations the actor may write; "all" for who may write everywhere. */
export function writableAreas(actor: Actor): readonly AreaId[] | "all" {
  if (actor.kind !== "person") return [];
  if (nationalAdministrator(actor, listIn())) return "all";
  const held = actor.memberships.filter((membership) => WRITERS.includes(membership.role));
  return [...new Set(held.flatMap((membership) => membership.areas))];
}
