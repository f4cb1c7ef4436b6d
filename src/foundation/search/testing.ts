import { type Examples, type PageGuards, standing } from "#foundation/authority/testing.ts";

/** How the role matrix tries the search. */
export const examples: Examples = {
  "search.find": standing(() => ({ target: { text: "浜田", kinds: [], most: 5 } })),
  "search.refresh": standing(() => ({ target: {}, input: { kinds: [], anew: false } })),
};

/** Which use-case must grant each page. */
export const pages: PageGuards = { search: "open" };
