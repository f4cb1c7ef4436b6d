import { query } from "#foundation/authority/public.ts";
import { ok } from "#platform/kernel/result.ts";
import { isLikelyOne } from "../clients/identity.rules.ts";
import { atOffice } from "../targets/target.usecases.server.ts";
import { selectPairs } from "./duplicate.store.server.ts";

/** How many pairs of an office's clients wait for somebody to say whether they are one person. No name is opened. */
export const countDuplicates = query({
  name: "count.duplicates",
  ...atOffice("client"),
  async run(permit, { organisation }) {
    const pairs = await selectPairs(permit, organisation);
    return ok({ waiting: pairs.filter(({ one, other }) => isLikelyOne(one, other)).length });
  },
});
