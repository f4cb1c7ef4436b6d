import { VISITOR } from "#foundation/actors/public.ts";
import { AREA_KINDS, findArea, type getAreas, searchAreas } from "#foundation/areas/public.ts";
import { act } from "#foundation/authority/public.ts";
import type { App } from "#platform/app.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { invalid, notFound, ok } from "#platform/kernel/result.ts";
import { selectDictionary } from "../dictionary/store.server.ts";
import { presentArea, presentIndicator, presentObservations } from "./present.ts";
import { readCursor, writeCursor } from "./rules.ts";
import type { ObservationsQuery } from "./schema.ts";
import { selectObservations } from "./store.server.ts";

/** The API shows what a visitor may see, whoever asks: its answers can be kept by anyone in between. */
const asVisitor = <T>(app: App, work: Parameters<typeof act<T>>[2]) => act(app, VISITOR, work);

export const areasForApi = (app: App, query: { q: string; kind?: string | undefined; limit: number }) =>
  asVisitor(app, async (permit) => {
    const kind = AREA_KINDS.find((one) => one === query.kind);
    if (query.kind !== undefined && !kind)
      return invalid({ kind: [`must be one of ${AREA_KINDS.join(", ")}`] });
    const areas = await searchAreas(permit, query.q, { kind, limit: query.limit });
    return ok({ areas: areas.map(presentArea) });
  });

export const areaForApi = (app: App, text: string) =>
  asVisitor(app, async (permit) => {
    const area = await findArea(permit, text);
    return area ? ok(presentArea(area)) : notFound("area");
  });

export const indicatorsForApi = (app: App) =>
  asVisitor(app, async (permit) => {
    const { indicators, sources } = await selectDictionary(permit);
    return ok({
      indicators: indicators.map(presentIndicator),
      sources: sources.map(({ code, name_ja, name_en, owner_ja, population_ja, caution_ja }) => ({
        code,
        name_ja,
        name_en,
        owner_ja,
        population_ja,
        caution_ja,
      })),
    });
  });

export const observationsForApi = (app: App, query: ObservationsQuery) =>
  asVisitor(app, async (permit) => {
    const after = query.after === undefined ? undefined : readCursor(query.after);
    if (query.after !== undefined && !after)
      return invalid({ after: ["must be `next` of an earlier answer"] });
    const dictionary = await selectDictionary(permit);
    const known = new Map(dictionary.indicators.map((indicator) => [indicator.code, indicator.no]));
    const unknown = query.indicator?.find((code) => !known.has(code));
    if (unknown) return invalid({ indicator: [`there is no indicator ${unknown}`] });
    const areas = query.area && (await areaIds(permit, query.area));
    if (areas && "missing" in areas) return invalid({ area: [`there is no area ${areas.missing}`] });
    const figures = await selectObservations(permit, {
      areas,
      indicators: query.indicator?.map((code) => known.get(code)!),
      from: query.from,
      to: query.to,
      after,
      limit: query.limit,
    });
    const combinations = new Set(figures.map((f) => `${f.areaId}/${f.indicatorNo}/${f.fiscalYear}`)).size;
    const last = figures.at(-1);
    return ok({
      observations: presentObservations(figures, dictionary),
      next: last && combinations === query.limit ? writeCursor(last) : null,
    });
  });

async function areaIds(
  permit: Parameters<typeof getAreas>[0],
  texts: readonly string[],
): Promise<AreaId[] | { missing: string }> {
  const ids: AreaId[] = [];
  for (const text of new Set(texts)) {
    const area = await findArea(permit, text);
    if (!area) return { missing: text };
    ids.push(area.id);
  }
  return ids;
}
