import { getAreas, NATION } from "#foundation/areas/public.ts";
import { query } from "#foundation/authority/public.ts";
import { FhirAsked, type FhirKind, type FhirPage } from "#foundation/fhir/public.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { notFound, ok } from "#platform/kernel/result.ts";
import { indicatorPolicy } from "../access.ts";
import { presentObservations } from "../api/present.ts";
import { readCursor, writeCursor } from "../api/rules.ts";
import { selectObservations } from "../api/store.server.ts";
import { selectDictionary } from "../dictionary/store.server.ts";
import { measureOf, measureReportOf, readReportId } from "./measure.present.ts";

const listMeasures = query({
  name: "indicator.list-fhir",
  policy: indicatorPolicy,
  target: FhirAsked,
  subject: () => ({ type: "indicator", area: NATION }),
  async run(permit, { id, after, limit }, app) {
    const { indicators } = await selectDictionary(permit);
    const all = indicators
      .filter(({ no }) => (id === null ? no > Number(after ?? 0) : String(no) === id))
      .toSorted((a, b) => a.no - b.no);
    const page = all.slice(0, limit);
    const next = all.length > limit ? String(page.at(-1)!.no) : null;
    return ok<FhirPage>({ resources: page.map((one) => measureOf(app.config.origin, one)), next });
  },
});

/** Published figures alone, whoever asks; of one area, indicator and year all at once, as they are judged together. */
const listReports = query({
  name: "observation.list-fhir",
  policy: indicatorPolicy,
  target: FhirAsked,
  subject: () => ({ type: "observation", area: NATION }),
  async run(permit, { id, after, limit }, app) {
    const one = id === null ? undefined : readReportId(id);
    const cursor = after === null ? undefined : readCursor(after);
    if ((id !== null && !one) || (after !== null && !cursor)) return notFound("measure report");
    const figures = await selectObservations(permit, {
      ...{ areas: one && [one.area], indicators: one && [one.no], from: one?.year, to: one?.year },
      ...{ after: cursor, limit },
    });
    const dictionary = await selectDictionary(permit);
    const byCode = new Map(dictionary.indicators.map((indicator) => [indicator.code, indicator]));
    const groups = Map.groupBy(
      presentObservations(figures, dictionary),
      ({ area, indicator, fiscal_year }) => `${area} ${indicator} ${fiscal_year}`,
    );
    const areas = await getAreas(permit, [...new Set(figures.map(({ areaId }) => areaId as AreaId))]);
    const resources = [...groups.values()].map((observations) => {
      const area = areas.get(observations[0]!.area as AreaId);
      return measureReportOf({
        origin: app.config.origin,
        indicator: byCode.get(observations[0]!.indicator)!,
        ...{ areaName: area?.name ?? observations[0]!.area, areaCode: area?.code ?? null, observations },
      });
    });
    const last = figures.at(-1);
    return ok<FhirPage>({ resources, next: last && groups.size === limit ? writeCursor(last) : null });
  },
});

export const INDICATOR_FHIR: readonly FhirKind[] = [
  { type: "Measure", byTime: false, find: listMeasures },
  { type: "MeasureReport", byTime: false, find: listReports },
];
