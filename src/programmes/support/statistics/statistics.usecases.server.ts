import { z } from "zod";
import { type Actor, service, VISITOR } from "#foundation/actors/public.ts";
import { NATION } from "#foundation/areas/public.ts";
import { command, type Finder, query } from "#foundation/authority/public.ts";
import type { App } from "#platform/app.ts";
import type { Clock } from "#platform/kernel/clock.ts";
import { fiscalYearOf, parseFiscalYear } from "#platform/kernel/fiscal-year.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { ok, type Result } from "#platform/kernel/result.ts";
import { areaId } from "#platform/kernel/target.ts";
import { type SupportPermit, supportPolicy } from "../access.ts";
import { openTables, publishedTables, type ShownFacts } from "./statistics.present.ts";
import type { Facts, YearSums } from "./statistics.schema.ts";
import {
  findEdition,
  saveEdition,
  selectAreasToPublish,
  selectFacts,
  selectYears,
} from "./statistics.store.server.ts";

export type Statistics = Readonly<{
  /** The fiscal years that one may choose. */
  years: readonly number[];
  shown: ShownFacts;
  /** For the secretariat alone: everything as it is, and the years side by side. */
  full?: Readonly<{ facts: Facts; byYear: readonly YearSums[] }>;
}>;

const YEARS_OFFERED = 6;
const yearsTo = (last: number) => Array.from({ length: YEARS_OFFERED }, (_, back) => last - back);
const lastFinished = (clock: Clock) => fiscalYearOf(clock.today()) - 1;
const chosen = (years: readonly number[], wanted: string | null) =>
  years.find((one) => one === parseFiscalYear(wanted ?? "")) ?? years[0]!;

const ofYear = z.object({ area: areaId, year: z.string().nullable() });
const statisticsOf = (_find: Finder, { area }: { area: AreaId }) => ({ type: "statistics", area });

/** A fiscal year's requests as they are, of the running one too. */
const readFull = query({
  name: "statistics.full",
  policy: supportPolicy,
  target: ofYear,
  subject: statisticsOf,
  async run(permit, { area, year }): Promise<Result<Statistics>> {
    const years = yearsTo(fiscalYearOf(permit.clock.today()));
    const byYear = await selectYears(permit, area, years.at(-1)!, years[0]!);
    const wanted = chosen(years, year);
    const facts = await selectFacts(
      permit,
      area,
      byYear.find((one) => one.year === wanted) ?? nothing(wanted),
    );
    return ok({ years, shown: openTables(facts), full: { facts, byYear } });
  },
});

/**
 * A finished fiscal year with small counts hidden, as it was made public: of a year that still runs, what changed from one
 * day to the next would tell of one workplace.
 */
const readPublished = query({
  name: "statistics.read",
  policy: supportPolicy,
  target: ofYear,
  subject: statisticsOf,
  async run(permit, { area, year }): Promise<Result<Statistics>> {
    const edition = await findEdition(permit, area);
    const years = yearsTo(edition?.lastYear ?? lastFinished(permit.clock));
    const wanted = chosen(years, year);
    const shown = edition?.years.find((one) => one.year === wanted) ?? publishedTables(noFacts(wanted));
    return ok({ years, shown });
  },
});

/** A fiscal year's requests: as they are for who may see that, for everybody else as they were made public. */
export const readStatistics = (
  app: App,
  actor: Actor,
  area: AreaId,
  year: string | null,
): Promise<Result<Statistics>> =>
  supportPolicy.may(actor, "statistics.full", { type: "statistics", area })
    ? readFull(app, actor, { area, year })
    : readPublished(app, VISITOR, { area, year });

const listDue = query({
  name: "statistics.due",
  policy: supportPolicy,
  target: z.object({}),
  subject: () => ({ type: "statistics", area: NATION }),
  run: async (permit) => ok(await selectAreasToPublish(permit, permit.clock.today())),
});

/** Makes public what may be of the finished years as they stand. */
export const publishStatistics = command({
  name: "statistics.publish",
  policy: supportPolicy,
  target: z.object({ area: areaId }),
  subject: statisticsOf,
  async run(permit, { area }) {
    const lastYear = lastFinished(permit.clock);
    const years = await publishedYears(permit, area, lastYear);
    await saveEdition(permit, area, { lastYear, years }, permit.clock.today());
    return ok(undefined);
  },
});

async function publishedYears(permit: SupportPermit, area: AreaId, last: number): Promise<ShownFacts[]> {
  const years: ShownFacts[] = [];
  for (const sums of await selectYears(permit, area, yearsTo(last).at(-1)!, last))
    years.push(publishedTables(await selectFacts(permit, area, sums)));
  return years;
}

/** What was not made public today yet, for each area with requests. */
export async function publishDueStatistics(app: App): Promise<void> {
  const actor = service("support");
  const due = await listDue(app, actor, {});
  for (const area of due.ok ? due.value : []) {
    const done = await publishStatistics(app, actor, { area });
    if (!done.ok) app.log.error({ area, refusal: done.error.kind }, "statistics could not be made public");
  }
}

const nothing = (year: number): YearSums => ({
  year,
  requests: 0,
  first: 0,
  workplaces: 0,
  newWorkplaces: 0,
  held: 0,
  unmet: 0,
  open: 0,
  fixed: 0,
  median: null,
  ninety: null,
  consultations: 0,
});

const noFacts = (year: number): Facts => ({
  sums: nothing(year),
  bySizeAndIndustry: [],
  byHeardFrom: [],
  byUnmetReason: [],
  byTopic: [],
  byTopicAndReason: [],
  bySupporter: [],
});
