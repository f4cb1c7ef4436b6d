import type { Examples, PageGuards } from "#foundation/authority/testing.ts";

export const examples: Examples = {};

/** Which use-case must grant each page. */
export const pages: PageGuards = { "fhir/*": "open" };
