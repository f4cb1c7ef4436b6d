import { z } from "zod";
import type { Actor } from "#foundation/actors/public.ts";
import { NATION } from "#foundation/areas/public.ts";
import { alsoDo, query, type UseCase, type Work } from "#foundation/authority/public.ts";
import type { App } from "#platform/app.ts";
import type { PlainDate } from "#platform/kernel/plain-date.ts";
import { expectOk, ok, type Result } from "#platform/kernel/result.ts";
import type { CalendarItem, TodayItem } from "#platform/web/today.ts";
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
    const items: readonly TodayItem[] = await askEach(permit, queries, app);
    return ok(items.toSorted((a, b) => dayOf(a).localeCompare(dayOf(b))));
  },
});

const dayOf = ({ on, due }: TodayItem) => on ?? due ?? "9999";

/** What all modules have for an actor between two days, in order. */
export const readCalendar = query({
  name: "calendar.read",
  policy: shellPolicy,
  target: z.object({ from: z.custom<PlainDate>(), until: z.custom<PlainDate>() }),
  subject: () => ({ type: "calendar", area: NATION }),
  async run(permit, days, app) {
    const queries = (await modulesAtWork()).flatMap(({ calendar }) => calendar ?? []);
    const items: readonly CalendarItem[] = await askEach(permit, queries, app, days);
    const at = ({ day, from = "" }: CalendarItem) => day + from;
    return ok(items.toSorted((a, b) => at(a).localeCompare(at(b))));
  },
});

type Asked<Item> = Pick<UseCase<UseCase["declared"]["target"], readonly Item[]>, "declared">;

type Alone<Item> = (app: App, actor: Actor, target: object) => Promise<Result<readonly Item[]>>;

/**
 * Asks one after the other, in the transaction under way; what concerns named persons in one of its own, as the role that
 * may enter their schema.
 */
export async function askEach<Item>(
  work: Work,
  queries: readonly Asked<Item>[],
  app: App,
  target: object = {},
): Promise<readonly Item[]> {
  const items: Item[] = [];
  for (const one of queries)
    items.push(
      ...expectOk(
        one.declared.policy.sensitive
          ? await (one as unknown as Alone<Item>)(app, work.actor, target)
          : await alsoDo(work, one, target, undefined, app),
      ),
    );
  return items;
}

/** The frame counts what the page of today shows: by one request it is looked up once. */
const asked = new WeakMap<Actor, Promise<readonly TodayItem[]>>();

export function todayOf(app: App, actor: Actor): Promise<readonly TodayItem[]> {
  const items = asked.get(actor) ?? readToday(app, actor, {}).then(expectOk);
  asked.set(actor, items);
  return items;
}
