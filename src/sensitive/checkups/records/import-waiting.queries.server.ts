import { areasAs } from "#foundation/actors/public.ts";
import { ofToday } from "#foundation/areas/public.ts";
import { query } from "#foundation/authority/public.ts";
import { ok } from "#platform/kernel/result.ts";
import { selectBatchesInState } from "#platform/tables/batch-store.ts";
import { TODAY } from "#platform/tables/messages.ts";
import type { TodayItem } from "#platform/web/today.ts";
import { checkupPolicy } from "../access.ts";

const WAITING = ["matching", "ready"] as const;

/** Files of results that wait for the analyst: columns to be matched, or checked and to be taken in. */
export const checkupsToday = query({
  name: "checkup-import.list-waiting",
  ...ofToday(checkupPolicy),
  async run(permit) {
    const areas: readonly string[] = areasAs(permit.actor, "analyst");
    if (areas.length === 0) return ok([]);
    const waiting = await selectBatchesInState(permit, "checkups", WAITING);
    return ok(
      waiting
        .filter(({ areaId }) => areas.includes(areaId))
        .map(
          ({ id, fileName, state, counts }): TodayItem => ({
            urgency: "today",
            title: TODAY.title(fileName),
            detail: state === "ready" ? TODAY.ready(counts.rejected) : TODAY.matching,
            action: { to: `/checkup-imports/${id}`, label: TODAY.go },
          }),
        ),
    );
  },
});
