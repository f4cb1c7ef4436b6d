import { type Actor, roleAnywhere } from "#foundation/actors/public.ts";
import { act } from "#foundation/authority/public.ts";
import type { App } from "#platform/app.ts";
import { ok } from "#platform/kernel/result.ts";
import type { TodayItem } from "#platform/web/today.ts";
import { importPolicy } from "../access.ts";
import { TODAY } from "../messages.ts";
import { selectBatchesInState } from "../store.server.ts";

/** Imports that wait for somebody: columns to be matched, or checked and to be taken in. */
export async function importsToday(app: App, actor: Actor): Promise<TodayItem[]> {
  if (roleAnywhere(actor, ["coordinator", "administrator"]) === undefined) return [];
  const waiting = await act(app, actor, async (unit) => ok(await selectBatchesInState(unit, WAITING)));
  if (!waiting.ok) return [];
  return waiting.value
    .filter(({ id, areaId }) => importPolicy.may(actor, "import.take", { type: "import", id, area: areaId }))
    .map((batch) => ({
      urgency: "today",
      title: TODAY.title(batch.fileName),
      detail: batch.state === "ready" ? TODAY.ready(batch.counts.rejected) : TODAY.matching,
      action: { to: `/imports/${batch.id}`, label: TODAY.go },
    }));
}

const WAITING = ["matching", "ready"] as const;
