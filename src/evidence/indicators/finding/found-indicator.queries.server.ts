import type { Actor } from "#foundation/actors/public.ts";
import { getAreas, NATION } from "#foundation/areas/public.ts";
import type { Subject } from "#foundation/authority/public.ts";
import { defineFound, type Hit } from "#foundation/search/public.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { indicatorPolicy } from "../access.ts";
import { findableIndicators, selectIndicatorPlaces } from "./found-indicator.store.server.ts";

/** One's own areas before the nation, whose figures stand beside theirs. */
const placesOf = (actor: Actor): readonly AreaId[] => [
  ...(actor.kind === "person" ? actor.memberships.flatMap(({ areas }) => areas) : []),
  NATION,
];

/** Indicators, by name and synonym: each leads to its figures in an area of whoever searches, or in the nation. */
export const FOUND_INDICATORS = defineFound({
  kind: "indicator",
  name: { ja: "健康の指標", en: "Health indicators" },
  position: 80,
  may: (actor, subject: Subject) => indicatorPolicy.may(actor, "indicator.list", subject),
  rows: findableIndicators,
  async show(permit, keys, language) {
    const codes = keys.map(({ id }) => id);
    const found = await selectIndicatorPlaces(permit, codes, placesOf(permit.actor));
    const areas = await getAreas(
      permit,
      found.map(({ area }) => area),
    );
    return found.flatMap(({ code, nameJa, nameEn, area }): Hit[] => {
      const place = areas.get(area);
      if (!place) return [];
      return [
        {
          areaId: NATION,
          id: code,
          title: language === "en" ? nameEn : nameJa,
          note: place.name,
          to: `/areas/${place.slug}/indicators/${code}${language === "en" ? "?lang=en" : ""}`,
          subject: { type: "indicator", id: code, area: NATION },
        },
      ];
    });
  },
});
