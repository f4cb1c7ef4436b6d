import { type Actor, scopeOf } from "#foundation/actors/public.ts";
import { type Area, getAreas } from "#foundation/areas/public.ts";
import type { App } from "#platform/app.ts";
import { withRows } from "#platform/db/rows.ts";
import type { AreaId } from "#platform/kernel/ids.ts";

export type Place = Readonly<{ id: AreaId; slug: string; name: string }>;

const place = (area: Area): Place => ({ id: area.id, slug: area.slug, name: area.name });

/** The areas that an actor works for, in the order of the memberships. */
export async function placesOf(app: App, actor: Actor): Promise<Place[]> {
  if (actor.kind !== "person") return [];
  const ids = [...new Set(actor.memberships.flatMap((membership) => membership.areas))];
  if (ids.length === 0) return [];
  const areas = await withRows(app.db, scopeOf(actor), (permit) => getAreas(permit, ids));
  return ids.flatMap((id) => areas.get(id) ?? []).map(place);
}
