import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Actor, ROLES, VISITOR } from "#foundation/actors/public.ts";
import type { AreaId, OrganisationId, UserId } from "#platform/kernel/ids.ts";
import { type ProfileAction, profilePolicy } from "./access.ts";

const HERE = "14150" as AreaId;
const NEAR = "lso-14-sagamihara" as AreaId;
const ELSEWHERE = "sma-32-02" as AreaId;

const ACTIONS: readonly ProfileAction[] = [
  "profile.read",
  "profile.read-unpublished",
  "profile.see-publication",
  "profile.publish",
  "profile.unpublish",
];
const membership = fc.record({
  organisationId: fc.constant("o" as OrganisationId),
  role: fc.constantFrom(...ROLES),
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
const may = (actor: Actor, action: ProfileAction) => profilePolicy.may(actor, action, subject);

describe("profilePolicy", () => {
  it("lets anyone read what is published and nobody without a session do more", () => {
    for (const action of ACTIONS)
      expect(may(VISITOR, action)).toBe(action === "profile.read" ? "anyone" : undefined);
  });

  it("shows the unpublished to staff of the area or of one that shares its territory, never to workplaces", () => {
    fc.assert(
      fc.property(person, (actor) => {
        const staff = actor.memberships.some(
          ({ role, areas }) => role !== "workplace" && (areas.includes(HERE) || areas.includes(NEAR)),
        );
        const nationwide =
          actor.reach === "all" &&
          actor.memberships.some(({ role }) => role === "administrator" || role === "auditor");
        expect(may(actor, "profile.read-unpublished") !== undefined).toBe(staff || nationwide);
      }),
      { seed: 20_260_401, numRuns: 500 },
    );
  });

  it("lets only the area's own secretariat and administrators decide what is public", () => {
    fc.assert(
      fc.property(person, fc.constantFrom(...ACTIONS.slice(2)), (actor, action) => {
        const own = actor.memberships.some(
          ({ role, areas }) => ["coordinator", "administrator"].includes(role) && areas.includes(HERE),
        );
        const nationwide =
          actor.reach === "all" && actor.memberships.some(({ role }) => role === "administrator");
        expect(may(actor, action) !== undefined).toBe(own || nationwide);
      }),
      { seed: 20_260_401, numRuns: 500 },
    );
  });
});
