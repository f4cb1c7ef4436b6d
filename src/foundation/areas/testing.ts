import type { Examples, PageGuards } from "#foundation/authority/testing.ts";

/** Three towns in the layout of the postal service. */
const TOWNS = new URL("../../../test/towns.csv", import.meta.url);

const only =
  (target: Readonly<Record<string, unknown>>): Examples[string] =>
  async ({ state }) =>
    state === "standing" ? { target } : undefined;

/** How the role matrix tries each command and query of the areas. */
export const examples: Examples = {
  "area.find": only({ text: "浜田" }),
  "area.search": only({ text: "浜田" }),
  "area.browse": only({ text: "浜田" }),
  "area.read": async ({ area, state }) => (state === "standing" ? { target: { ids: [area] } } : undefined),
  "area.find-edition": only({}),
  "area.load": only({}),
  "town.load": async ({ state }) =>
    state === "standing" ? { target: {}, input: { file: TOWNS.pathname } } : undefined,
};

/** Which use-case must grant each page. */
export const pages: PageGuards = {
  areas: "open",
};
