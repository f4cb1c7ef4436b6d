import { z } from "zod";
import { type Actor, roleInArea, scopeOf } from "#foundation/actors/public.ts";
import { getAreas, NATION } from "#foundation/areas/public.ts";
import { query } from "#foundation/authority/public.ts";
import { ok } from "#platform/kernel/result.ts";
import type { TodayItem } from "#platform/web/today.ts";
import { planPolicy } from "../access.ts";
import { THING } from "../model/plan.messages.ts";
import { selectRecent } from "./comment.store.server.ts";

const DAYS = 7;
const MOST = 5;

/** What members said of the plans these days, for the secretariat that is asked to read it. */
export const commentsToday = query({
  name: "plan-comment.list-recent",
  policy: planPolicy,
  target: z.object({}),
  subject: () => ({ type: "comment", area: NATION }),
  async run(permit) {
    const { actor } = permit;
    const since = new Date(permit.clock.now().getTime() - DAYS * 86_400_000);
    const areas = coordinatedBy(actor);
    const named = await getAreas(permit, areas);
    const result: TodayItem[] = [];
    for (const area of areas) {
      const plan = `/areas/${named.get(area)?.slug ?? area}/plan`;
      const notBy = scopeOf(actor).actor;
      for (const one of await selectRecent(permit, area, { since, notBy, limit: MOST }))
        result.push({
          urgency: "know",
          title: `${THING[one.thing]}「${one.title}」に意見`,
          detail: one.organisation,
          action: { to: `${plan}/${one.thing}s/${one.id}#comments`, label: "読む" },
        });
    }
    return ok(result);
  },
});

const coordinatedBy = (actor: Actor) =>
  actor.kind === "person"
    ? [...new Set(actor.memberships.flatMap((held) => held.areas))].filter(
        (area) => roleInArea(actor, area, ["coordinator"]) !== undefined,
      )
    : [];
