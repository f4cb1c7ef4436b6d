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
  "audit.read-bound": only({}),
  "audit.read-check": only({}),
  "audit.save-check": async ({ state }) =>
    state === "standing"
      ? { target: {}, input: { entries: 0, findings: 0, kinds: [], heads: [] } }
      : undefined,
  "audit.find-waiting": only({}),
  "audit.seal": async ({ area, state }) => (state === "standing" ? { target: { area } } : undefined),
  "audit.read-heads": only({ areas: [], restored: false }),
  "audit.read-today": only({}),
  "audit.read-recent": only({ since: new Date(0), actions: ["request.enter"], kinds: ["request"] }),
};

/** Which use-case must grant each page. */
export const pages: PageGuards = {
  audit: "audit.read",
  "audit.csv": "audit.export",
  "audit.xlsx": "audit.export",
};
