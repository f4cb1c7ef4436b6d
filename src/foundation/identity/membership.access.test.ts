import fc from "fast-check";
import { expect, it } from "vitest";
import { type Actor, ROLES, type Role, service, VISITOR } from "#foundation/actors/public.ts";
import type { AreaId, OrganisationId, UserId } from "#platform/kernel/ids.ts";
import { memberPolicy, offerableRoles, RESERVED } from "./membership.access.ts";

const AREAS = ["jp", "32", "sma-32-02", "14150"] as AreaId[];
const ACTIONS = [
  "member.list",
  "member.export",
  "member.invite",
  "member.invite-again",
  "member.withdraw-invitation",
  "member.end",
] as const;

const membership = fc.record({
  organisationId: fc.constant("o" as OrganisationId),
  role: fc.constantFrom(...ROLES),
  areas: fc.subarray(AREAS, { minLength: 1 }),
});
const person = fc
  .array(membership, { maxLength: 3 })
  .map(
    (memberships): Actor => ({ kind: "person", userId: "u" as UserId, name: "n", memberships, reach: "all" }),
  );

const holds = (actor: Actor, role: Role, area: AreaId) =>
  actor.kind === "person" &&
  actor.memberships.some((held) => held.role === role && held.areas.includes(area));

it("lets coordinators and administrators of the area manage members, and administrators of the nation everywhere", () => {
  fc.assert(
    fc.property(
      person,
      fc.constantFrom(...ACTIONS),
      fc.constantFrom(...AREAS),
      fc.option(fc.constantFrom(...ROLES), { nil: undefined }),
      (actor, action, area, role) => {
        const granted = memberPolicy.may(actor, action, {
          type: "membership",
          area,
          ...(role === undefined ? {} : { role }),
        });
        const administers =
          holds(actor, "administrator", area) || holds(actor, "administrator", "jp" as AreaId);
        const coordinates = holds(actor, "coordinator", area);
        const expected = administers || (coordinates && !(role && RESERVED.includes(role)));
        expect(granted !== undefined).toBe(expected);
        if (granted) expect(holds(actor, granted as Role, area) || administers).toBe(true);
      },
    ),
    { seed: 2, numRuns: 500 },
  );
});

it("gives a visitor and a service nothing, not even accepting", () => {
  for (const actor of [VISITOR, service("demonstration"), service("ask")])
    for (const action of [...ACTIONS, "member.accept", "member.join"] as const)
      for (const area of AREAS)
        expect(memberPolicy.may(actor, action, { type: "membership", area })).toBeUndefined();
});

it("lets the holder of an invitation accept that one, and do nothing else", () => {
  const area = AREAS[2]!;
  const holder: Actor = { kind: "holder", purpose: "invitation", area, subject: "i", detail: {} };
  const invitation = { type: "invitation", area, id: "i" };
  for (const action of ["member.accept", "member.join", "member.read-invitation"] as const) {
    expect(memberPolicy.may(holder, action, invitation)).toBe("holder");
    expect(memberPolicy.may(holder, action, { ...invitation, id: "other" })).toBeUndefined();
    expect(memberPolicy.may({ ...holder, purpose: "answer" }, action, invitation)).toBeUndefined();
  }
  for (const action of ACTIONS) expect(memberPolicy.may(holder, action, invitation)).toBeUndefined();
});

it("never offers a role that could not be given", () => {
  fc.assert(
    fc.property(person, fc.constantFrom(...AREAS), (actor, area) => {
      for (const role of ROLES)
        expect(offerableRoles(actor, area, ROLES).includes(role)).toBe(
          memberPolicy.may(actor, "member.invite", { type: "membership", area, role }) !== undefined,
        );
    }),
    { seed: 3 },
  );
});
