import { z } from "zod";
import { areasAs } from "#foundation/actors/public.ts";
import { getAreas, NATION } from "#foundation/areas/public.ts";
import { query } from "#foundation/authority/public.ts";
import { ok } from "#platform/kernel/result.ts";
import { checkupPolicy } from "../access.ts";
import { isInForce } from "../agreements/provider-agreement.rules.ts";
import { selectAgreementsOf } from "../agreements/provider-agreement.store.server.ts";

/** The agreements in force of the areas whose results somebody analyses, to be chosen before a file is sent. */
export const listImportAreas = query({
  name: "checkup-import.list-areas",
  policy: checkupPolicy,
  target: z.object({}),
  subject: () => ({ type: "import", area: NATION }),
  async run(permit) {
    const areas = areasAs(permit.actor, "analyst");
    const named = await getAreas(permit, areas);
    const agreements = await selectAgreementsOf(permit, areas);
    return ok({
      areas: areas.map((area) => ({ value: area as string, label: named.get(area)?.name ?? area })),
      agreements: agreements
        .filter((one) => isInForce(one, permit.clock.today()))
        .map(({ id, areaId, provider }) => ({ id, area: areaId as string, provider })),
    });
  },
});
