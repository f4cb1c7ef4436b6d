import { z } from "zod";
import { recordCountedHere } from "#evidence/indicators/public.ts";
import {
  findLastEdition,
  findLastPeriod,
  publishEdition,
  upsertRound,
} from "#evidence/publication/public.ts";
import { service } from "#foundation/actors/public.ts";
import { NATION } from "#foundation/areas/public.ts";
import { command, query } from "#foundation/authority/public.ts";
import { getOrganisations } from "#foundation/organisations/public.ts";
import type { App } from "#platform/app.ts";
import { type FiscalYear, showFiscalYearJa } from "#platform/kernel/fiscal-year.ts";
import type { AreaId, OrganisationId } from "#platform/kernel/ids.ts";
import { expectOk, ok } from "#platform/kernel/result.ts";
import { areaId } from "#platform/kernel/target.ts";
import { type ConsultationPermit, policy } from "../access.ts";
import { atOffice } from "../targets/target.usecases.server.ts";
import { consultationCounts, countsOf, lastCounted, NAME, periodOf, shownOf } from "./count.rules.ts";
import {
  selectCountedAreas,
  selectCountedOffices,
  selectCounts,
  selectOwnYears,
} from "./count.store.server.ts";

export const COUNTER = service("consultation-counts");
/** The first time so many years are published; cases of older ones may have been erased meanwhile. */
const YEARS_AT_FIRST = 3;

/** An office's own counts as they stand, for those who work on them. */
export const ownCounts = query({
  name: "count.read",
  ...atOffice("case"),
  async run(permit, { organisation }) {
    const years = await selectOwnYears(permit, organisation);
    return ok({ years: years.map((one) => ({ ...one, label: showFiscalYearJa(one.year as FiscalYear) })) });
  },
});

export const listCountedAreas = query({
  name: "count.list-areas",
  policy,
  target: z.object({}),
  subject: () => ({ type: "case", area: NATION }),
  async run(permit) {
    const last = String(lastCounted(permit.clock.today()));
    const due = [];
    for (const area of await selectCountedAreas(permit))
      if ((await findLastPeriod(permit, area, NAME)) !== last) due.push(area);
    return ok(due);
  },
});

/** Makes public what may be of the finished years that were not yet counted; one more edition where `again` is asked. */
export const publishCounts = command({
  name: "count.publish",
  policy,
  target: z.object({ area: areaId }),
  subject: (_find, { area }) => ({ type: "case", area }),
  input: z.object({ again: z.boolean().default(false) }).default({ again: false }),
  async run(permit, { area, again }) {
    const last = lastCounted(permit.clock.today());
    const done = await findLastPeriod(permit, area, NAME);
    const first = done === undefined ? last - YEARS_AT_FIRST + 1 : again ? Number(done) : Number(done) + 1;
    const editions: string[] = [];
    for (let year = first; year <= last; year += 1)
      if (await publishYear(permit, area, year as FiscalYear))
        editions.push(periodOf(year as FiscalYear).label);
    await upsertRound(permit, area, NAME, { checkedOn: permit.clock.today(), lastPeriod: String(last) });
    return ok({ editions });
  },
});

async function publishYear(permit: ConsultationPermit, area: AreaId, year: FiscalYear): Promise<boolean> {
  const ids = await selectCountedOffices(permit, area, year);
  if (ids.length === 0) return false;
  const known = await getOrganisations(permit, ids);
  const offices = ids.flatMap((id) => known.get(id) ?? []);
  const facts = await selectCounts(permit, area, year);
  await publishEdition(permit, consultationCounts(offices), area, periodOf(year), countsOf(facts, offices));
  await tellProfile(
    permit,
    { area, year },
    offices.flatMap(({ id, sector }) => (sector === CENTRE ? [id] : [])),
  );
  return true;
}

const CENTRE = "occupational_health_centre";

/** The profile's series of the occupational health centre goes on by that centre's counts alone, as far as they are public. */
async function tellProfile(
  permit: ConsultationPermit,
  { area, year }: Readonly<{ area: AreaId; year: FiscalYear }>,
  centres: readonly OrganisationId[],
): Promise<void> {
  const edition = await findLastEdition(permit, { area, publication: NAME, period: String(year) });
  if (!edition || centres.length === 0) return;
  const shown = edition.withdrawnAt ? null : shownOf(edition.content, centres);
  const counted = { areaId: area, source: CENTRE, year };
  await recordCountedHere(permit, counted, {
    consultations: shown?.all ?? null,
    consultations_mental_health: shown?.mental ?? null,
  });
}

/** The counts of the areas whose last year is not public yet. */
export async function publishDueCounts(app: App): Promise<void> {
  for (const area of expectOk(await listCountedAreas(app, COUNTER, {}))) {
    const done = await publishCounts(app, COUNTER, { area });
    if (!done.ok) app.log.error({ area, refusal: done.error.kind }, "consultations could not be counted");
  }
}
