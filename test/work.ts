import { type Actor, scopeOf } from "#foundation/actors/public.ts";
import type { Work } from "#foundation/authority/public.ts";
import type { App } from "#platform/app.ts";
import { openingRows, withRows } from "#platform/db/rows.ts";

/** Work under way in a transaction of that actor, as a use-case has it, for what takes any permit. */
export const inWork = <T>(app: App, actor: Actor, work: (work: Work) => Promise<T>): Promise<T> =>
  withRows(app.db, scopeOf(actor), (access) => work(openingRows({ actor, clock: app.clock }, access)));
