import { type Examples, type PageGuards, standing } from "#foundation/authority/testing.ts";

/** How the role matrix tries the state of the installation. */
export const examples: Examples = {
  "operation.read": standing(() => ({ target: {} })),
  "operation.tell": standing(() => ({ target: {} })),
};

/** Which use-case must grant each page. */
export const pages: PageGuards = { operation: "operation.read", metrics: "open" };
