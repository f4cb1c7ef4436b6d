import { getAreas } from "#foundation/areas/public.ts";
import { defineFound, type Hit } from "#foundation/search/public.ts";
import { type MaterialSubject, materialPolicy } from "../access.ts";
import { KIND_NAMES } from "../model/material.messages.ts";
import { findableMaterials, selectFoundMaterials } from "./found-material.store.server.ts";

type Found = MaterialSubject & Readonly<{ published: boolean }>;

/** Leaflets, posters and other materials; a draft is found by the staff of its area alone. */
export const FOUND_MATERIALS = defineFound({
  kind: "material",
  name: { ja: "資材", en: "Materials" },
  position: 65,
  may: (actor, subject: Found) =>
    materialPolicy.may(actor, subject.published ? "material.read" : "material-stock.read", subject),
  rows: findableMaterials,
  async show(permit, keys, language) {
    const found = await selectFoundMaterials(permit, keys);
    const areas = await getAreas(
      permit,
      found.map(({ areaId }) => areaId),
    );
    return found.map(
      (one): Hit<Found> => ({
        areaId: one.areaId,
        id: one.id,
        title: one.title,
        note: [KIND_NAMES[one.kind][language], one.owner, areas.get(one.areaId)?.name]
          .filter(Boolean)
          .join("・"),
        to: `/areas/${areas.get(one.areaId)?.slug ?? one.areaId}/materials/${one.id}${language === "en" ? "?lang=en" : ""}`,
        subject: { type: "material", id: one.id, area: one.areaId, published: one.published },
      }),
    );
  },
});
