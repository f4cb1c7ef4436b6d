import { z } from "zod";
import type { Actor } from "#foundation/actors/public.ts";
import { NATION } from "#foundation/areas/public.ts";
import { alsoDo, query, type Work } from "#foundation/authority/public.ts";
import type { Today, TodayQuery } from "#foundation/modules/public.ts";
import type { App } from "#platform/app.ts";
import { ok } from "#platform/kernel/result.ts";
import type { TodayItem } from "#platform/web/today.ts";
import { modulesAtWork } from "../modules.ts";
import { shellPolicy } from "./access.ts";

const isQuery = (today: Today): today is TodayQuery => "declared" in today;

const ofModules = async (): Promise<readonly Today[]> =>
  (await modulesAtWork()).flatMap(({ today }) => today ?? []);

const readToday = query({
  name: "today.read",
  policy: shellPolicy,
  target: z.object({}),
  subject: () => ({ type: "today", area: NATION }),
  run: async (permit, _target, app) => ok(await askEach(permit, (await ofModules()).filter(isQuery), app)),
});

/** Asks the modules one after the other, in the transaction under way. */
export async function askEach(
  work: Work,
  queries: readonly TodayQuery[],
  app: App,
): Promise<readonly TodayItem[]> {
  const items: TodayItem[] = [];
  for (const one of queries) {
    const found = await alsoDo(work, one, {}, undefined, app);
    if (found.ok) items.push(...found.value);
  }
  return items;
}

/** What the modules have for an actor today, soonest first. It takes one connection at a time, however many they are. */
export async function todayOf(app: App, actor: Actor): Promise<readonly TodayItem[]> {
  const asked = await readToday(app, actor, {});
  const items = asked.ok ? [...asked.value] : [];
  for (const one of await ofModules()) if (!isQuery(one)) items.push(...(await one(app, actor)));
  return items.sort((a, b) => (a.due ?? "9999").localeCompare(b.due ?? "9999"));
}
