import type { Actor } from "#foundation/actors/public.ts";
import { act } from "#foundation/authority/public.ts";
import type { App } from "#platform/app.ts";
import { addDays, plainDateIn } from "#platform/kernel/plain-date.ts";
import { ok } from "#platform/kernel/result.ts";
import type { TodayItem } from "#platform/web/today.ts";
import { memberPolicy } from "../access.ts";
import { listOpenInvitations } from "../invitations/store.server.ts";
import { MEMBERS } from "../messages.ts";

/** An invitation is told of this many days before it can't be accepted any more. */
const DAYS_BEFORE = 2;

/** Invitations that nobody has accepted and that end soon, for those who may invite anew. */
export async function membersToday(app: App, actor: Actor): Promise<TodayItem[]> {
  if (actor.kind !== "person") return [];
  const found = await act(app, actor, async (unit) =>
    ok(await listOpenInvitations(unit, actor.reach, unit.clock.now())),
  );
  if (!found.ok) return [];
  const soon = addDays(app.clock.today(), DAYS_BEFORE);
  return found.value
    .filter(({ areaId, role }) =>
      memberPolicy.may(actor, "member.invite", { type: "membership", area: areaId, role }),
    )
    .map(({ name, expiresAt }) => ({ name, due: plainDateIn(expiresAt, "Asia/Tokyo") }))
    .filter(({ due }) => due <= soon)
    .map(({ name, due }) => ({
      urgency: "today",
      title: MEMBERS.today(name),
      detail: MEMBERS.todayDetail,
      due,
      action: { to: "/members", label: MEMBERS.todayGo },
    }));
}
