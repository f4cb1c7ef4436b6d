import { z } from "zod";
import { also, command, type Permit, query } from "#foundation/authority/public.ts";
import { ok } from "#platform/kernel/result.ts";
import { indicatorPolicy } from "../../access.ts";
import { selectDictionary } from "../../dictionary/store.server.ts";
import { countFacts, updateFactsPublished } from "../../facts/store.server.ts";
import type { ProfileSubject } from "../schema.ts";
import { findProfileSubject } from "../usecases.server.ts";
import { presentPublication } from "./present.ts";
import { decisionsOf } from "./rules.ts";
import { factsKey, indicatorKey, PublicationInput, type PublicationItem } from "./schema.ts";
import { countObservations, updateObservationsPublished } from "./store.server.ts";

const OneArea = z.object({ area: z.string() });
type PublicationPermit = Permit<"publication.read" | "publication.decide", ProfileSubject>;

/** What is known of an area and how much of it is published, for those who decide that. */
export const readPublication = query({
  name: "publication.read",
  policy: indicatorPolicy,
  target: OneArea,
  subject: findProfileSubject,
  run: async (permit) => ok(presentPublication(permit.subject.places[0]!.area, await itemsOf(permit))),
});

/**
 * Publishes or withholds what is decided by key, and leaves the rest; each piece is an audit entry of its own. Figures
 * that an import brings later stay unpublished until somebody decides so here. Returns how many things changed.
 */
export const decidePublication = command({
  name: "publication.decide",
  policy: indicatorPolicy,
  target: OneArea,
  subject: findProfileSubject,
  input: PublicationInput,
  async run(permit, form) {
    const decisions = decisionsOf(form);
    let changed = 0;
    for (const item of await itemsOf(permit)) {
      const published = decisions.get(item.key);
      if (published === undefined || item.published === (published ? item.rows : 0)) continue;
      const action = published ? "profile.publish" : "profile.unpublish";
      const piece = { type: "publication", id: item.key, area: permit.subject.area };
      const own = await also(permit, indicatorPolicy, action, piece);
      if (!own.ok) return own;
      if (item.what.kind === "facts")
        await updateFactsPublished(own.value, item.area.id, item.what.section, published);
      else await updateObservationsPublished(own.value, item.area.id, item.what.no, published);
      changed += 1;
    }
    return ok({ changed });
  },
});

async function itemsOf(permit: PublicationPermit): Promise<PublicationItem[]> {
  const { places } = permit.subject;
  const { indicators } = await selectDictionary(permit);
  const areas = new Map(places.map((place) => [place.area.id, place.area]));
  const counts = await countObservations(permit, [...areas.keys()]);
  const observed = indicators.flatMap((indicator) =>
    counts
      .filter((count) => count.indicatorNo === indicator.no)
      .map(
        ({ areaId, rows, published }): PublicationItem => ({
          key: indicatorKey(areaId, indicator.code),
          area: areas.get(areaId)!,
          what: { kind: "indicator", no: indicator.no, name: indicator.name_ja },
          rows,
          published,
        }),
      ),
  );
  const own = places[0]!.area;
  const facts = (await countFacts(permit, own.id)).map(
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
