import { z } from "zod";
import { AREA_KINDS, findArea, NATION, searchAreas } from "#foundation/areas/public.ts";
import { type Permit, query } from "#foundation/authority/public.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { invalid, ok } from "#platform/kernel/result.ts";
import { indicatorPolicy } from "../access.ts";
import { selectDictionary } from "../dictionary/store.server.ts";
import { presentArea, presentObservations } from "./present.ts";
import { readCursor, writeCursor } from "./rules.ts";
import { AreasQuery, ObservationsQuery } from "./schema.ts";
import { selectObservations } from "./store.server.ts";

export const searchAreasOfApi = query({
  name: "api-area.search",
  policy: indicatorPolicy,
  target: AreasQuery,
  subject: () => ({ type: "area", area: NATION }),
  async run(permit, { q, kind: wanted, limit }) {
    const kind = AREA_KINDS.find((one) => one === wanted);
    if (wanted !== undefined && !kind) return invalid({ kind: [`must be one of ${AREA_KINDS.join(", ")}`] });
    const areas = await searchAreas(permit, q, { kind, limit });
    return ok({ areas: areas.map(presentArea) });
  },
});

export const readAreaOfApi = query({
  name: "api-area.read",
  policy: indicatorPolicy,
  target: z.object({ area: z.string() }),
  async subject(find, { area: text }) {
    const area = await findArea(find, text);
    return area && { type: "area", id: area.id, area: area.id, found: area };
  },
  run: (permit) => ok(presentArea(permit.subject.found)),
});

/** Published figures alone, whoever asks. */
export const listObservations = query({
  name: "observation.list",
  policy: indicatorPolicy,
  target: ObservationsQuery,
  subject: () => ({ type: "observation", area: NATION }),
  async run(permit, { area, indicator, from, to, limit, after: cursor }) {
    const after = cursor === undefined ? undefined : readCursor(cursor);
    if (cursor !== undefined && !after) return invalid({ after: ["must be `next` of an earlier answer"] });
    const dictionary = await selectDictionary(permit);
    const known = new Map(dictionary.indicators.map(({ code, no }) => [code, no]));
    const unknown = indicator?.find((code) => !known.has(code));
    if (unknown) return invalid({ indicator: [`there is no indicator ${unknown}`] });
    const areas = area && (await areaIds(permit, area));
    if (areas && "missing" in areas) return invalid({ area: [`there is no area ${areas.missing}`] });
    const indicators = indicator?.map((code) => known.get(code)!);
    const figures = await selectObservations(permit, { areas, indicators, from, to, after, limit });
    const combinations = new Set(figures.map((f) => `${f.areaId}/${f.indicatorNo}/${f.fiscalYear}`)).size;
    const last = figures.at(-1);
    return ok({
      observations: presentObservations(figures, dictionary),
      next: last && combinations === limit ? writeCursor(last) : null,
    });
  },
});

async function areaIds(permit: Permit, texts: readonly string[]): Promise<AreaId[] | { missing: string }> {
  const ids: AreaId[] = [];
  for (const text of new Set(texts)) {
    const area = await findArea(permit, text);
    if (!area) return { missing: text };
    ids.push(area.id);
  }
  return ids;
}
