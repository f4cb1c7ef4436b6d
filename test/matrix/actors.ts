import { type Actor, ROLES, type Role, service, VISITOR } from "#foundation/actors/public.ts";
import type { Example } from "#foundation/authority/testing.ts";
import type { AreaId, OrganisationId, UserId } from "#platform/kernel/ids.ts";

/** The moment at which the matrix is tried: everybody has just shown who they are. */
const NOW = "2026-11-22T01:00:00Z";

/** The areas of the matrix: the actor's own, one beside it in the same prefecture, and one far away. */
export const AREAS = {
  own: "sma-32-04" as AreaId,
  neighbour: "sma-32-02" as AreaId,
  foreign: "14150" as AreaId,
};
export const ABOVE = "32" as AreaId;
export const NATION = "jp" as AreaId;

export const ORGANISATIONS = {
  own: "0198f2a0-0000-7000-8000-0000000000a1" as OrganisationId,
  other: "0198f2a0-0000-7000-8000-0000000000a2" as OrganisationId,
  neighbour: "0198f2a0-0000-7000-8000-0000000000b1" as OrganisationId,
  foreign: "0198f2a0-0000-7000-8000-0000000000c1" as OrganisationId,
  above: "0198f2a0-0000-7000-8000-0000000000d1" as OrganisationId,
};

const person = (
  role: Role,
  area: AreaId,
  organisationId: OrganisationId,
  reach: readonly AreaId[] | "all",
  facts: readonly AreaId[] = [],
): Actor => ({
  kind: "person",
  userId: `matrix-${role}-${area}` as UserId,
  name: `${role} ${area}`,
  memberships: [{ organisationId, role, areas: [area] }],
  reach,
  facts,
  provenAt: new Date(NOW),
});

const INSIDE: readonly AreaId[] = [ABOVE, AREAS.own, AREAS.neighbour];

/** Each who may come, by the name of the column. */
export const actorsOf = (services: readonly string[]): Readonly<Record<string, Actor>> => ({
  visitor: VISITOR,
  ...Object.fromEntries(
    ROLES.map((role) => [role, person(role, AREAS.own, ORGANISATIONS.own, [AREAS.own], [ABOVE])]),
  ),
  ...Object.fromEntries(
    (["coordinator", "administrator", "auditor"] as const).map((role) => [
      `${role} of the prefecture`,
      person(role, ABOVE, ORGANISATIONS.above, INSIDE),
    ]),
  ),
  "administrator of the nation": person("administrator", NATION, ORGANISATIONS.above, "all"),
  ...Object.fromEntries(services.map((name) => [`<${name}>`, service(name)])),
});

/** Everybody of the matrix, and who holds a link to what the example shows. */
export const everybodyOf = ({ holds = {} }: Example, area: AreaId): Actor[] => [
  ...Object.values(actorsOf([])),
  ...Object.entries(holds).map(([purpose, one]): Actor => {
    const { subject, detail = {} } = typeof one === "string" ? { subject: one } : one;
    return { kind: "holder", purpose, area, subject, detail };
  }),
];

export const secretariatOf = (area: AreaId, organisation: OrganisationId): Actor =>
  person("coordinator", area, organisation, [area]);
