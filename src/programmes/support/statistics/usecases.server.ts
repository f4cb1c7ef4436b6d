import { type Actor, service } from "#foundation/actors/public.ts";
import { act, authorise } from "#foundation/authority/public.ts";
import type { App } from "#platform/app.ts";
import { fiscalYearOf, parseFiscalYear } from "#platform/kernel/fiscal-year.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { ok, type Result } from "#platform/kernel/result.ts";
import { supportPolicy } from "../access.ts";
import { openTables, publishedTables, type ShownFacts } from "./present.ts";
import type { Facts, YearSums } from "./schema.ts";
import { selectFacts, selectYears } from "./store.server.ts";

export type Statistics = Readonly<{
  /** The fiscal years that one may choose. */
  years: readonly number[];
  shown: ShownFacts;
  /** For the secretariat alone: everything as it is, and the years side by side. */
  full: Readonly<{ facts: Facts; byYear: readonly YearSums[] }> | undefined;
}>;

const YEARS_OFFERED = 6;

/**
 * A fiscal year's requests. Anyone sees finished years with small counts hidden: of a year that still runs, what
 * changed from one day to the next would tell of one workplace. The secretariat sees every year as it is.
 */
export async function readStatistics(
  app: App,
  actor: Actor,
  area: AreaId,
  wanted: string | null,
): Promise<Result<Statistics>> {
  const full = supportPolicy.may(actor, "support.statistics", { type: "statistics", area }) !== undefined;
  const running = fiscalYearOf(app.clock.today());
  const last = full ? running : running - 1;
  const years = Array.from({ length: YEARS_OFFERED }, (_, back) => last - back);
  const year = years.find((one) => one === parseFiscalYear(wanted ?? "")) ?? last;
  return act(app, full ? actor : service("ask"), async (unit) => {
    const permit = await authorise(unit, supportPolicy, "support.statistics", { type: "statistics", area });
    if (!permit.ok) return permit;
    const byYear = await selectYears(unit, area, years.at(-1)!, last);
    const facts = await selectFacts(
      unit,
      area,
      byYear.find((one) => one.year === year) ?? { ...NOTHING, year },
    );
    return ok({
      years,
      shown: full ? openTables(facts) : publishedTables(facts),
      full: full ? { facts, byYear } : undefined,
    });
  });
}

const NOTHING: Omit<YearSums, "year"> = {
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
};
