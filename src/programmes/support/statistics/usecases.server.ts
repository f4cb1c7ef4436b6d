import { act, authorise } from "#foundation/audit/public.ts";
import { type Actor, service } from "#foundation/identity/public.ts";
import type { App } from "#platform/app.ts";
import { fiscalYearOf, parseFiscalYear } from "#platform/kernel/fiscal-year.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { ok, type Result } from "#platform/kernel/result.ts";
import { supportPolicy } from "../access.ts";
import { type ShownFacts, tablesOf } from "./present.ts";
import type { Facts } from "./schema.ts";
import { selectFacts } from "./store.server.ts";

export type Statistics = Readonly<{ years: readonly number[]; shown: ShownFacts; facts: Facts | undefined }>;

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
    const facts = await selectFacts(unit.tx, area, year);
    return ok({
      years,
      shown: tablesOf(facts, full ? "secretariat" : "public"),
      facts: full ? facts : undefined,
    });
  });
}
