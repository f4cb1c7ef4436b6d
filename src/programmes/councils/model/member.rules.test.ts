import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Actor, ROLES, VISITOR } from "#foundation/actors/public.ts";
import type { AreaId, OrganisationId, UserId } from "#platform/kernel/ids.ts";
import { plainDate } from "#platform/kernel/plain-date.ts";
import { type CouncilAction, councilPolicy } from "../access.ts";
import { inTerm, inTermDuring, missingSectors } from "./member.rules.ts";

const TODAY = plainDate("2026-11-22");
const seat = (sector: string, termFrom: string | null = null, termTo: string | null = null) => ({
  sector,
  termFrom: termFrom === null ? null : plainDate(termFrom),
  termTo: termTo === null ? null : plainDate(termTo),
});

describe("missing sectors", () => {
  it("counts present members only", () => {
    const all = missingSectors("area_council", [], TODAY).map((sector) => seat(sector));
    expect(all.length).toBeGreaterThan(10);
    expect(missingSectors("area_council", all, TODAY)).toEqual([]);
    const past = all.map((one) => (one.sector === "insurer" ? seat("insurer", null, "2026-03-31") : one));
    expect(missingSectors("area_council", past, TODAY)).toEqual(["insurer"]);
    expect(missingSectors("area_council", past, plainDate("2026-03-31"))).toEqual([]);
  });
  it("asks nothing of a working group", () => expect(missingSectors("working_group", [], TODAY)).toEqual([]));
});

it.each([
  [null, null, true, true],
  ["2026-11-22", "2026-11-22", true, true],
  ["2026-11-23", null, false, true],
  [null, "2026-11-21", false, true],
  ["2027-04-01", null, false, false],
  [null, "2026-03-31", false, false],
])("a term from %s to %s: today %s, this fiscal year %s", (from, to, today, year) => {
  expect(inTerm(seat("x", from, to), TODAY)).toBe(today);
  expect(inTermDuring(seat("x", from, to), plainDate("2026-04-01"), plainDate("2027-03-31"))).toBe(year);
});

describe("who may do what with a council", () => {
  const HERE = "sma-32-02" as AreaId;
  const NEAR = "sma-32-03" as AreaId;
  const may = (actor: Actor, action: CouncilAction) =>
    councilPolicy.may(actor, action, { type: "council", area: HERE });
  it("holds for every role, place and action", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ROLES),
        fc.subarray([HERE, NEAR]),
        fc.subarray([HERE, NEAR]),
        (role, areas, reach) => {
          const actor: Actor = {
            kind: "person",
            userId: "u" as UserId,
            name: "u",
            memberships: [{ organisationId: "o" as OrganisationId, role, areas }],
            reach: [...new Set([...areas, ...reach])],
          };
          const here = areas.includes(HERE);
          const above = reach.includes(HERE) && ["coordinator", "administrator", "auditor"].includes(role);
          const near = here && ["coordinator", "administrator", "auditor"].includes(role);
          const granted = (action: CouncilAction) => may(actor, action) !== undefined;
          expect(granted("body.change")).toBe(here && role === "coordinator");
          expect(granted("body.list-parents")).toBe(granted("body.change"));
          expect(granted("meeting-comment.write")).toBe(
            here && (role === "coordinator" || role === "member"),
          );
          expect(granted("meeting.list")).toBe((here && role === "member") || near || above);
          // Signed in, a seat answers as it does by a link.
          expect(granted("poll.answer")).toBe(granted("meeting-comment.write"));
          expect(granted("poll.enter")).toBe(granted("body.change"));
          expect(granted("board.read")).toBe(true);
        },
      ),
      { seed: 4 },
    );
    expect(may(VISITOR, "meeting.list")).toBeUndefined();
  });
});
