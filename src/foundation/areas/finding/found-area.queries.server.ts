import type { Subject } from "#foundation/authority/public.ts";
import { defineFound, type Hit } from "#foundation/search/public.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { areaPolicy, theList } from "../access.ts";
import { kindLabel, type Language } from "../messages.ts";
import { fullNameOf } from "../rules.ts";
import type { Area } from "../schema.ts";
import { getAreas } from "../usecases.server.ts";
import { findableAreas, findableTowns, selectTowns } from "./found-area.store.server.ts";

const addressOf = ({ slug }: Area, language: Language) =>
  `/areas/${slug}${language === "en" ? "?lang=en" : ""}`;

/** Areas, by name, reading and code. */
export const FOUND_AREAS = defineFound({
  kind: "area",
  name: { ja: "地域の健康情報", en: "Areas" },
  position: 20,
  place: true,
  may: (actor, subject: Subject) => areaPolicy.may(actor, "area.search", subject),
  rows: findableAreas,
  async show(permit, keys, language) {
    const areas = await getAreas(
      permit,
      keys.map(({ areaId }) => areaId),
    );
    const above = await getAreas(
      permit,
      [...areas.values()].flatMap(({ prefectureId }) => prefectureId ?? []),
    );
    return [...areas.values()].map((area): Hit => {
      const prefecture = area.prefectureId ? above.get(area.prefectureId)?.name : undefined;
      return {
        areaId: area.id,
        id: area.id,
        title: fullNameOf(area, prefecture),
        note: kindLabel(area.kind, language),
        to: addressOf(area, language),
        subject: theList(),
      };
    });
  },
});

/** Towns of the operator's table, by name, reading and postcode: they lead to their municipality. */
export const FOUND_TOWNS = defineFound({
  kind: "town",
  name: { ja: "町名・郵便番号", en: "Towns and postcodes" },
  position: 25,
  place: true,
  may: (actor, subject: Subject) => areaPolicy.may(actor, "area.search", subject),
  rows: findableTowns,
  async show(permit, keys, language) {
    const towns = await selectTowns(permit, keys);
    const areas = await getAreas(
      permit,
      towns.map(({ areaId }) => areaId as AreaId),
    );
    return towns.flatMap(({ areaId, postcode, name }): Hit[] => {
      const area = areas.get(areaId as AreaId);
      if (!area) return [];
      return [
        {
          areaId: area.id,
          id: `${postcode}-${name}`,
          title: `${area.name}${name}`,
          note: `〒${postcode.slice(0, 3)}-${postcode.slice(3)}`,
          to: addressOf(area, language),
          subject: theList(),
        },
      ];
    });
  },
});
