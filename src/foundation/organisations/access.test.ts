import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Actor, OFFERED_ROLES, type Role, service, VISITOR } from "#foundation/actors/public.ts";
import type { AreaId, OrganisationId, UserId } from "#platform/kernel/ids.ts";
import { OUTSIDE_THE_STAFF } from "#test/person.ts";
import { listIn, type OrganisationAction, organisationPolicy, subjectOf, writableAreas } from "./access.ts";

const HERE = "sma-32-02" as AreaId;
const ELSEWHERE = "14150" as AreaId;

type Held = { role: Role; where: "here" | "elsewhere" };

const actorOf = (held: readonly Held[], reach: "here" | "elsewhere" | "all"): Actor => ({
  kind: "person",
  userId: "u" as UserId,
  name: "u",
  memberships: held.map(({ role, where }) => ({
    organisationId: "o" as OrganisationId,
    role,
    areas: [where === "here" ? HERE : ELSEWHERE],
  })),
  reach: reach === "all" ? "all" : [reach === "here" ? HERE : ELSEWHERE],
});

const held = fc.uniqueArray(
  fc.record({
    role: fc.constantFrom(...OFFERED_ROLES),
    where: fc.constantFrom("here" as const, "elsewhere" as const),
  }),
  { selector: ({ role, where }) => role + where, maxLength: 4 },
);
const combination = fc.record({
  held,
  reach: fc.constantFrom("here" as const, "elsewhere" as const, "all" as const),
  published: fc.boolean(),
});
const run = { seed: 40, numRuns: 3000 };
const subject = (published: boolean) => subjectOf({ id: "x", areaId: HERE, published });
const may = organisationPolicy.may;

describe("who may do what with organisations", () => {
  it("lets anyone list, and read what is published", () => {
    fc.assert(
      fc.property(combination, ({ held, reach, published }) => {
        for (const actor of [actorOf(held, reach), VISITOR]) {
          expect(may(actor, "organisation.list", subject(published))).toBe("anyone");
          if (published) expect(may(actor, "organisation.read", subject(true))).toBe("anyone");
        }
      }),
      run,
    );
  });

  it("shows what is not public only to colleagues who reach the area", () => {
    fc.assert(
      fc.property(combination, ({ held, reach }) => {
        const actor = actorOf(held, reach);
        const colleague = reach !== "elsewhere" && held.some(({ role }) => !OUTSIDE_THE_STAFF.includes(role));
        for (const action of ["organisation.read", "organisation.see-all"] as const)
          expect(may(actor, action, subject(false)) !== undefined).toBe(colleague);
        expect(may(VISITOR, "organisation.see-all", subject(true))).toBeUndefined();
      }),
      run,
    );
  });

  it.each(["organisation.add", "organisation.change", "organisation.read-to-edit"] as const)(
    "lets only coordinators and administrators of the area, and administrators of the nation: %s",
    (action) => {
      fc.assert(
        fc.property(combination, ({ held, reach, published }) => {
          const actor = actorOf(held, reach);
          const local = held.some(
            ({ role, where }) => where === "here" && (role === "coordinator" || role === "administrator"),
          );
          const national = reach === "all" && held.some(({ role }) => role === "administrator");
          expect(may(actor, action, subject(published)) !== undefined).toBe(local || national);
          const areas = writableAreas(actor);
          expect(areas === "all" || areas.includes(HERE)).toBe(local || national);
        }),
        run,
      );
    },
  );

  it("lets whoever writes somewhere bring in a list, whose rows are asked about one by one", () => {
    fc.assert(
      fc.property(combination, ({ held, reach }) => {
        const actor = actorOf(held, reach);
        const writes = held.some(({ role }) => role === "coordinator" || role === "administrator");
        for (const action of ["organisation-import.list", "organisation.list-homes"] as const)
          expect(may(actor, action, listIn()) !== undefined).toBe(writes);
      }),
      run,
    );
  });

  it("lets the system do what it is there for, and the visitor write nothing", () => {
    expect(may(service("cli"), "organisation-import.take", listIn())).toBe("service");
    expect(may(service("demonstration"), "organisation.add", subject(true))).toBe("service");
    expect(may(service("demonstration"), "organisation.change", subject(true))).toBeUndefined();
    for (const name of ["ask", "board", "mail"])
      for (const action of Object.keys(organisationPolicy.rights) as OrganisationAction[])
        expect([undefined, "anyone"]).toContain(may(service(name), action, subject(true)));
    for (const published of [true, false])
      expect(may(VISITOR, "organisation.change", subject(published))).toBeUndefined();
    expect(writableAreas(VISITOR)).toEqual([]);
  });
});
