import { readDistricts } from "#evidence/indicators/public.ts";
import { type EditionContent, listEditions } from "#evidence/publication/public.ts";
import type { Actor } from "#foundation/actors/public.ts";
import { AREA_KINDS } from "#foundation/areas/public.ts";
import type { App } from "#platform/app.ts";
import { ok } from "#platform/kernel/result.ts";
import { councilsIn } from "#programmes/councils/public.ts";
import { REQUEST_STATISTICS } from "#programmes/support/public.ts";
import type { CouncilOf, RequestsOf } from "./overview.schema.ts";

/** What is published of the areas within an area: figures, requests, councils. */
export async function readOverview(
  app: App,
  actor: Actor,
  target: Readonly<{ area: string; kind?: string | undefined }>,
) {
  const read = await readDistricts(app, actor, {
    area: target.area,
    kind: AREA_KINDS.find((one) => one === target.kind),
  });
  if (!read.ok) return read;
  const { area, districts, kind } = read.value;
  const requests = new Map<string, RequestsOf>();
  // Requests and councils belong to medical areas; municipalities and office districts have none of their own.
  if (kind !== "secondary_medical_area")
    return ok({ ...read.value, requests, councils: new Map<string, CouncilOf>() });
  for (const { id } of districts) {
    const editions = await listEditions(app, actor, { area: id });
    const last = editions.ok
      ? editions.value
          .filter((one) => one.publication === REQUEST_STATISTICS.name && !one.replaced && !one.withdrawnAt)
          .toSorted((a, b) => (a.period < b.period ? 1 : -1))[0]
      : undefined;
    if (last) requests.set(id, requestsOf(last.content));
  }
  const councils = await councilsIn(app, actor, area.id);
  if (!councils.ok) return councils;
  return ok({
    ...read.value,
    requests,
    councils: new Map<string, CouncilOf>(councils.value.map((one) => [one.area, one])),
  });
}

function requestsOf({ period, tables, figures }: EditionContent): RequestsOf {
  const total = tables.find(({ key }) => key === "newcomers")?.cells.at(-1);
  const days = figures.find(({ key }) => key === "waitingDays")?.cell;
  return {
    period: period.label,
    requests: typeof total === "number" ? total : total === "hidden" ? "hidden" : null,
    waitingDays: typeof days === "number" ? days : null,
  };
}
