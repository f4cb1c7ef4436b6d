import { z } from "zod";
import type { Actor } from "#foundation/actors/public.ts";
import { NATION } from "#foundation/areas/public.ts";
import { alsoDo, query, type Work } from "#foundation/authority/public.ts";
import type { TodayQuery } from "#foundation/modules/public.ts";
import type { App } from "#platform/app.ts";
import { expectOk, ok, type Result } from "#platform/kernel/result.ts";
import type { TodayItem } from "#platform/web/today.ts";
import { modulesAtWork } from "../modules.ts";
import { shellPolicy } from "./access.ts";

/**
 * What all modules have for an actor today, soonest first: in one transaction, however many they are; what concerns named
 * persons each in one of its own, as the role that may enter their schema.
 */
export const readToday = query({
  name: "today.read",
  policy: shellPolicy,
  target: z.object({}),
  subject: () => ({ type: "today", area: NATION }),
  async run(permit, _target, app) {
    const queries = (await modulesAtWork()).flatMap(({ today }) => today ?? []);
    const items = [...(await askEach(permit, queries.filter(isOpen), app))];
    for (const one of queries.filter((each) => !isOpen(each)))
      items.push(...expectOk(await (one as unknown as AskedAlone)(app, permit.actor, {})));
    return ok(items.sort((a, b) => (a.due ?? "9999").localeCompare(b.due ?? "9999")));
  },
});

type AskedAlone = (app: App, actor: Actor, target: object) => Promise<Result<readonly TodayItem[]>>;
const isOpen = ({ declared }: TodayQuery): boolean => !declared.policy.sensitive;

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
