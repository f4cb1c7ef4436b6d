import { z } from "zod";
import { areasAs } from "#foundation/actors/public.ts";
import { getAreas, NATION } from "#foundation/areas/public.ts";
import { type Permit, query } from "#foundation/authority/public.ts";
import { comments, recentComments } from "#foundation/comments/public.ts";
import { getOrganisations } from "#foundation/organisations/public.ts";
import { ok } from "#platform/kernel/result.ts";
import type { TodayItem } from "#platform/web/today.ts";
import { planPolicy } from "../access.ts";
import { PARTS } from "../chain/plan-part.store.server.ts";
import { PART } from "../model/plan.messages.ts";

const COMMENTED = ["issue", "goal", "initiative"] as const;

/** The organisation for which somebody speaks: the one that sits at the table in that area. */
async function organisationOf(permit: Permit): Promise<string> {
  const { actor, subject } = permit;
  const held =
    actor.kind === "person"
      ? actor.memberships.find(
          ({ role, areas }) => (role === "member" || role === "coordinator") && areas.includes(subject.area),
        )
      : undefined;
  if (!held) return "";
  return (await getOrganisations(permit, [held.organisationId])).get(held.organisationId)?.name ?? "";
}

/** What members say of the issues, goals and initiatives of a plan. */
export const planComments = comments({
  name: "plan-comment",
  policy: planPolicy,
  kinds: COMMENTED,
  isThere: PARTS.isThere,
  author: organisationOf,
});

const DAYS = 7;
const MOST = 5;
const READ = 20;

/** What members said of the plans these days, for the secretariat that is asked to read it. */
export const commentsToday = query({
  name: "plan-comment.list-recent",
  policy: planPolicy,
  target: z.object({}),
  subject: () => ({ type: "comment", area: NATION }),
  async run(permit) {
    const since = new Date(permit.clock.now().getTime() - DAYS * 86_400_000);
    const areas = areasAs(permit.actor, "coordinator");
    const named = await getAreas(permit, areas);
    const items: TodayItem[] = [];
    for (const area of areas) {
      const plan = `/areas/${named.get(area)?.slug ?? area}/plan`;
      const own: TodayItem[] = [];
      for (const { kind, id, author } of await recentComments(permit, area, {
        kinds: COMMENTED,
        since,
        limit: READ,
      })) {
        const title = await PARTS.findTitle(permit, area, kind as (typeof COMMENTED)[number], id);
        if (title === undefined) continue;
        const action = { to: `${plan}/${kind}s/${id}#comments`, label: "読む" };
        own.push({ urgency: "know", title: `${PART[kind]}「${title}」に意見`, detail: author, action });
      }
      items.push(...own.slice(0, MOST));
    }
    return ok(items);
  },
});
