import { type Actor, roleInArea } from "#foundation/actors/public.ts";
import { getAreas } from "#foundation/areas/public.ts";
import { act } from "#foundation/authority/public.ts";
import type { App } from "#platform/app.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { ok } from "#platform/kernel/result.ts";
import type { TodayItem } from "#platform/web/today.ts";
import { selectTasks } from "../meetings/decisions/store.server.ts";
import { selectMeetings } from "../meetings/store.server.ts";
import { memberItem, secretariatItem, taskItem } from "./rules.ts";

const RECENT_MEETINGS = 20;

/**
 * What the council asks of a person today: of its secretariat all tasks, polls to settle and minutes to write; of a
 * member the tasks of the own organisation and the meetings to come.
 */
export async function councilToday(app: App, actor: Actor): Promise<TodayItem[]> {
  if (actor.kind !== "person") return [];
  const areas = [...new Set(actor.memberships.flatMap((held) => held.areas))].filter(
    (area) => roleInArea(actor, area, ["coordinator", "member"]) !== undefined,
  );
  const organisations = new Set<string>(actor.memberships.map((held) => held.organisationId));
  const items = await act(app, actor, async (unit) => {
    const today = unit.clock.today();
    const named = await getAreas(unit, areas);
    const result: TodayItem[] = [];
    for (const area of areas) {
      const home = `/areas/${named.get(area as AreaId)?.slug ?? area}/council`;
      const secretariat = roleInArea(actor, area, ["coordinator"]) !== undefined;
      for (const task of await selectTasks(unit, area, { openOnly: true }))
        if (secretariat || organisations.has(task.ownerOrganisationId ?? ""))
          result.push(...taskItem(task, home, today));
      for (const meeting of await selectMeetings(unit, area, { limit: RECENT_MEETINGS }))
        result.push(...(secretariat ? secretariatItem : memberItem)(meeting, home, today));
    }
    return ok(result);
  });
  return items.ok ? items.value : [];
}
