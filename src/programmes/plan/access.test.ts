import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Actor, ROLES, type Role, service, VISITOR } from "#foundation/actors/public.ts";
import type { AreaId, OrganisationId, UserId } from "#platform/kernel/ids.ts";
import { type PlanAction, planPolicy } from "./access.ts";

const HERE = "sma-32-02" as AreaId;
const ABOVE = "32" as AreaId;
const ELSEWHERE = "14150" as AreaId;
const OWN = "own" as OrganisationId;
const OTHER = "other" as OrganisationId;
const ACTIONS: readonly PlanAction[] = [
  "plan.read",
  "plan.comment",
  "plan.edit",
  "plan.read-to-edit",
  "plan.publish",
  "plan.read-published",
  "activity.record",
  "activity-import.withdraw",
  "activity-import.restore",
];

const person = (role: Role, areas: readonly AreaId[], reach: readonly AreaId[] | "all"): Actor => ({
  kind: "person",
  userId: "u" as UserId,
  name: "u",
  memberships: [{ organisationId: OWN, role, areas }],
  reach,
});

const may = (actor: Actor, action: PlanAction, host?: OrganisationId) =>
  planPolicy.may(actor, action, { type: "plan", area: HERE, ...(host ? { host } : {}) });

describe("who may do what with a plan", () => {
  it("lets nobody but the secretariat and the system edit, publish or take imports back, whoever asks", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ROLES),
        fc.subarray([HERE, ABOVE, ELSEWHERE]),
        fc.oneof(fc.constant("all" as const), fc.subarray([HERE, ABOVE, ELSEWHERE])),
        fc.constantFrom<PlanAction>(
          "plan.edit",
          "plan.read-to-edit",
          "plan.publish",
          "activity-import.withdraw",
          "activity-import.restore",
        ),
        (role, areas, reach, action) => {
          const granted = may(person(role, areas, reach), action) !== undefined;
          expect(granted).toBe(role === "coordinator" && areas.includes(HERE));
        },
      ),
      { seed: 4 },
    );
  });

  it("lets the secretariat and members of the area itself comment, and nobody else", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ROLES),
        fc.subarray([HERE, ABOVE, ELSEWHERE]),
        fc.oneof(fc.constant("all" as const), fc.subarray([HERE, ABOVE, ELSEWHERE])),
        (role, areas, reach) => {
          const granted = may(person(role, areas, reach), "plan.comment") !== undefined;
          expect(granted).toBe(["coordinator", "member"].includes(role) && areas.includes(HERE));
        },
      ),
      { seed: 4 },
    );
  });

  it("lets a member enter the activities of the own organisation alone", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ROLES),
        fc.subarray([HERE, ELSEWHERE]),
        fc.constantFrom(undefined, OWN, OTHER),
        (role, areas, host) => {
          const granted = may(person(role, areas, areas), "activity.record", host) !== undefined;
          const secretariat = role === "coordinator" && areas.includes(HERE);
          expect(granted).toBe(secretariat || (role === "member" && areas.includes(HERE) && host === OWN));
        },
      ),
      { seed: 4 },
    );
  });

  it.each([
    ["the prefecture", person("coordinator", [ABOVE], [ABOVE, HERE]), true],
    ["the auditor of the nation", person("auditor", [], "all"), true],
    ["a member", person("member", [HERE], [HERE]), true],
    ["a neighbour", person("coordinator", [ELSEWHERE], [ELSEWHERE]), false],
    ["a workplace of the area", person("workplace", [HERE], [HERE]), false],
    ["a supporter further up", person("provider", [ABOVE], [ABOVE, HERE]), false],
    ["somebody without a session", VISITOR, false],
  ])("%s reads the plan: %s", (_who, actor, reads) => {
    expect(may(actor, "plan.read") !== undefined).toBe(reads);
    expect(may(actor, "plan.read-published")).toBe("anyone");
  });

  it("lets the system do all of it", () => {
    for (const action of ACTIONS) expect(may(service("cli"), action)).toBeDefined();
  });
});
