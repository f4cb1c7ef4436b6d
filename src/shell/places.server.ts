import type { Actor } from "#foundation/actors/public.ts";
import { type Area, readAreas } from "#foundation/areas/public.ts";
import type { App } from "#platform/app.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";

export type Place = Readonly<{ id: AreaId; slug: string; name: string }>;

const place = (area: Area): Place => ({ id: area.id, slug: area.slug, name: area.name });

/** The areas that an actor works for, in the order of the memberships. */
export async function placesOf(app: App, actor: Actor): Promise<Place[]> {
  if (actor.kind !== "person") return [];
  const ids = [...new Set(actor.memberships.flatMap((membership) => membership.areas))];
  if (ids.length === 0) return [];
  return expectOk(await readAreas(app, actor, { ids })).map(place);
}
