import { areasAs, organisationsOf, roleInArea } from "#foundation/actors/public.ts";
import { getAreas, ofToday } from "#foundation/areas/public.ts";
import { query } from "#foundation/authority/public.ts";
import { ok } from "#platform/kernel/result.ts";
import type { TodayItem } from "#platform/web/today.ts";
import { councilPolicy } from "../access.ts";
import { selectOpenJoins } from "../joining/join.store.server.ts";
import { selectTasks } from "../meetings/decision.store.server.ts";
import { selectMeetings } from "../meetings/meeting.store.server.ts";
import { joinItems, memberItem, secretariatItem, taskItem } from "./today.rules.ts";

const RECENT_MEETINGS = 20;

/**
 * What the council asks of a person today: of its secretariat all tasks, polls to settle and minutes to write; of a
 * member the tasks of the own organisation and the meetings to come.
 */
export const councilToday = query({
  name: "council.read-today",
  ...ofToday(councilPolicy),
  async run(permit) {
    const { actor } = permit;
    const areas = areasAs(actor, "coordinator", "member");
    const organisations = new Set<string>(organisationsOf(actor));
    const today = permit.clock.today();
    const named = await getAreas(permit, areas);
    const items: TodayItem[] = [];
    for (const area of areas) {
      const home = `/areas/${named.get(area)?.slug ?? area}/council`;
      const secretariat = roleInArea(actor, area, ["coordinator"]) !== undefined;
      for (const task of await selectTasks(permit, { area, openOnly: true }))
        if (secretariat || organisations.has(task.ownerOrganisationId ?? ""))
          items.push(...taskItem(task, home, today));
      if (secretariat) items.push(...joinItems(await selectOpenJoins(permit, area), home));
      for (const meeting of await selectMeetings(permit, { area, limit: RECENT_MEETINGS }))
        items.push(...(secretariat ? secretariatItem : memberItem)(meeting, home, today));
    }
    return ok(items);
  },
});
