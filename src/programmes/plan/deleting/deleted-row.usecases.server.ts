import { command, query } from "#foundation/authority/public.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { conflict, notFound, ok } from "#platform/kernel/result.ts";
import { rowId } from "#platform/kernel/target.ts";
import { aboutArea, aboutThing, type PlanPermit, planPolicy } from "../access.ts";
import { selectYearsOf } from "../chain/activity-years.store.server.ts";
import {
  clearDeleted,
  deleteThing,
  findRestored,
  isThere,
  selectDeleted,
  selectDeletedAt,
} from "../chain/deleted-row.store.server.ts";
import { pushActivityCounts, pushTargets } from "../chain/plan-facts.usecases.server.ts";
import { restorable } from "../model/plan.rules.ts";
import { DAYS_TO_RESTORE, type Thing, thingInArea } from "../model/plan.schema.ts";

/** Deletes a thing of the plan, the one that the address names or a part of it; for a while it can be brought back. */
export const removeThing = command({
  name: "plan-part.remove",
  policy: planPolicy,
  target: thingInArea.extend({ under: rowId().optional() }),
  subject: aboutThing,
  async run(permit, { area, thing, id, under }) {
    if (!(await deleteThing(permit, area, thing, id, under))) return notFound(thing);
    await pushChange(permit, area, thing, id);
    return ok(undefined);
  },
});

/** Brings a thing back. Sent twice it is there already. */
export const restoreThing = command({
  name: "plan-part.restore",
  policy: planPolicy,
  target: thingInArea,
  subject: aboutThing,
  async run(permit, { area, thing, id }) {
    const deletedAt = await selectDeletedAt(permit, area, thing, id);
    if (!deletedAt) return (await isThere(permit, area, thing, id)) ? ok(undefined) : notFound(thing);
    if (!restorable(deletedAt, permit.clock.now(), DAYS_TO_RESTORE))
      return conflict(`消してから${DAYS_TO_RESTORE}日を過ぎたため、戻せません。`);
    await clearDeleted(permit, area, thing, id);
    await pushChange(permit, area, thing, id);
    return ok(undefined);
  },
});

async function pushChange(permit: PlanPermit, area: AreaId, thing: Thing, id: string): Promise<void> {
  if (thing === "activity") await pushActivityCounts(permit, area, await selectYearsOf(permit, area, { id }));
  if (thing === "goal" || thing === "target") await pushTargets(permit, area);
}

/** What can still be brought back. */
export const listDeleted = query({
  name: "plan-part.list-deleted",
  ...aboutArea("plan"),
  async run(permit, { area }) {
    const since = new Date(permit.clock.now().getTime() - DAYS_TO_RESTORE * 86_400_000);
    return ok(await selectDeleted(permit, area, since));
  },
});

/** What was just brought back, for the page that says so. */
export const readRestored = query({
  name: "plan-part.read-restored",
  policy: planPolicy,
  target: thingInArea,
  subject: aboutThing,
  run: async (permit, { area, thing, id }) => ok(await findRestored(permit, area, thing, id)),
});
