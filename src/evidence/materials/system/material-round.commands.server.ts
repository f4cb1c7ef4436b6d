import { service } from "#foundation/actors/public.ts";
import type { App } from "#platform/app.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { listDueFacts, tellHolders } from "../facts/fact.usecases.server.ts";
import { deliverIssue, listDueIssues } from "../news/news-issue.usecases.server.ts";

const ACTOR = service("materials");

/** By the clock: what changed in the register makes editions out of date, and who holds them is told once. */
export async function tellOfChangedFacts(app: App): Promise<void> {
  for (const one of expectOk(await listDueFacts(app, ACTOR, {})))
    expectOk(await tellHolders(app, ACTOR, one));
}

/** By the clock: issues go on to the readers who have not had them. */
export async function deliverNews(app: App): Promise<void> {
  for (const { areaId: area, id } of expectOk(await listDueIssues(app, ACTOR, {})))
    while (expectOk(await deliverIssue(app, ACTOR, { area, id })));
}
