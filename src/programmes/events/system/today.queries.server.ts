import { areasAs } from "#foundation/actors/public.ts";
import { ofToday } from "#foundation/areas/public.ts";
import { query } from "#foundation/authority/public.ts";
import { addDays, showDateJa } from "#platform/kernel/plain-date.ts";
import { ok } from "#platform/kernel/result.ts";
import type { TodayItem } from "#platform/web/today.ts";
import { eventPolicy } from "../access.ts";
import { selectDueSessions } from "./today.store.server.ts";

const DRAFT_DAYS = 42;

/** Of the secretariat: sessions that are over and not told of, and what comes soon and nobody can read yet. */
export const eventsToday = query({
  name: "event.read-today",
  ...ofToday(eventPolicy),
  async run(permit) {
    const today = permit.clock.today();
    const areas = areasAs(permit.actor, "coordinator");
    const due = await selectDueSessions(permit, areas, { today, soon: addDays(today, DRAFT_DAYS) });
    return ok(
      due.map(
        ({ areaId, eventId, title, day, state }): TodayItem =>
          state === "draft"
            ? {
                urgency: "know",
                title: `「${title}」（${showDateJa(day)}）はまだ公開していません`,
                due: day,
                action: { to: `/areas/${areaId}/events/${eventId}`, label: "開く" },
              }
            : {
                urgency: "today",
                title: `「${title}」の実施状況を登録してください`,
                due: day,
                action: { to: `/areas/${areaId}/events/${eventId}`, label: "登録する" },
              },
      ),
    );
  },
});
