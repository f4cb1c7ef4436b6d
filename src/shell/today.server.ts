import { importsToday } from "#evidence/indicators/public.ts";
import type { Actor } from "#foundation/actors/public.ts";
import { membersToday } from "#foundation/identity/api.server.ts";
import type { App } from "#platform/app.ts";
import type { TodayItem } from "#platform/web/today.ts";
import { councilToday } from "#programmes/councils/public.ts";
import { commentsToday } from "#programmes/plan/public.ts";
import { supportToday } from "#programmes/support/public.ts";

/** What each module has for an actor today. A module adds its function here. */
const OFFERS: readonly ((app: App, actor: Actor) => Promise<readonly TodayItem[]>)[] = [
  councilToday,
  supportToday,
  commentsToday,
  importsToday,
  membersToday,
];

export async function todayOf(app: App, actor: Actor): Promise<TodayItem[]> {
  const items = (await Promise.all(OFFERS.map((offer) => offer(app, actor)))).flat();
  return items.sort((a, b) => (a.due ?? "9999").localeCompare(b.due ?? "9999"));
}
