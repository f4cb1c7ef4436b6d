import { z } from "zod";
import { NATION } from "#foundation/areas/public.ts";
import { query } from "#foundation/authority/public.ts";
import { ok } from "#platform/kernel/result.ts";
import { selectBatchesInState } from "#platform/tables/batch-store.ts";
import { TODAY } from "#platform/tables/messages.ts";
import type { TodayItem } from "#platform/web/today.ts";
import { indicatorPolicy } from "../../access.ts";
import { KIND } from "../usecases.server.ts";

const WAITING = ["matching", "ready"] as const;

/** Imports that wait for somebody: columns to be matched, or checked and to be taken in. */
export const importsToday = query({
  name: "import.list-waiting",
  policy: indicatorPolicy,
  target: z.object({}),
  subject: () => ({ type: "import", area: NATION }),
  async run(permit) {
    const waiting = await selectBatchesInState(permit, KIND, WAITING);
    return ok(
      waiting
        .filter(({ id, areaId }) =>
          indicatorPolicy.may(permit.actor, "import.take", { type: "import", id, area: areaId }),
        )
        .map(
          ({ id, fileName, state, counts }): TodayItem => ({
            urgency: "today",
            title: TODAY.title(fileName),
            detail: state === "ready" ? TODAY.ready(counts.rejected) : TODAY.matching,
            action: { to: `/imports/${id}`, label: TODAY.go },
          }),
        ),
    );
  },
});
