import { z } from "zod";
import { NATION } from "#foundation/areas/public.ts";
import { query } from "#foundation/authority/public.ts";
import { ok } from "#platform/kernel/result.ts";
import { policy } from "../access.ts";
import { toldCount } from "./file-count.rules.ts";
import { selectFileCounts } from "./file-count.store.server.ts";

/** What the council may know of the files: how many there are, were still kept after a year, and were shown to somebody. */
export const countFiles = query({
  name: "health-file.count",
  policy,
  target: z.object({}),
  subject: () => ({ type: "health-file", area: NATION }),
  async run(permit) {
    const { begun, secondYear, shown } = await selectFileCounts(permit);
    return ok({ begun: toldCount(begun), secondYear: toldCount(secondYear), shown: toldCount(shown) });
  },
});
