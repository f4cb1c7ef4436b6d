import { service } from "#foundation/actors/public.ts";
import type { App } from "#platform/app.ts";
import type { PlainDate } from "#platform/kernel/plain-date.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { listDueFacts, tellHolders } from "../facts/fact.usecases.server.ts";
import { deliverIssue, listDueIssues } from "../news/news-issue.usecases.server.ts";

const ACTOR = service("materials");

/** Changes bear the time at which their transaction began, and some take long. */
const LATE_MS = 10 * 60_000;
/** When this process compared last. */
const compared = new WeakMap<App, Readonly<{ at: Date; day: PlainDate }>>();

/**
 * By the clock: what changed in the register or the directory makes editions out of date, and who holds them is told once.
 * All that is printed is compared when a process begins and on each new day, on which offices end by themselves; in between
 * only what changed.
 */
export async function tellOfChangedFacts(app: App): Promise<void> {
  const [at, day, last] = [app.clock.now(), app.clock.today(), compared.get(app)];
  const since = last?.day === day ? new Date(last.at.getTime() - LATE_MS) : undefined;
  for (const one of expectOk(await listDueFacts(app, ACTOR, { since })))
    expectOk(await tellHolders(app, ACTOR, one));
  compared.set(app, { at, day });
}

/** By the clock: issues go on to the readers who have not had them. */
export async function deliverNews(app: App): Promise<void> {
  for (const { areaId: area, id } of expectOk(await listDueIssues(app, ACTOR, {})))
    while (expectOk(await deliverIssue(app, ACTOR, { area, id })));
}
