import { type Actor, type Role, roleAnywhere, roleInArea } from "#foundation/actors/public.ts";
import {
  anyOf,
  anyone,
  definePolicy,
  type Permit,
  type Rule,
  roleAbove,
  roleHere,
  type Subject,
  services,
  signedIn,
} from "#foundation/authority/public.ts";
import type { AreaId } from "#platform/kernel/ids.ts";

/** `related` are the areas that share territory with the subject's: who serves one of them works with its facts. */
export type AreaSubject = Subject & Readonly<{ related?: readonly AreaId[] }>;

/** Who works with an area's facts and so sees what is not published yet. A workplace and a reception see what everyone sees. */
const STAFF: readonly Role[] = [
  "coordinator",
  "administrator",
  "caseworker",
  "supervisor",
  "analyst",
  "provider",
  "member",
  "auditor",
];

const staffAround: Rule<AreaSubject> = (actor, { area, related = [] }) =>
  [area, ...related].map((one) => roleInArea(actor, one, STAFF)).find((role) => role !== undefined);

const ofTheNation =
  (...roles: readonly Role[]): Rule =>
  (actor) =>
    actor.kind === "person" && actor.reach === "all" ? roleAnywhere(actor, roles) : undefined;

/** Who decides what of an area's facts anyone may see. */
const publishers = anyOf(roleHere("coordinator", "administrator"), ofTheNation("administrator"));

/**
 * Coordinators bring figures in for the areas that they work for, administrators for any that they reach. The figures
 * themselves are held to the person's reach once more, row by row.
 */
const importers = anyOf(roleHere("coordinator"), roleAbove("administrator"));

/** Who brings figures in for some area. */
const importersSomewhere: Rule = (actor) => roleAnywhere(actor, ["coordinator", "administrator"]);

const importJob = services("import");

export const indicatorPolicy = definePolicy(
  {
    "indicator.list": anyone,
    "indicator.load": services("reference"),
    "fact.load-demonstration": services("demonstration"),
    "observation.list": anyone,
    "indicator.list-fhir": anyone,
    "observation.list-fhir": anyone,
    "api-area.search": anyone,
    "api-area.read": anyone,
    "profile.read": anyone,
    "district.read": anyone,
    "similar-area.list": anyone,
    "profile.read-unpublished": anyOf(staffAround, ofTheNation("administrator", "auditor"), services("cli")),
    "secretariat.find": anyone,
    "publication.read": publishers,
    "publication.decide": anyOf(publishers, services("demonstration")),
    "profile.publish": anyOf(publishers, services("demonstration")),
    "profile.unpublish": publishers,
    "import.list": anyOf(importersSomewhere, services("cli")),
    "import.list-areas": importersSomewhere,
    "import.list-waiting": signedIn,
    "import.read": anyOf(importers, services("cli", "demonstration")),
    "import.read-rejected": importers,
    "import.begin": anyOf(importers, services("cli", "demonstration")),
    "import.match": importers,
    "import.check": importers,
    "import.take": anyOf(importers, services("cli", "demonstration")),
    "import.cancel": anyOf(importers, services("cli", "demonstration")),
    "import.withdraw": anyOf(importers, services("cli")),
    "import.inspect": services("cli"),
    "import.find-file": services("demonstration"),
    "import.list-under-way": importJob,
    "import.run": importJob,
    "import.fail": importJob,
  },
  {
    // Facts about an area concern no person; what is published is decided once and that is audited.
    quiet: [
      "indicator.list",
      "observation.list",
      "indicator.list-fhir",
      "observation.list-fhir",
      "api-area.search",
      "api-area.read",
      "profile.read",
      "district.read",
      "similar-area.list",
      "profile.read-unpublished",
      "secretariat.find",
      "publication.read",
      "import.list",
      "import.list-areas",
      "import.list-waiting",
      "import.read",
      "import.read-rejected",
      "import.inspect",
      "import.find-file",
      "import.list-under-way",
    ],
  },
);

export type IndicatorAction = keyof typeof indicatorPolicy.rights;
export type IndicatorPermit = Permit<IndicatorAction>;
export type ImportPermit = Permit<Extract<IndicatorAction, `import.${string}`>>;

/** The areas for which somebody may bring figures in; `all` where any. */
export function importAreas(actor: Actor): readonly AreaId[] | "all" {
  if (actor.kind === "service") return "all";
  if (actor.kind !== "person") return [];
  if (actor.reach === "all" && roleAnywhere(actor, ["administrator"])) return "all";
  const held = actor.memberships.filter(({ role }) => role === "coordinator" || role === "administrator");
  return [...new Set(held.flatMap(({ areas }) => areas))];
}
