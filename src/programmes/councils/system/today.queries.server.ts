import { type Actor, areasAs, organisationsOf, roleInArea } from "#foundation/actors/public.ts";
import { getAreas, ofToday } from "#foundation/areas/public.ts";
import { query } from "#foundation/authority/public.ts";
import { ok } from "#platform/kernel/result.ts";
import type { TodayItem } from "#platform/web/today.ts";
import { councilPolicy } from "../access.ts";
import { selectOpenJoins } from "../joining/join.store.server.ts";
import { selectTasks } from "../meetings/decision.store.server.ts";
import { selectMeetings } from "../meetings/meeting.store.server.ts";
import { membersWithLink } from "../meetings/member-link.commands.server.ts";
import { type Beginning, firstSteps } from "./first-steps.rules.ts";
import { joinItems, memberItem, secretariatItem, taskItem } from "./today.rules.ts";
import { selectBeginnings, selectOwnStates, selectPolls } from "./today.store.server.ts";

const RECENT_MEETINGS = 20;

/**
 * What the council asks of a person today: of its secretariat all tasks, polls to settle and minutes to write; of a
 * member the tasks of the own organisation, the meetings to come, and what is asked of the own seat.
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
    const begun: Beginning[] = [];
    for (const area of areas) {
      const home = `/areas/${named.get(area)?.slug ?? area}/council`;
      const secretariat = roleInArea(actor, area, ["coordinator"]) !== undefined;
      for (const task of await selectTasks(permit, { area, openOnly: true }))
        if (secretariat || organisations.has(task.ownerOrganisationId ?? ""))
          items.push(...taskItem(task, home, today));
      const meetings = await selectMeetings(permit, { area, limit: RECENT_MEETINGS });
      if (!secretariat) {
        const own = await selectOwnStates(permit, area, seatsOf(actor));
        for (const meeting of meetings)
          items.push(...memberItem({ ...meeting, own: own.get(meeting.id) }, home, today));
        continue;
      }
      items.push(...joinItems(await selectOpenJoins(permit, area), home));
      const polls = await selectPolls(permit, area);
      for (const meeting of meetings) {
        const counted = polls.get(meeting.id);
        const asked = counted ? (await membersWithLink(permit, meeting.id, area)).length : 0;
        const poll = counted ? { poll: { ...counted, asked } } : {};
        items.push(...secretariatItem({ ...meeting, ...poll }, home, today));
      }
      begun.push({ home, ...(await selectBeginnings(permit, area)) });
    }
    items.push(...firstSteps(begun));
    return ok(items);
  },
});

const seatsOf = (actor: Actor) => ({
  userId: actor.kind === "person" ? actor.userId : "",
  organisations: organisationsOf(actor),
});
