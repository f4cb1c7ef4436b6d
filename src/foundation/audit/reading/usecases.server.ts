import type { Actor } from "#foundation/actors/public.ts";
import { areasWithin, getAreas } from "#foundation/areas/public.ts";
import { act, authorise, type Unit } from "#foundation/authority/public.ts";
import { findUsersNamed, namesOfUsers } from "#foundation/identity/public.ts";
import type { App } from "#platform/app.ts";
import { type AreaId, isUuid } from "#platform/kernel/ids.ts";
import { addDays } from "#platform/kernel/plain-date.ts";
import { forbidden, ok, type Result } from "#platform/kernel/result.ts";
import { auditPolicy } from "./access.ts";
import { startOfDay } from "./rules.ts";
import type { AuditFilter, ReadEntry } from "./schema.ts";
import { selectEntries } from "./store.server.ts";

const PAGE = 50;

export type AuditView = Readonly<{
  entries: readonly ReadEntry[];
  after: string | undefined;
  areas: readonly Readonly<{ id: AreaId; name: string }>[];
}>;

/** One page of the log as this actor may read it; that it was read is written down first. */
export async function readLog(app: App, actor: Actor, filter: AuditFilter): Promise<Result<AuditView>> {
  return act(app, actor, async (unit) => {
    const allowed = await permitted(unit, "audit.read");
    if (!allowed.ok) return allowed;
    const found = await entriesOf(unit, allowed.value, filter, PAGE + 1);
    const entries = found.slice(0, PAGE);
    const last = found.length > PAGE ? entries.at(-1) : undefined;
    const names = await getAreas(unit, homesOf(actor));
    return ok({
      entries,
      after: last && `${last.at.toISOString()}_${last.id}`,
      areas: [...names.values()].map(({ id, name }) => ({ id, name })),
    });
  });
}

const EXPORT_PAGE = 2000;

/** The whole of what the filter asks for, page by page, so that memory stays flat. */
export async function exportLog(
  app: App,
  actor: Actor,
  filter: AuditFilter,
): Promise<Result<AsyncGenerator<readonly ReadEntry[]>>> {
  const first = await act(app, actor, (unit) => permitted(unit, "audit.export"));
  if (!first.ok) return first;
  return ok(pagesOf(app, actor, first.value, { ...filter, after: "" }));
}

async function* pagesOf(
  app: App,
  actor: Actor,
  areas: readonly AreaId[] | "all",
  filter: AuditFilter,
): AsyncGenerator<readonly ReadEntry[]> {
  let after = "";
  for (;;) {
    const page = await act(app, actor, async (unit) =>
      ok(await entriesOf(unit, areas, { ...filter, after }, EXPORT_PAGE)),
    );
    if (!page.ok) throw new Error("reading the log was allowed and is no longer");
    yield page.value;
    const last = page.value.at(-1);
    if (!last || page.value.length < EXPORT_PAGE) return;
    after = `${last.at.toISOString()}_${last.id}`;
  }
}

/** Writes down that somebody has the chain computed again. */
export const auditVerification = (app: App, actor: Actor) =>
  act(app, actor, (unit) =>
    authorise(unit, auditPolicy, "audit.verify", { type: "audit", area: "jp" as AreaId }),
  );

/** The areas whose log the actor may read, each asked for by name; all for those of the nation and the machine. */
async function permitted(
  unit: Unit,
  action: "audit.read" | "audit.export",
): Promise<Result<readonly AreaId[] | "all">> {
  const nation = "jp" as AreaId;
  const homes = unit.actor.kind === "service" ? [nation] : homesOf(unit.actor);
  if (homes.length === 0) {
    const refused = await authorise(unit, auditPolicy, action, { type: "audit", area: nation });
    return refused.ok ? forbidden(action) : refused;
  }
  for (const area of homes.includes(nation) ? [nation] : homes) {
    const permit = await authorise(unit, auditPolicy, action, { type: "audit", area });
    if (!permit.ok) return permit;
  }
  if (homes.includes(nation)) return ok("all");
  const within = await Promise.all(homes.map((area) => areasWithin(unit, area)));
  return ok([...new Set([...homes, ...within.flat().map((area) => area.id)])]);
}

/** The areas for which an actor is auditor or administrator. */
function homesOf(actor: Actor): AreaId[] {
  if (actor.kind !== "person") return [];
  const held = actor.memberships.filter(({ role }) => role === "auditor" || role === "administrator");
  return [...new Set(held.flatMap((membership) => membership.areas))];
}

async function entriesOf(
  unit: Unit,
  allowed: readonly AreaId[] | "all",
  filter: AuditFilter,
  limit: number,
): Promise<ReadEntry[]> {
  const area = filter.area as AreaId;
  const areas = area === "" ? allowed : allowed === "all" || allowed.includes(area) ? [area] : [];
  if (areas !== "all" && areas.length === 0) return [];
  const [at, id = ""] = filter.after.split("_");
  const instant = new Date(at ?? "");
  const found = await selectEntries(unit, {
    areas,
    people: filter.who === "" ? undefined : await findUsersNamed(unit, filter.who),
    action: filter.action || undefined,
    from: filter.from && startOfDay(filter.from),
    to: filter.to && startOfDay(addDays(filter.to, 1)),
    outcome: filter.outcome,
    after: isUuid(id) && !Number.isNaN(instant.getTime()) ? { at: instant, id } : undefined,
    limit,
  });
  const people = await namesOfUsers(
    unit,
    found.flatMap((entry) => [entry.actor, ...(entry.person === null ? [] : [entry.person])]),
  );
  const places = await getAreas(unit, [...new Set(found.map((entry) => entry.areaId))]);
  return found.map((entry) => ({
    ...entry,
    actorName: people.get(entry.actor),
    personName: entry.person === null ? undefined : people.get(entry.person),
    areaName: places.get(entry.areaId)?.name ?? entry.areaId,
  }));
}
