import { z } from "zod";
import type { Actor } from "#foundation/actors/public.ts";
import { type Area, getAreas, NATION } from "#foundation/areas/public.ts";
import { query } from "#foundation/authority/public.ts";
import type { App } from "#platform/app.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { ok } from "#platform/kernel/result.ts";
import { shellPolicy } from "./access.ts";

export type Place = Readonly<{ id: AreaId; slug: string; name: string }>;

const place = (area: Area): Place => ({ id: area.id, slug: area.slug, name: area.name });

const listPlaces = query({
  name: "place.list",
  policy: shellPolicy,
  target: z.object({}),
  subject: () => ({ type: "place", area: NATION }),
  async run(permit) {
    const { actor } = permit;
    const held = actor.kind === "person" ? actor.memberships.flatMap(({ areas }) => areas) : [];
    const ids = [...new Set(held)];
    const areas = await getAreas(permit, ids);
    return ok(ids.flatMap((id) => areas.get(id) ?? []).map(place));
  },
});

/** The frame and the page inside it ask at once: by one request they are looked up once. */
const asked = new WeakMap<Actor, Promise<readonly Place[]>>();

/** The areas that somebody works for, in the order of the memberships. */
export function placesOf(app: App, actor: Actor): Promise<readonly Place[]> {
  if (actor.kind !== "person") return Promise.resolve([]);
  const places =
    asked.get(actor) ?? listPlaces(app, actor, {}).then((found) => (found.ok ? found.value : []));
  asked.set(actor, places);
  return places;
}
