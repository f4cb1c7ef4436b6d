import type { Actor } from "#foundation/actors/public.ts";
import { act, authorise, type Unit } from "#foundation/authority/public.ts";
import type { App } from "#platform/app.ts";
import { notFound, ok, type Result } from "#platform/kernel/result.ts";
import { selectDictionary } from "../../dictionary/store.server.ts";
import { countFacts, updateFactsPublished } from "../../facts/store.server.ts";
import { profilePolicy } from "../access.ts";
import type { Place } from "../schema.ts";
import { placeOf } from "../usecases.server.ts";
import { factsKey, indicatorKey, type PublicationItem } from "./schema.ts";
import { countObservations, updateObservationsPublished } from "./store.server.ts";

export type Publication = Readonly<{ area: Place["area"]; items: readonly PublicationItem[] }>;

/** What is known of an area and how much of it is published, for those who decide that. */
export function publicationOf(app: App, actor: Actor, areaText: string): Promise<Result<Publication>> {
  return act(app, actor, async (unit) => {
    const found = await placeOf(unit, areaText);
    if (!found) return notFound("area");
    const permit = await authorise(unit, profilePolicy, "profile.see-publication", found.subject);
    if (!permit.ok) return permit;
    return ok({ area: found.area, items: await itemsOf(unit, found.places) });
  });
}

/**
 * Publishes (true) or withholds (false) what is decided by key, and leaves the rest; each change is an audit entry. Figures that an import
 * brings later stay unpublished until somebody decides so here. Returns how many things changed.
 */
export function setPublication(
  app: App,
  actor: Actor,
  areaText: string,
  decisions: ReadonlyMap<string, boolean>,
): Promise<Result<{ changed: number }>> {
  return act(app, actor, async (unit) => {
    const found = await placeOf(unit, areaText);
    if (!found) return notFound("area");
    let changed = 0;
    for (const item of await itemsOf(unit, found.places)) {
      const published = decisions.get(item.key);
      if (published === undefined || item.published === (published ? item.rows : 0)) continue;
      const subject = { ...found.subject, type: "publication", id: item.key };
      const permit = await authorise(
        unit,
        profilePolicy,
        published ? "profile.publish" : "profile.unpublish",
        subject,
      );
      if (!permit.ok) return permit;
      if (item.what.kind === "facts") {
        await updateFactsPublished(unit, item.area.id, item.what.section, published);
      } else {
        await updateObservationsPublished(unit, item.area.id, item.what.no, published);
      }
      changed += 1;
    }
    return ok({ changed });
  });
}

async function itemsOf(unit: Unit, places: readonly Place[]): Promise<PublicationItem[]> {
  const { indicators } = await selectDictionary(unit);
  const areas = new Map(places.map((place) => [place.area.id, place.area]));
  const counts = await countObservations(unit, [...areas.keys()]);
  const observed = indicators.flatMap((indicator) =>
    counts
      .filter((count) => count.indicatorNo === indicator.no)
      .map(
        ({ areaId, rows, published }): PublicationItem => ({
          key: indicatorKey(areaId, indicator.code),
          area: areas.get(areaId)!,
          what: { kind: "indicator", no: indicator.no, name: indicator.name_ja, theme: indicator.theme },
          rows,
          published,
        }),
      ),
  );
  const own = places[0]!.area;
  const facts = (await countFacts(unit, own.id)).map(
    ({ section, rows, published }): PublicationItem => ({
      key: factsKey(own.id, section),
      area: own,
      what: { kind: "facts", section },
      rows,
      published,
    }),
  );
  return [...observed, ...facts].filter((item) => item.rows > 0);
}
