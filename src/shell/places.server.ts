import { type Area, getAreas } from "#foundation/areas/public.ts";
import { type Actor, areasWithRole, scopeOf, service } from "#foundation/identity/public.ts";
import type { App } from "#platform/app.ts";
import { inTransaction } from "#platform/db/database.ts";
import type { AreaId } from "#platform/kernel/ids.ts";

export type Place = Readonly<{ id: AreaId; slug: string; name: string }>;

const place = (area: Area): Place => ({ id: area.id, slug: area.slug, name: area.name });

/** The areas that have a secretariat, and so somebody who answers when a workplace asks for help. */
export async function answeringPlaces(app: App): Promise<Place[]> {
  const areas = await inTransaction(app.db, scopeOf(service("ask")), async (tx) =>
    getAreas(tx, await areasWithRole(tx, "coordinator")),
  );
  return [...areas.values()].sort((a, b) => a.id.localeCompare(b.id)).map(place);
}

/** The areas that an actor works for, in the order of the memberships. */
export async function placesOf(app: App, actor: Actor): Promise<Place[]> {
  if (actor.kind !== "person") return [];
  const ids = [...new Set(actor.memberships.flatMap((membership) => membership.areas))];
  if (ids.length === 0) return [];
  const areas = await inTransaction(app.db, scopeOf(actor), (tx) => getAreas(tx, ids));
  return ids.flatMap((id) => areas.get(id) ?? []).map(place);
}
