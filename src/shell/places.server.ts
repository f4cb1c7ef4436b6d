import type { Actor, Role } from "#foundation/actors/public.ts";
import { type Area, kindLabel, readAreas } from "#foundation/areas/public.ts";
import type { App } from "#platform/app.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";

/** `kind` and `roles` tell districts of one office apart that bear the same name. */
export type Place = Readonly<{
  id: AreaId;
  slug: string;
  name: string;
  kind: string;
  roles: readonly Role[];
}>;

const placeFor =
  (actor: Actor & { kind: "person" }) =>
  ({ id, slug, name, kind }: Area): Place => ({
    ...{ id, slug, name, kind: kindLabel(kind, "ja") },
    roles: [...new Set(actor.memberships.flatMap((one) => (one.areas.includes(id) ? one.role : [])))],
  });

/** The frame and the page inside it ask at once: by one request they are looked up once. */
const asked = new WeakMap<Actor, Promise<readonly Place[]>>();

/** The areas that somebody works for, in the order of the memberships. */
export function placesOf(app: App, actor: Actor): Promise<readonly Place[]> {
  const places = asked.get(actor) ?? listPlaces(app, actor);
  asked.set(actor, places);
  return places;
}

async function listPlaces(app: App, actor: Actor): Promise<readonly Place[]> {
  if (actor.kind !== "person") return [];
  const ids = [...new Set(actor.memberships.flatMap((membership) => membership.areas))];
  if (ids.length === 0) return [];
  return expectOk(await readAreas(app, actor, { ids })).map(placeFor(actor));
}
