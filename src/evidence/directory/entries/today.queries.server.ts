import { areasAs } from "#foundation/actors/public.ts";
import { getAreas, ofDays, ofToday } from "#foundation/areas/public.ts";
import { query } from "#foundation/authority/public.ts";
import { addDays, addMonths } from "#platform/kernel/plain-date.ts";
import { ok } from "#platform/kernel/result.ts";
import type { CalendarItem, TodayItem } from "#platform/web/today.ts";
import { directoryPolicy } from "../access.ts";
import { openOn } from "../model/hours.rules.ts";
import { ASKED_AFTER_MONTHS } from "../model/intake.rules.ts";
import { countStates } from "./resource.store.server.ts";
import { selectSessions } from "./session.store.server.ts";

/** Of the secretariat: reports of mistakes, and how many entries nobody has checked for half a year. */
export const directoryToday = query({
  name: "resource.read-today",
  ...ofToday(directoryPolicy),
  async run(permit) {
    const own = areasAs(permit.actor, "coordinator", "directory_editor");
    const since = addMonths(permit.clock.today(), -ASKED_AFTER_MONTHS);
    const areas = await getAreas(permit, own);
    const counts = await countStates(permit, own, since);
    return ok(
      counts.flatMap(({ areaId, reports, stale }): TodayItem[] => {
        const area = areas.get(areaId);
        if (!area) return [];
        const list = `/areas/${area.slug}/directory/manage`;
        return [
          ...(reports > 0
            ? [
                {
                  urgency: "today",
                  title: `地域資源の掲載内容について、お知らせが${reports}件届いています（${area.name}）`,
                  action: { to: `${list}?reported=1`, label: "確認する" },
                } as const,
              ]
            : []),
          ...(stale > 0
            ? [
                {
                  urgency: "waiting",
                  title: `半年以上確認していない地域資源が${stale}件あります（${area.name}）`,
                  action: { to: `${list}?stale=${since}`, label: "確認する" },
                } as const,
              ]
            : []),
        ];
      }),
    );
  },
});

/** Sessions of a month's certain days in the areas in which somebody works. */
export const directoryDays = query({
  name: "resource.read-days",
  ...ofDays(directoryPolicy),
  async run(permit, { from, until }) {
    const own = areasAs(permit.actor, "coordinator", "directory_editor", "provider", "member", "caseworker");
    const areas = await getAreas(permit, own);
    const days: CalendarItem[] = [];
    for (const one of await selectSessions(permit, own))
      for (let day = from; day <= until; day = addDays(day, 1))
        for (const open of openOn(one.hours, day))
          days.push({
            ...{ day, from: open.from, to: open.to, kind: "定例の相談・教室", title: one.name },
            ...(one.address ? { place: one.address } : {}),
            link: `/areas/${areas.get(one.areaId)?.slug ?? one.areaId}/directory/${one.id}`,
          });
    return ok(days);
  },
});
