import { expect, it } from "vitest";
import { type Actor, ROLES } from "#foundation/actors/public.ts";
import type { AreaId, OrganisationId, UserId } from "#platform/kernel/ids.ts";
import { person } from "#test/person.ts";
import { MODULES } from "../modules.ts";
import { ROLE_NAMES } from "./messages.ts";
import { menuFor, openPagesOf, samePageIn } from "./navigation.ts";

const EVERYTHING: Actor = {
  kind: "person",
  userId: "u" as UserId,
  name: "All roles",
  memberships: (Object.keys(ROLE_NAMES) as (keyof typeof ROLE_NAMES)[]).map((role) => ({
    organisationId: "o" as OrganisationId,
    role,
    areas: ["sma-32-02" as AreaId],
  })),
  reach: "all",
};

it("leads everybody who signs in back to today", () => {
  for (const role of ROLES)
    expect([role, menuFor(person(role, "sma-32-02" as AreaId), "hamada").flat()[0]?.to]).toEqual([
      role,
      "/today",
    ]);
});

it("shows what an operator alone may do to administrators of the nation, not to those of an area", () => {
  const ofArea = person("administrator", "sma-32-02" as AreaId);
  const shown = (actor: Actor) =>
    menuFor(actor, "hamada")
      .flat()
      .some(({ to }) => to === "/exchange");
  expect([shown({ ...ofArea, reach: "all" } as Actor), shown(ofArea)]).toEqual([true, false]);
});

it("marks an entry also on the pages beneath it, but where another entry stands beneath", () => {
  const entries = menuFor(EVERYTHING, "hamada").flat();
  const beneath = (to: string) => entries.some((other) => other.to.startsWith(`${to}/`));
  for (const { label, to, end } of entries) expect([label, end]).toEqual([label, beneath(to)]);
});

it.each([
  ["/areas/hamada/council", "/areas/oda/council"],
  ["/areas/hamada/plan/issues/x", "/areas/oda/plan"],
  ["/areas/hamada/publication", "/areas/oda"],
  ["/areas/hamada", "/areas/oda"],
  ["/today", "/areas/oda"],
  ["/organisations", "/areas/oda"],
])("leads from %s to the same kind of page of another area: %s", (from, to) => {
  const oda = { id: "sma-32-04" as AreaId, slug: "oda" };
  const member = person("member", oda.id);
  expect(samePageIn(member, from, "hamada", oda)).toBe(to);
  expect(samePageIn(person("provider", oda.id), from, "hamada", oda)).toBe("/areas/oda");
});

it("shows who has no menu the pages of an area that are there, in their language", async () => {
  const routes = await Promise.all(MODULES.map(async (one) => (await one.routes?.())?.pages ?? []));
  const there = new Set(routes.flat().map(({ path }) => `/${path}`));
  const pages = openPagesOf(":area", "ja");
  expect(pages[0]).toEqual({ to: "/areas/:area", label: "健康プロフィール" });
  expect(pages.filter(({ to }) => !there.has(to))).toEqual([]);
  expect(openPagesOf("hamada", "en")[0]).toEqual({ to: "/areas/hamada?lang=en", label: "Health profile" });
});
