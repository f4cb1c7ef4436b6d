import { organisationsOf, roleInArea } from "#foundation/actors/public.ts";
import { getAreas, ofDays } from "#foundation/areas/public.ts";
import { query } from "#foundation/authority/public.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { ok } from "#platform/kernel/result.ts";
import type { CalendarItem } from "#platform/web/today.ts";
import { supportPolicy } from "../access.ts";
import { selectDays } from "./days.store.server.ts";

/**
 * The visits between two days: of the secretariat all in its area, of a supporter those that it makes, of a workplace those
 * that come to it.
 */
export const supportDays = query({
  name: "visit.read-days",
  ...ofDays(supportPolicy),
  async run(permit, days) {
    const { actor } = permit;
    const areas = actor.kind === "person" ? [...new Set(actor.memberships.flatMap((one) => one.areas))] : [];
    const named = await getAreas(permit, areas);
    const own = {
      supporters: organisationsOf(actor, ["provider"]),
      workplaces: organisationsOf(actor, ["workplace"]),
    };
    const items: CalendarItem[] = [];
    for (const area of areas) {
      const base = `/areas/${named.get(area)?.slug ?? area}`;
      const all = roleInArea(actor, area, ["coordinator"]) !== undefined;
      const visits = await selectDays(permit, area, { ...own, all }, days);
      const towns = await getAreas(
        permit,
        visits.map(({ municipality }) => municipality as AreaId),
      );
      for (const one of visits)
        items.push({
          ...{ kind: "訪問", day: one.day, from: one.from, to: one.to, title: one.workplace },
          place: towns.get(one.municipality as AreaId)?.name ?? "",
          link: all ? `${base}/requests/${one.id}` : one.own ? `${base}/own/${one.id}` : `${base}/asked`,
        });
    }
    return ok(items);
  },
});
