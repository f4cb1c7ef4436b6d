import type { Examples, PageGuards } from "#foundation/authority/testing.ts";

/** Help has no command and no query of its own. */
export const examples: Examples = {};

/** Which use-case must grant each page. */
export const pages: PageGuards = { "handbook/:part?": "open", glossary: "open", "whats-new": "open" };
