import { getAreas } from "#foundation/areas/public.ts";
import { defineFound } from "#foundation/search/public.ts";
import { directoryPolicy, type ResourceSubject } from "../access.ts";
import { selectResources } from "../entries/resource.store.server.ts";
import { KIND_NAMES } from "../model/resource.messages.ts";
import { findableResources } from "./found-resource.store.server.ts";

/** Whoever edits a draft is led to its form, everybody else to what is listed. */
export const FOUND_RESOURCES = defineFound({
  kind: "resource",
  name: { ja: "地域資源", en: "What helps nearby" },
  position: 55,
  may: (actor, subject: ResourceSubject & { listed: boolean }) =>
    directoryPolicy.may(actor, subject.listed ? "resource.read" : "resource.read-to-edit", subject),
  rows: findableResources,
  async show(permit, keys, language) {
    const found = await selectResources(permit, keys);
    const areas = await getAreas(permit, [...new Set(found.map(({ areaId }) => areaId))]);
    return found.map((one) => {
      const area = areas.get(one.areaId);
      const listed = one.state === "listed";
      const base = `/areas/${area?.slug ?? one.areaId}/directory/${one.id}`;
      return {
        ...{ areaId: one.areaId, id: one.id as string, title: one.name },
        note: [KIND_NAMES[one.kind][language], one.address || area?.name].filter(Boolean).join("・"),
        to: listed ? (language === "en" ? `${base}?lang=en` : base) : `${base}/edit`,
        subject: {
          type: "resource",
          id: one.id as string,
          area: one.areaId,
          organisation: one.organisationId,
          listed,
        },
      };
    });
  },
});
