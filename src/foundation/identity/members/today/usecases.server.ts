import { z } from "zod";
import type { Actor } from "#foundation/actors/public.ts";
import { NATION } from "#foundation/areas/public.ts";
import { query } from "#foundation/authority/public.ts";
import type { App } from "#platform/app.ts";
import { addDays, plainDateIn } from "#platform/kernel/plain-date.ts";
import { expectOk, ok } from "#platform/kernel/result.ts";
import type { TodayItem } from "#platform/web/today.ts";
import { memberPolicy } from "../access.ts";
import { listOpenInvitations } from "../invitations/store.server.ts";
import { MEMBERS } from "../messages.ts";

/** An invitation is told of this many days before it can't be accepted any more. */
const DAYS_BEFORE = 2;

/** Invitations that nobody has accepted and that end soon, for those who may invite anew. */
const listEnding = query({
  name: "member.list-ending",
  policy: memberPolicy,
  target: z.object({}),
  subject: () => ({ type: "invitation", area: NATION }),
  async run(permit) {
    const { actor, clock } = permit;
    const soon = addDays(clock.today(), DAYS_BEFORE);
    const open = await listOpenInvitations(permit, actor.kind === "person" ? actor.reach : []);
    return ok(
      open
        .filter(({ areaId, role }) =>
          memberPolicy.may(actor, "member.invite", { type: "membership", area: areaId, role }),
        )
        .map(({ name, expiresAt }) => ({ name, due: plainDateIn(expiresAt, "Asia/Tokyo") }))
        .filter(({ due }) => due <= soon),
    );
  },
});

/** What there is to be known of members today. */
export async function membersToday(app: App, actor: Actor): Promise<TodayItem[]> {
  if (actor.kind !== "person") return [];
  return expectOk(await listEnding(app, actor, {})).map(({ name, due }) => ({
    urgency: "today",
    title: MEMBERS.today(name),
    detail: MEMBERS.todayDetail,
    due,
    action: { to: "/members", label: MEMBERS.todayGo },
  }));
}
