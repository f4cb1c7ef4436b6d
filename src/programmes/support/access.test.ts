import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Actor, actorOf, ROLES, type Role, VISITOR } from "#foundation/actors/public.ts";
import type { AreaId, OrganisationId, UserId } from "#platform/kernel/ids.ts";
import { type SupportAction, type SupportSubject, supportPolicy } from "./access.ts";

const HERE = "sma-32-02" as AreaId;
const THERE = "sma-32-03" as AreaId;
const ORGANISATIONS = ["own", "other"] as OrganisationId[];
const ACTIONS: SupportAction[] = [
  "offer.list",
  "offer.write",
  "request.make",
  "request.enter",
  "request.list",
  "request.read",
  "request.file",
  "request.manage",
  "request.own",
  "request.take",
  "enquiry.answer",
  "support.statistics",
  "letter.read",
  "letter.write",
  "calendar.read",
  "calendar.feed",
  "calendar.own",
];

const actors = fc.record({
  role: fc.constantFrom(...ROLES),
  organisationId: fc.constantFrom(...ORGANISATIONS),
  areaId: fc.constantFrom(HERE, THERE),
});
const subjects = fc.record(
  {
    type: fc.constant("request"),
    id: fc.constantFrom("u", "somebody-else"),
    area: fc.constant(HERE),
    workplace: fc.constantFrom(null, ...ORGANISATIONS),
    asked: fc.subarray(ORGANISATIONS),
    passedTo: fc.constantFrom(null, THERE),
    offering: fc.subarray(ORGANISATIONS),
  },
  { requiredKeys: ["type", "id", "area", "workplace", "asked", "passedTo"] },
);
type Held = { role: Role; organisationId: OrganisationId; areaId: AreaId };
const actor = (held: Held): Actor =>
  actorOf({ userId: "u" as UserId, name: "", memberships: [held], reach: [held.areaId] });

/** Who may what, said a second time in other words. */
function expected(held: Held, action: SupportAction, subject: SupportSubject): boolean {
  const { role, organisationId: organisation, areaId } = held;
  if (action === "offer.list" || action === "request.make") return true;
  if (action === "calendar.own" || (action === "calendar.read" && !subject.offering))
    return subject.id === "u" && areaId === HERE;
  if (role === "coordinator" && areaId === HERE) return action !== "request.own" && action !== "request.take";
  if (role === "coordinator")
    return ["request.read", "request.file", "request.take"].includes(action) && subject.passedTo === areaId;
  if (role === "workplace")
    return ["request.own", "request.file"].includes(action) && subject.workplace === organisation;
  if (role === "provider") {
    if (["request.read", "request.file", "enquiry.answer"].includes(action))
      return subject.asked!.includes(organisation);
    return (
      ["offer.write", "calendar.feed", "calendar.read"].includes(action) &&
      subject.offering?.includes(organisation) === true
    );
  }
  if (role === "auditor" || role === "administrator")
    return (action === "request.list" || action === "support.statistics") && areaId === HERE;
  return false;
}

describe("supportPolicy", () => {
  it("grants what the table says and nothing else", () => {
    fc.assert(
      fc.property(actors, fc.constantFrom(...ACTIONS), subjects, (held, action, subject) => {
        expect(supportPolicy.may(actor(held), action, subject) !== undefined).toBe(
          expected(held, action, subject),
        );
      }),
      { seed: 20_261_122, numRuns: 3000 },
    );
  });

  it("lets a visitor ask and see offers, no more", () => {
    const subject: SupportSubject = { type: "request", area: HERE };
    const allowed = ACTIONS.filter((action) => supportPolicy.may(VISITOR, action, subject));
    expect(allowed).toEqual(["offer.list", "request.make"]);
  });
});
