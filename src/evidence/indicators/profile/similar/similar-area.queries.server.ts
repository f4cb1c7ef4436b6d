import { getAreas, inArea, searchAreas } from "#foundation/areas/public.ts";
import { query } from "#foundation/authority/public.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { ok } from "#platform/kernel/result.ts";
import { type IndicatorPermit, indicatorPolicy } from "../../access.ts";
import { SIMILARITY_CODES, type Similar, similarTo } from "./rules.ts";
import { selectLastFigures } from "./similar-area.store.server.ts";

const MOST_AREAS = 2500;

/** The areas most like one, by what is published of all areas of its kind. */
export async function findSimilar(permit: IndicatorPermit, area: AreaId): Promise<Similar> {
  const own = (await getAreas(permit, [area])).get(area);
  if (!own || own.kind === "nation") return { status: "not-found", reason: "too-few-areas" };
  const alike = await searchAreas(permit, "", { kind: own.kind, limit: MOST_AREAS });
  const figures = await selectLastFigures(
    permit,
    alike.map(({ id }) => id),
    SIMILARITY_CODES,
  );
  return similarTo(area, figures);
}

/** The areas most like one, by name and the nearest first; empty where they can't be told. */
export const listSimilarAreas = query({
  name: "similar-area.list",
  ...inArea(indicatorPolicy, "area"),
  async run(permit) {
    const similar = await findSimilar(permit, permit.subject.area);
    if (similar.status === "not-found") return ok([]);
    const areas = await getAreas(
      permit,
      similar.areas.map(({ id }) => id),
    );
    return ok(similar.areas.flatMap(({ id }) => areas.get(id) ?? []));
  },
});
