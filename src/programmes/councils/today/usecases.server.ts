import { getAreas } from "#foundation/areas/public.ts";
import { act } from "#foundation/audit/public.ts";
import { type Actor, roleInArea } from "#foundation/identity/public.ts";
import type { App } from "#platform/app.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { showDateJa } from "#platform/kernel/plain-date.ts";
import { ok } from "#platform/kernel/result.ts";
import type { TodayItem } from "#platform/web/today.ts";
import { selectTasks } from "../meetings/decisions/store.server.ts";
import { stateOfMeeting } from "../meetings/rules.ts";
import { selectMeetings } from "../meetings/store.server.ts";

const RECENT_MEETINGS = 20;

/** What the council asks of its secretariat today: tasks, polls to settle, minutes to write or approve. */
export async function councilToday(app: App, actor: Actor): Promise<TodayItem[]> {
  if (actor.kind !== "person") return [];
  const areas = [...new Set(actor.memberships.flatMap((held) => held.areas))].filter(
    (area) => roleInArea(actor, area, ["coordinator"]) !== undefined,
  );
  const items = await act(app, actor, async (unit) => {
    const today = unit.clock.today();
    const named = await getAreas(unit.tx, areas);
    const result: TodayItem[] = [];
    for (const area of areas) {
      const home = `/areas/${named.get(area as AreaId)?.slug ?? area}/council`;
      for (const task of await selectTasks(unit.tx, area, { openOnly: true })) {
        if (task.dueOn === null) continue;
        result.push({
          urgency: task.dueOn < today ? "overdue" : task.dueOn === today ? "today" : "know",
          title: task.text,
          detail: `担当 ${task.owner}`,
          due: task.dueOn,
          action: { to: task.meetingId ? `${home}/meetings/${task.meetingId}` : home, label: "見る" },
        });
      }
      for (const meeting of await selectMeetings(unit.tx, area, { limit: RECENT_MEETINGS })) {
        const state = stateOfMeeting(meeting, today, meeting.approved);
        const to = `${home}/meetings/${meeting.id}`;
        if (state === "held") {
          const detail = meeting.heldOn ? showDateJa(meeting.heldOn) : "";
          result.push({
            urgency: "today",
            title: `${meeting.title} の議事録`,
            detail,
            action: { to, label: "書く・承認する" },
          });
        }
        if (state === "polling" && meeting.pollDeadline && meeting.pollDeadline < today)
          result.push({
            urgency: "today",
            title: `${meeting.title} の日程`,
            detail: "返事の期限が過ぎました",
            action: { to, label: "決める" },
          });
        if (state === "fixed")
          result.push({
            urgency: "today",
            title: `${meeting.title} の案内`,
            detail: "まだ送っていません",
            action: { to, label: "案内を送る" },
          });
      }
    }
    return ok(result);
  });
  return items.ok ? items.value : [];
}
