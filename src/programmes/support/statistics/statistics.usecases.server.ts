import { z } from "zod";
import {
  type EditionContent,
  findLastEdition,
  findLastPeriod,
  openEdition,
  publishEdition,
  selectChecked,
  upsertRound,
} from "#evidence/publication/public.ts";
import { type Actor, service, VISITOR } from "#foundation/actors/public.ts";
import { command, type Finder, query } from "#foundation/authority/public.ts";
import type { App } from "#platform/app.ts";
import type { Clock } from "#platform/kernel/clock.ts";
import { fiscalYearOf, parseFiscalYear } from "#platform/kernel/fiscal-year.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { ok, type Result } from "#platform/kernel/result.ts";
import { areaId } from "#platform/kernel/target.ts";
import { supportPolicy } from "../access.ts";
import { aboutAll } from "../support-target.usecases.server.ts";
import { countsOf, periodOf, REQUEST_STATISTICS } from "./statistics.rules.ts";
import type { Facts, YearSums } from "./statistics.schema.ts";
import { selectAreasWithRequests, selectFacts, selectYears } from "./statistics.store.server.ts";

export type Statistics = Readonly<{
  /** The fiscal years that one may choose. */
  years: readonly number[];
  year: number;
  shown: EditionContent;
  /** Why the published statistics of the year were withdrawn. */
  withdrawnFor?: string;
  /** For the secretariat alone: everything as it is, and the years side by side. */
  full?: Readonly<{ facts: Facts; byYear: readonly YearSums[] }>;
}>;

const NAME = REQUEST_STATISTICS.name;
const openYear = (facts: Facts) =>
  openEdition(REQUEST_STATISTICS, periodOf(facts.sums.year), countsOf(facts));
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
    return ok({ years, year: wanted, shown: openYear(facts), full: { facts, byYear } });
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
    const lastYear = await findLastPeriod(permit, area, NAME);
    const years = yearsTo(lastYear === undefined ? lastFinished(permit.clock) : Number(lastYear));
    const wanted = chosen(years, year);
    const edition = await findLastEdition(permit, { area, publication: NAME, period: String(wanted) });
    const nobody = { years, year: wanted, shown: openYear(noFacts(wanted)) };
    if (!edition) return ok(nobody);
    return ok(
      edition.withdrawnAt
        ? { ...nobody, withdrawnFor: edition.withdrawnFor }
        : { ...nobody, shown: edition.content },
    );
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
  ...aboutAll("statistics"),
  async run(permit) {
    const done = new Set(await selectChecked(permit, NAME, permit.clock.today()));
    return ok((await selectAreasWithRequests(permit)).filter((area) => !done.has(area)));
  },
});

/** Makes public what may be of the finished years as they stand. */
export const publishStatistics = command({
  name: "statistics.publish",
  policy: supportPolicy,
  target: z.object({ area: areaId }),
  subject: statisticsOf,
  async run(permit, { area }) {
    const lastYear = lastFinished(permit.clock);
    for (const sums of await selectYears(permit, area, yearsTo(lastYear).at(-1)!, lastYear)) {
      const facts = await selectFacts(permit, area, sums);
      await publishEdition(permit, REQUEST_STATISTICS, area, periodOf(sums.year), countsOf(facts));
    }
    const round = { checkedOn: permit.clock.today(), lastPeriod: String(lastYear) };
    await upsertRound(permit, area, NAME, round);
    return ok(undefined);
  },
});

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
