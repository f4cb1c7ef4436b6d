import { z } from "zod";
import { monthsOfMaterials } from "#evidence/materials/public.ts";
import { service } from "#foundation/actors/public.ts";
import { command } from "#foundation/authority/public.ts";
import type { App } from "#platform/app.ts";
import { type FiscalYear, firstDayOf, fiscalYearOf } from "#platform/kernel/fiscal-year.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { expectOk, ok } from "#platform/kernel/result.ts";
import { aboutArea } from "../access.ts";
import { pushActivityCounts } from "../chain/plan-facts.usecases.server.ts";
import { upsertActivity } from "./activity.store.server.ts";
import { activityOf, keyOf, type MaterialMonth, resultOf } from "./material-activity.rules.ts";
import { MATERIALS, selectMaterialActivities, updateResult } from "./material-activity.store.server.ts";

/**
 * Counts as activities what went out of an area's materials, a month of each. Later counts correct the result alone: an
 * initiative that it was tied to, and what else was changed by hand, stays; what was deleted by hand does not come back.
 */
const takeMaterials = command({
  name: "activity-count.take",
  ...aboutArea("activity"),
  input: z.object({ months: z.custom<readonly MaterialMonth[]>((value) => Array.isArray(value)) }),
  async run(permit, { months }) {
    const told = months.filter((one) => resultOf(one) !== "");
    if (told.length === 0) return ok(undefined);
    const known = new Map(
      (await selectMaterialActivities(permit, told.map(keyOf))).map((one) => [one.sourceKey, one]),
    );
    const years: number[] = [];
    for (const one of told) {
      const held = known.get(keyOf(one));
      const activity = activityOf(one);
      if (!held) {
        await upsertActivity(permit, activity, { source: MATERIALS, key: keyOf(one) });
        years.push(fiscalYearOf(activity.from));
      } else if (held.deletedAt === null && held.result !== activity.result)
        await updateResult(permit, held.id, activity.result);
    }
    await pushActivityCounts(permit, years);
    return ok(undefined);
  },
});

/** By the clock: the plan takes over what became of the materials since last fiscal year. */
export async function countMaterials(app: App): Promise<void> {
  const actor = service("plan-counts");
  const since = firstDayOf((fiscalYearOf(app.clock.today()) - 1) as FiscalYear);
  const months = expectOk(await monthsOfMaterials(app, actor, { since }));
  for (const [area, own] of Map.groupBy(months, ({ areaId }) => areaId as AreaId))
    expectOk(await takeMaterials(app, actor, { area }, { months: own }));
}
