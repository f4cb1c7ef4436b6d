import { getAreas } from "#foundation/areas/public.ts";
import type { Subject, Work } from "#foundation/authority/public.ts";
import { defineFound, type Hit } from "#foundation/search/public.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { planPolicy } from "../access.ts";
import {
  findableInitiatives,
  findablePublished,
  selectFoundInitiatives,
  selectFoundPublished,
} from "./found-initiative.store.server.ts";

type Found = Readonly<{ areaId: string; id: string; title: string; audience?: string }>;

async function hitsOf(
  permit: Work,
  found: readonly Found[],
  pageOf: (plan: string, id: string) => string,
): Promise<readonly Hit[]> {
  const areas = await getAreas(
    permit,
    found.map(({ areaId }) => areaId as AreaId),
  );
  return found.map(({ areaId, id, title, audience }): Hit => {
    const area = areas.get(areaId as AreaId);
    return {
      areaId: areaId as AreaId,
      id,
      title,
      note: [area?.name, audience].filter(Boolean).join("・"),
      to: pageOf(`/areas/${area?.slug ?? areaId}/plan`, id),
      subject: { type: "initiative", id, area: areaId as AreaId },
    };
  });
}

/** Initiatives of the plans that one works with. */
export const FOUND_INITIATIVES = defineFound({
  kind: "initiative",
  name: { ja: "計画の事業", en: "Initiatives" },
  position: 50,
  may: (actor, subject: Subject) => planPolicy.may(actor, "initiative.read", subject),
  rows: findableInitiatives,
  show: async (permit, keys) =>
    hitsOf(permit, await selectFoundInitiatives(permit, keys), (plan, id) => `${plan}/initiatives/${id}`),
});

/** Initiatives of published plans, of all areas. */
export const FOUND_PUBLISHED_INITIATIVES = defineFound({
  kind: "published-initiative",
  name: { ja: "公開されている事業", en: "Published initiatives" },
  position: 90,
  may: (actor, subject: Subject) => planPolicy.may(actor, "plan.read-published", subject),
  rows: findablePublished,
  show: async (permit, keys) =>
    hitsOf(permit, await selectFoundPublished(permit, keys), (plan) => `${plan}/published`),
});
