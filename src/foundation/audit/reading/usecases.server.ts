import { z } from "zod";
import type { Actor } from "#foundation/actors/public.ts";
import { areasWithin, getAreas, NATION } from "#foundation/areas/public.ts";
import { also, type Finder, type Permit, query } from "#foundation/authority/public.ts";
import { findUsersNamed, namesOfUsers } from "#foundation/identity/public.ts";
import type { App } from "#platform/app.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { addDays } from "#platform/kernel/plain-date.ts";
import { expectOk, ok, type Result } from "#platform/kernel/result.ts";
import { cursorOf, writeCursor } from "#platform/lists/cursor.ts";
import { auditPolicy } from "../access.ts";
import { presentEntry } from "./present.ts";
import { startOfDay } from "./rules.ts";
import { AuditFilter, type ReadEntry } from "./schema.ts";
import { selectEntries } from "./store.server.ts";

const PLACE = cursorOf(z.tuple([z.iso.datetime(), z.uuid()]));
const PAGE = 50;
const EXPORT_PAGE = 2000;

type LogAction = "audit.read" | "audit.export" | "audit.export-more";
type LogPermit = Permit<LogAction>;
type Page = Readonly<{ entries: readonly ReadEntry[]; after: string | undefined }>;

/** The log of the first area that the actor looks after; of the others it is asked within. */
const ownLog = ({ actor }: Finder) => ({ type: "audit", area: homesOf(actor)[0] ?? NATION });
const log = { policy: auditPolicy, target: AuditFilter, subject: ownLog };

/** One page of the log as this actor may read it; that it was read is written down first. */
export const readLog = query({
  name: "audit.read",
  ...log,
  async run(permit, filter) {
    const page = await pageOf(permit, filter, PAGE);
    if (!page.ok) return page;
    const areas = await getAreas(permit, homesOf(permit.actor));
    return ok({
      entries: page.value.entries,
      after: page.value.after,
      areas: [...areas.values()].map(({ id, name }) => ({ id, name })),
    });
  },
});

const beginExport = query({
  name: "audit.export",
  fresh: true,
  ...log,
  run: (permit, filter) => pageOf(permit, filter, EXPORT_PAGE),
});

const goOnExporting = query({
  name: "audit.export-more",
  ...log,
  run: (permit, filter) => pageOf(permit, filter, EXPORT_PAGE),
});

/** The whole of what the filter asks for, page by page, so that memory stays flat. */
export async function exportLog(
  app: App,
  actor: Actor,
  filter: AuditFilter,
): Promise<Result<AsyncGenerator<readonly ReadEntry[]>>> {
  const first = await beginExport(app, actor, { ...filter, after: "" });
  return first.ok ? ok(pagesOf(app, actor, filter, first.value)) : first;
}

async function* pagesOf(
  app: App,
  actor: Actor,
  filter: AuditFilter,
  first: Page,
): AsyncGenerator<readonly ReadEntry[]> {
  let page = first;
  for (;;) {
    yield page.entries;
    if (page.after === undefined) return;
    page = expectOk(await goOnExporting(app, actor, { ...filter, after: page.after }));
  }
}

async function pageOf(permit: LogPermit, filter: AuditFilter, limit: number): Promise<Result<Page>> {
  const areas = await readableAreas(permit);
  if (!areas.ok) return areas;
  const found = await entriesOf(permit, areas.value, filter, limit + 1);
  const entries = found.slice(0, limit);
  const last = found.length > limit ? entries.at(-1) : undefined;
  return ok({ entries, after: last && writeCursor([last.at.toISOString(), last.id]) });
}

/** The areas whose log the actor may read, each asked for by name; all for those of the nation and the machine. */
async function readableAreas(permit: LogPermit): Promise<Result<readonly AreaId[] | "all">> {
  if (permit.subject.area === NATION) return ok("all");
  const homes = homesOf(permit.actor);
  for (const area of homes.slice(1)) {
    const more = await also(permit, auditPolicy, permit.action, { type: "audit", area });
    if (!more.ok) return more;
  }
  const within = await Promise.all(homes.map((area) => areasWithin(permit, area)));
  return ok([...new Set([...homes, ...within.flat().map((area) => area.id)])]);
}

/** The areas for which an actor is auditor or administrator; the nation alone for those of the nation. */
function homesOf(actor: Actor): AreaId[] {
  if (actor.kind !== "person") return [];
  const held = actor.memberships.filter(({ role }) => role === "auditor" || role === "administrator");
  const homes = [...new Set(held.flatMap((membership) => membership.areas))];
  return homes.includes(NATION) ? [NATION] : homes;
}

async function entriesOf(
  permit: LogPermit,
  allowed: readonly AreaId[] | "all",
  filter: AuditFilter,
  limit: number,
): Promise<ReadEntry[]> {
  const area = filter.area as AreaId;
  const areas = area === "" ? allowed : allowed === "all" || allowed.includes(area) ? [area] : [];
  if (areas !== "all" && areas.length === 0) return [];
  const place = PLACE.parse(filter.after);
  const found = await selectEntries(permit, {
    areas,
    people: filter.who === "" ? undefined : await findUsersNamed(permit, filter.who),
    action: filter.action || undefined,
    from: filter.from && startOfDay(filter.from),
    to: filter.to && startOfDay(addDays(filter.to, 1)),
    outcome: filter.outcome,
    after: place && { at: new Date(place[0]), id: place[1] },
    limit,
  });
  const people = await namesOfUsers(
    permit,
    found.flatMap((entry) => [entry.actor, ...(entry.person === null ? [] : [entry.person])]),
  );
  const places = await getAreas(permit, [...new Set(found.map((entry) => entry.areaId))]);
  return found.map((entry) => presentEntry(entry, people, places.get(entry.areaId)?.name));
}
