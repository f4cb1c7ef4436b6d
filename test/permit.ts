import { type Actor, scopeOf } from "#foundation/actors/public.ts";
import type { Permit } from "#foundation/authority/public.ts";
import type { App } from "#platform/app.ts";
import { withRows } from "#platform/db/rows.ts";

/** What tests of stores open rows with, under somebody's scope: stands for a permit of any module. */
export const withPermit = <T>(
  app: App,
  actor: Actor,
  work: (permit: Permit<never, never>) => Promise<T>,
): Promise<T> =>
  withRows(app.db, scopeOf(actor), (access) =>
    work(Object.assign(access, { actor, clock: app.clock }) as unknown as Permit<never, never>),
  );
