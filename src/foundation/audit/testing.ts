import type { Examples, PageGuards } from "#foundation/authority/testing.ts";

const only =
  (target: Readonly<Record<string, unknown>>): Examples[string] =>
  async ({ state }) =>
    state === "standing" ? { target } : undefined;

/** How the role matrix tries each command and query of the audit log. */
export const examples: Examples = {
  "audit.read": only({}),
  "audit.export": only({}),
  "audit.export-more": only({}),
  "audit.verify": only({}),
  "audit.walk": only({ notedHeads: [] }),
  "audit.find-unsealed": only({}),
  "audit.seal": async ({ area, state }) =>
    state === "standing" ? { target: { area, stragglersMs: 0 } } : undefined,
};

/** Which use-case must grant each page. */
export const pages: PageGuards = {
  audit: "audit.read",
  "audit.csv": "audit.export",
  "audit.xlsx": "audit.export",
};
