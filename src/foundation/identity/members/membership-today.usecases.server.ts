import { z } from "zod";
import { NATION } from "#foundation/areas/public.ts";
import { query } from "#foundation/authority/public.ts";
import { addDays, plainDateIn } from "#platform/kernel/plain-date.ts";
import { ok } from "#platform/kernel/result.ts";
import type { TodayItem } from "#platform/web/today.ts";
import { memberPolicy } from "../membership.access.ts";
import { MEMBERS } from "../membership.messages.ts";
import { listInvitations } from "./invitation.store.server.ts";

/** An invitation is told of this many days before it can't be accepted any more. */
const DAYS_BEFORE = 2;

/** Invitations that nobody has accepted and that end soon, for those who may invite anew. */
export const membersToday = query({
  name: "member.list-ending",
  policy: memberPolicy,
  target: z.object({}),
  subject: () => ({ type: "invitation", area: NATION }),
  async run(permit) {
    const { actor, clock } = permit;
    const soon = addDays(clock.today(), DAYS_BEFORE);
    const open = await listInvitations(permit, actor.kind === "person" ? actor.reach : [], "open");
    return ok(
      open
        .filter(({ areaId, role }) =>
          memberPolicy.may(actor, "member.invite", { type: "membership", area: areaId, role }),
        )
        .map(({ name, expiresAt }) => ({ name, due: plainDateIn(expiresAt, "Asia/Tokyo") }))
        .filter(({ due }) => due <= soon)
        .map(
          ({ name, due }): TodayItem => ({
            urgency: "today",
            title: MEMBERS.today(name),
            detail: MEMBERS.todayDetail,
            due,
            action: { to: "/members", label: MEMBERS.todayGo },
          }),
        ),
    );
  },
});
