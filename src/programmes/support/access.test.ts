import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Actor, actorOf, ROLES, type Role, service, VISITOR } from "#foundation/actors/public.ts";
import type { AreaId, OrganisationId, UserId } from "#platform/kernel/ids.ts";
import { type SupportAction, type SupportSubject, supportPolicy } from "./access.ts";

const HERE = "sma-32-02" as AreaId;
const THERE = "sma-32-03" as AreaId;
const ORGANISATIONS = ["own", "other"] as OrganisationId[];
const ACTIONS = Object.keys(supportPolicy.rights) as SupportAction[];

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

const ANYONE = [
  ...[
    "request.make",
    "receipt.find",
    "request.follow",
    "offer.public",
    "offer.list",
    "consultation.list",
    "statistics.read",
  ],
];
const SIGNED_IN = ["workplace.list", "request.today", "visit.read-days", "offer.list-of", "enquiry.count-of"];
const CALENDAR = ["calendar.renew", "calendar.end"];
const NOT_THE_SECRETARIATS = ["request.take", "request.return", "request.repeat"];
const LINK_ALONE = [
  "receipt.claim",
  "receipt.may-claim",
  "calendar.feed",
  "enquiry.read",
  "enquiry.file",
  "enquiry.calendar",
  "letter.read-wish",
];

/** Whether those who are signed in may, whatever their role; undefined where it depends on that. */
function alike(action: string): boolean | undefined {
  if (ANYONE.includes(action) || /^(office|place)\./.test(action)) return true;
  if (SIGNED_IN.includes(action) || /^(receipt|enquiry)\.list$/.test(action)) return true;
  if (/^offer-import\.(run|fail|list-under-way)$/.test(action)) return false;
  if (action === "request.list-states") return false;
  if (LINK_ALONE.includes(action) || action === "letter.wish") return false;
  return /\.(due|keep-up|send|forget|serve|publish)$/.test(action) ? false : undefined;
}

/** Who may what, said a second time in other words. */
function expected(held: Held, action: SupportAction, subject: SupportSubject): boolean {
  const { role, organisationId: organisation, areaId } = held;
  const same = alike(action);
  if (same !== undefined) return same;
  if (action === "calendar.list" || (CALENDAR.includes(action) && !subject.offering))
    return subject.id === "u" && areaId === HERE;
  if (/^request\.(give|take)-(bundle|steps)$/.test(action))
    return role === "administrator" && areaId === HERE;
  const workplaces = action.startsWith("receipt.") || /^waiting\.(?!enter)/.test(action);
  if (role === "coordinator" && areaId === HERE) return !workplaces && !NOT_THE_SECRETARIATS.includes(action);
  if (role === "coordinator")
    return (
      ["request.read", "request.file", "request.take", "request.return"].includes(action) &&
      subject.passedTo === areaId
    );
  if (role === "workplace")
    return (
      (workplaces || action === "request.repeat" || action === "request.file") &&
      subject.workplace === organisation
    );
  if (role === "provider") {
    if (
      ["request.read", "request.file", "enquiry.answer", "enquiry.decline", "visit.report"].includes(action)
    )
      return subject.asked!.includes(organisation);
    if (action === "offer.add" || action === "offer.choices") return areaId === HERE;
    return (
      (action.startsWith("offer.") || CALENDAR.includes(action)) &&
      subject.offering?.includes(organisation) === true
    );
  }
  if (role === "auditor" || role === "administrator")
    return ["request.list", "request.export", "statistics.full"].includes(action) && areaId === HERE;
  return false;
}

describe("supportPolicy", () => {
  it("grants what the table says and nothing else", () => {
    fc.assert(
      fc.property(actors, fc.constantFrom(...ACTIONS), subjects, (held, action, subject) => {
        expect([action, supportPolicy.may(actor(held), action, subject) !== undefined]).toEqual([
          action,
          expected(held, action, subject),
        ]);
      }),
      { seed: 20_261_122, numRuns: 6000 },
    );
  });

  const allowed = (who: Actor, subject: SupportSubject) =>
    ACTIONS.filter((action) => supportPolicy.may(who, action, subject) !== undefined);
  const beyondAnyone = (who: Actor, subject: SupportSubject) =>
    allowed(who, subject).filter((action) => !allowed(VISITOR, subject).includes(action));

  it("lets a visitor ask and see what is public, no more", () => {
    const given = allowed(VISITOR, { type: "request", area: HERE });
    expect(given.every((action) => alike(action))).toBe(true);
    expect(given).toContain("request.make");
    expect(given).not.toContain("receipt.list");
  });

  it("lets the holder of a link do what the link is for, to its own subject", () => {
    const holder = (purpose: string): Actor => ({
      ...{ kind: "holder", purpose, area: HERE, subject: "it", detail: { enquiry: "one" } },
    });
    const it = { type: "request", id: "it", area: HERE, enquiry: "one" };
    expect(beyondAnyone(holder("receipt"), it).length).toBeGreaterThan(10);
    expect(beyondAnyone(holder("receipt"), it)).not.toContain("enquiry.answer");
    expect(beyondAnyone(holder("answer"), it)).toEqual([
      "enquiry.read",
      "enquiry.file",
      "enquiry.calendar",
      "enquiry.answer",
      "enquiry.decline",
      "visit.reopen",
      "visit.report",
      "letter.read-wish",
      "letter.wish",
    ]);
    expect(beyondAnyone(holder("again"), it)).toEqual(["request.repeat"]);
    expect(beyondAnyone(holder("feed"), it)).toEqual(["calendar.feed"]);
    for (const purpose of ["receipt", "answer", "again", "feed"]) {
      expect(beyondAnyone(holder(purpose), { ...it, id: "another" })).toEqual([]);
      expect(beyondAnyone(holder(purpose), { ...it, area: THERE })).toEqual([]);
    }
    expect(beyondAnyone(holder("answer"), { ...it, enquiry: "two" })).toEqual([]);
  });

  it("lets a service do its own round alone", () => {
    const subject = { type: "request", area: HERE };
    expect(
      beyondAnyone(service("support"), subject).every((one) =>
        one.match(/due|keep-up|send|forget|serve|publish/),
      ),
    ).toBe(true);
    expect(beyondAnyone(service("link:receipt"), subject)).toEqual([]);
  });
});
