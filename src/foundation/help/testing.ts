import type { PageGuards } from "#foundation/authority/testing.ts";

/** Which use-case must grant each page. */
export const pages: PageGuards = { "handbook/:part?": "open", glossary: "open", "whats-new": "open" };
