import { z } from "zod";
import type { Actor } from "#foundation/actors/public.ts";
import { getAreas } from "#foundation/areas/public.ts";
import { type Permit, query } from "#foundation/authority/public.ts";
import { findUsersNamed, namesOfUsers } from "#foundation/identity/public.ts";
import type { App } from "#platform/app.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { addDays } from "#platform/kernel/plain-date.ts";
import { expectOk, ok, type Result } from "#platform/kernel/result.ts";
import { type ListPage, listTarget, pageOf, type QueryOf, readList } from "#platform/lists/list.ts";
import { auditPolicy } from "../access.ts";
import { type About, aboutOf } from "./about.rules.ts";
import { homesOf, ownLog, readableAreas } from "./log-areas.queries.server.ts";
import { LOG_LIST, peopleIn, presentEntry } from "./present.ts";
import { startOfDay } from "./rules.ts";
import type { ReadEntry } from "./schema.ts";
import { selectEntries } from "./store.server.ts";

const EXPORT_PAGE = 2000;

type LogAction = "audit.read" | "audit.export" | "audit.export-more";
type LogPermit = Permit<LogAction>;
type Page = ListPage<ReadEntry>;
type LogQuery = QueryOf<typeof LOG_LIST>;

const log = { policy: auditPolicy, target: z.object({ list: listTarget(LOG_LIST) }), subject: ownLog };

/** One page of the log as this actor may read it; that it was read is written down first. */
export const readLog = query({
  name: "audit.read",
  ...log,
  async run(permit, { list }) {
    const page = await logPage(permit, list);
    if (!page.ok) return page;
    const areas = await getAreas(permit, homesOf(permit.actor));
    return ok({
      page: page.value,
      areas: [...areas.values()].map(({ id, name }) => ({ id, name })),
    });
  },
});

const beginExport = query({
  name: "audit.export",
  fresh: true,
  ...log,
  run: (permit, { list }) => logPage(permit, list),
});

const goOnExporting = query({
  name: "audit.export-more",
  ...log,
  run: (permit, { list }) => logPage(permit, list),
});

/** The whole of what the address asks for, page by page, so that memory stays flat. */
export async function exportLog(
  app: App,
  actor: Actor,
  query: URLSearchParams,
): Promise<Result<AsyncGenerator<readonly ReadEntry[]>>> {
  const first = await beginExport(app, actor, { list: exportPage(query) });
  return first.ok ? ok(pagesOf(app, actor, query, first.value)) : first;
}

/** The page of an export that begins there, or the first one. */
function exportPage(query: URLSearchParams, after = ""): LogQuery {
  const place = new URLSearchParams(query);
  place.set("after", after);
  return { ...readList(LOG_LIST, place), limit: EXPORT_PAGE };
}

async function* pagesOf(
  app: App,
  actor: Actor,
  query: URLSearchParams,
  first: Page,
): AsyncGenerator<readonly ReadEntry[]> {
  let page = first;
  for (;;) {
    yield page.rows;
    if (page.after === undefined) return;
    page = expectOk(await goOnExporting(app, actor, { list: exportPage(query, page.after) }));
  }
}

async function logPage(permit: LogPermit, list: LogQuery): Promise<Result<Page>> {
  const areas = await readableAreas(permit);
  if (!areas.ok) return areas;
  return ok(pageOf(LOG_LIST, list, await entriesOf(permit, areas.value, list)));
}

async function entriesOf(
  permit: LogPermit,
  allowed: readonly AreaId[] | "all",
  list: LogQuery,
): Promise<ReadEntry[]> {
  const { who, about, action, from, to, outcome } = list.filter;
  const area = list.filter.area as AreaId | undefined;
  const areas = area === undefined ? allowed : allowed === "all" || allowed.includes(area) ? [area] : [];
  if (areas !== "all" && areas.length === 0) return [];
  const found = await selectEntries(permit, {
    areas,
    people: who ? await findUsersNamed(permit, who) : undefined,
    about: about ? await whatIsMeant(permit, about) : undefined,
    from: from && startOfDay(from),
    to: to && startOfDay(addDays(to, 1)),
    action,
    outcome,
    list,
  });
  const people = await namesOfUsers(permit, found.flatMap(peopleIn));
  const places = await getAreas(permit, [...new Set(found.map((entry) => entry.areaId))]);
  return found.map((entry) => presentEntry(entry, people, places.get(entry.areaId)?.name));
}

/** What has that id, or whoever is called so. */
const whatIsMeant = async (permit: LogPermit, about: string): Promise<About> =>
  aboutOf(about) ?? { type: "user", ids: await findUsersNamed(permit, about) };
