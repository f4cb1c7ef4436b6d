import { anyone, definePolicy, type Permit, services } from "#foundation/authority/public.ts";

/**
 * Anyone searches; of what was found each module's own policy says who sees it. Only the service `search` writes words
 * down.
 */
export const searchPolicy = definePolicy(
  {
    "search.find": anyone,
    "search.refresh": services("search"),
  },
  { quiet: ["search.find", "search.refresh"] },
);
export type SearchPermit = Permit<keyof typeof searchPolicy.rights>;
