import { z } from "zod";
import { getAreas, NATION } from "#foundation/areas/public.ts";
import { query } from "#foundation/authority/public.ts";
import { ok } from "#platform/kernel/result.ts";
import { importAreas, indicatorPolicy } from "../../access.ts";

/** The areas for whose work somebody may bring figures in, to choose from; an administrator of all has the nation. */
export const listImportAreas = query({
  name: "import.list-areas",
  policy: indicatorPolicy,
  target: z.object({}),
  subject: () => ({ type: "import", area: NATION }),
  async run(permit) {
    const held = importAreas(permit.actor);
    const ids = held === "all" ? [NATION] : held;
    const areas = await getAreas(permit, ids);
    return ok(ids.map((id) => ({ value: id, label: areas.get(id)?.name ?? id })));
  },
});
