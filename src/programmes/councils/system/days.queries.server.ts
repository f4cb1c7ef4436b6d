import { areasAs } from "#foundation/actors/public.ts";
import { getAreas, ofDays } from "#foundation/areas/public.ts";
import { query } from "#foundation/authority/public.ts";
import { ok } from "#platform/kernel/result.ts";
import type { CalendarItem } from "#platform/web/today.ts";
import { councilPolicy } from "../access.ts";
import { selectMeetings } from "../meetings/meeting.store.server.ts";

const MOST_MEETINGS = 200;

/** The meetings of the councils that somebody works for, those that were called off left out. */
export const councilDays = query({
  name: "council.read-days",
  ...ofDays(councilPolicy),
  async run(permit, { from, until: to }) {
    const areas = areasAs(permit.actor, "coordinator", "member");
    const named = await getAreas(permit, areas);
    const items: CalendarItem[] = [];
    for (const area of areas) {
      const council = `/areas/${named.get(area)?.slug ?? area}/council`;
      for (const one of await selectMeetings(permit, { area, from, to, limit: MOST_MEETINGS }))
        if (one.heldOn && !one.cancelledAt)
          items.push({
            ...{ kind: "会議", day: one.heldOn, title: one.title, place: one.place, station: true },
            ...(one.startsAt && one.endsAt ? { from: one.startsAt, to: one.endsAt } : {}),
            link: `${council}/meetings/${one.id}`,
          });
    }
    return ok(items);
  },
});
