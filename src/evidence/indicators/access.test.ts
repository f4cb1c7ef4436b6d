import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Actor, OFFERED_ROLES, service, VISITOR } from "#foundation/actors/public.ts";
import type { AreaId, OrganisationId, UserId } from "#platform/kernel/ids.ts";
import { OUTSIDE_THE_STAFF } from "#test/person.ts";
import { type IndicatorAction, importAreas, indicatorPolicy } from "./access.ts";

const HERE = "14150" as AreaId;
const NEAR = "lso-14-sagamihara" as AreaId;
const ELSEWHERE = "sma-32-02" as AreaId;

const PUBLISHING: readonly IndicatorAction[] = [
  "publication.read",
  "publication.decide",
  "profile.publish",
  "profile.unpublish",
];
const IMPORTING: readonly IndicatorAction[] = [
  "import.read",
  "import.read-rejected",
  "import.begin",
  "import.match",
  "import.check",
  "import.take",
  "import.cancel",
  "import.withdraw",
];
const OF_THE_SYSTEM: readonly IndicatorAction[] = [
  "indicator.load",
  "fact.load-demonstration",
  "import.find-file",
  "import.list-under-way",
  "import.run",
  "import.fail",
];
const OPEN: readonly IndicatorAction[] = [
  "indicator.list",
  "observation.list",
  "api-area.search",
  "api-area.read",
  "profile.read",
  "secretariat.find",
  "district.read",
  "similar-area.list",
  "indicator.list-fhir",
  "observation.list-fhir",
];
const ACTIONS = Object.keys(indicatorPolicy.rights) as IndicatorAction[];
const membership = fc.record({
  organisationId: fc.constant("o" as OrganisationId),
  role: fc.constantFrom(...OFFERED_ROLES),
  areas: fc.subarray([HERE, NEAR, ELSEWHERE]),
});
const person = fc
  .record({ memberships: fc.array(membership, { maxLength: 3 }), everywhere: fc.boolean() })
  .map(
    ({ memberships, everywhere }): Extract<Actor, { kind: "person" }> => ({
      kind: "person",
      userId: "u" as UserId,
      name: "u",
      memberships,
      reach: everywhere ? "all" : memberships.flatMap((held) => held.areas),
    }),
  );
const subject = { type: "profile", id: HERE, area: HERE, related: [NEAR] };
const may = (actor: Actor, action: IndicatorAction) => indicatorPolicy.may(actor, action, subject);
const SEED = { seed: 20_260_401, numRuns: 500 };

describe("indicatorPolicy", () => {
  it("lets anyone read what is published and nobody without a session do more", () => {
    for (const action of ACTIONS)
      expect([action, may(VISITOR, action)]).toEqual([action, OPEN.includes(action) ? "anyone" : undefined]);
    expect(importAreas(VISITOR)).toEqual([]);
  });

  it("leaves the system's own work to the system, and the rest of it to people", () => {
    fc.assert(
      fc.property(person, fc.constantFrom(...OF_THE_SYSTEM), (actor, action) => {
        expect(may(actor, action)).toBeUndefined();
      }),
      SEED,
    );
    const granted = (name: string) =>
      ACTIONS.filter((action) => !OPEN.includes(action) && may(service(name), action) === "service").sort();
    expect(granted("cli")).toEqual([
      "import.begin",
      "import.cancel",
      "import.inspect",
      "import.list",
      "import.read",
      "import.take",
      "import.withdraw",
      "profile.read-unpublished",
    ]);
    expect(granted("import")).toEqual(["import.fail", "import.list-under-way", "import.run"]);
    expect(granted("ask")).toEqual([]);
    expect(granted("anything else")).toEqual([]);
  });

  it("lets coordinators of the area and administrators who reach it bring figures in, and nobody else", () => {
    fc.assert(
      fc.property(person, fc.constantFrom(...IMPORTING), (actor, action) => {
        const coordinator = actor.memberships.some(
          ({ role, areas }) => role === "coordinator" && areas.includes(HERE),
        );
        const administrator =
          actor.memberships.some(({ role }) => role === "administrator") &&
          (actor.reach === "all" || actor.reach.includes(HERE));
        expect(may(actor, action) !== undefined).toBe(coordinator || administrator);
      }),
      SEED,
    );
  });

  it("shows the unpublished to staff of the area or of one that shares its territory, never to workplaces or a reception", () => {
    fc.assert(
      fc.property(person, (actor) => {
        const staff = actor.memberships.some(
          ({ role, areas }) =>
            !OUTSIDE_THE_STAFF.includes(role) && (areas.includes(HERE) || areas.includes(NEAR)),
        );
        const nationwide =
          actor.reach === "all" &&
          actor.memberships.some(({ role }) => role === "administrator" || role === "auditor");
        expect(may(actor, "profile.read-unpublished") !== undefined).toBe(staff || nationwide);
      }),
      SEED,
    );
  });

  it("lets only the area's own secretariat and administrators decide what is public", () => {
    fc.assert(
      fc.property(person, fc.constantFrom(...PUBLISHING), (actor, action) => {
        const own = actor.memberships.some(
          ({ role, areas }) => ["coordinator", "administrator"].includes(role) && areas.includes(HERE),
        );
        const nationwide =
          actor.reach === "all" && actor.memberships.some(({ role }) => role === "administrator");
        expect(may(actor, action) !== undefined).toBe(own || nationwide);
      }),
      SEED,
    );
  });
});
