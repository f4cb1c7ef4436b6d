import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Actor, ROLES, service, VISITOR } from "#foundation/actors/public.ts";
import type { AreaId, OrganisationId, UserId } from "#platform/kernel/ids.ts";
import { importAreas, importPolicy } from "./access.ts";
import { ACTIONS, keepsFile, mayInState, TRANSITIONS, UNDER_WAY } from "./rules.ts";
import { STATES } from "./schema.ts";

describe("states", () => {
  it("lets nobody act while the work moves the import on, but for giving up a check", () => {
    expect(UNDER_WAY.map((state) => [state, TRANSITIONS[state]])).toEqual([
      ["checking", ["cancel"]],
      ["importing", []],
    ]);
  });

  it("takes back only what was taken in, and takes in only what was checked", () => {
    const table = STATES.flatMap((state) =>
      ACTIONS.filter((action) => mayInState(state, action)).map((action) => `${state} ${action}`),
    );
    expect(table.filter((line) => line.endsWith("withdraw"))).toEqual(["done withdraw"]);
    expect(table.filter((line) => line.endsWith(" take"))).toEqual(["ready take"]);
  });

  it("forgets the file at every end", () => {
    expect(STATES.filter((state) => !keepsFile(state))).toEqual(["done", "failed", "cancelled", "withdrawn"]);
  });
});

describe("access", () => {
  const AREAS = ["14150", "sma-32-02", "jp"] as AreaId[];
  const area = fc.constantFrom(...AREAS);
  const membership = fc.record({
    organisationId: fc.constant("o" as OrganisationId),
    role: fc.constantFrom(...ROLES),
    areas: fc.uniqueArray(area),
  });
  const person = fc
    .record({
      memberships: fc.array(membership, { maxLength: 3 }),
      reach: fc.oneof(fc.uniqueArray(area), fc.constant("all" as const)),
    })
    .map(
      ({ memberships, reach }): Actor => ({
        kind: "person",
        userId: "u" as UserId,
        name: "n",
        memberships,
        reach,
      }),
    );
  const act = fc.constantFrom("import.read", "import.prepare", "import.take", "import.withdraw" as const);

  it("is given to coordinators of the area and administrators who reach it, and nobody else", () => {
    fc.assert(
      fc.property(person, act, area, (actor, action, where) => {
        if (actor.kind !== "person") return;
        const coordinator = actor.memberships.some(
          ({ role, areas }) => role === "coordinator" && areas.includes(where),
        );
        const administrator =
          actor.memberships.some(({ role }) => role === "administrator") &&
          (actor.reach === "all" || actor.reach.includes(where));
        const grounds = importPolicy.may(actor, action as "import.read", { type: "import", area: where });
        expect(grounds !== undefined).toBe(coordinator || administrator);
      }),
      { seed: 2, numRuns: 500 },
    );
  });

  it("is never a visitor's, and always the machine's own", () => {
    expect(importPolicy.may(VISITOR, "import.read", { type: "import", area: AREAS[0]! })).toBeUndefined();
    expect(importAreas(VISITOR)).toEqual([]);
    expect(importPolicy.may(service("cli"), "import.take", { type: "import", area: AREAS[0]! })).toBe(
      "service",
    );
  });
});
