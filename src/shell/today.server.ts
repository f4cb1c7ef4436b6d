import { z } from "zod";
import { NATION } from "#foundation/areas/public.ts";
import { alsoDo, query, type Work } from "#foundation/authority/public.ts";
import type { TodayQuery } from "#foundation/modules/public.ts";
import type { App } from "#platform/app.ts";
import { expectOk, ok } from "#platform/kernel/result.ts";
import type { TodayItem } from "#platform/web/today.ts";
import { modulesAtWork } from "../modules.ts";
import { shellPolicy } from "./access.ts";

/** What all modules have for an actor today, soonest first: in one transaction, however many they are. */
export const readToday = query({
  name: "today.read",
  policy: shellPolicy,
  target: z.object({}),
  subject: () => ({ type: "today", area: NATION }),
  async run(permit, _target, app) {
    const queries = (await modulesAtWork()).flatMap(({ today }) => today ?? []);
    const items = [...(await askEach(permit, queries, app))];
    return ok(items.sort((a, b) => (a.due ?? "9999").localeCompare(b.due ?? "9999")));
  },
});

/** Asks one after the other, in the transaction under way. */
export async function askEach(
  work: Work,
  queries: readonly TodayQuery[],
  app: App,
): Promise<readonly TodayItem[]> {
  const items: TodayItem[] = [];
  for (const one of queries) items.push(...expectOk(await alsoDo(work, one, {}, undefined, app)));
  return items;
}
