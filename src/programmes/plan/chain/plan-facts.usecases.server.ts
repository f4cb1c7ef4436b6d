import { z } from "zod";
import { publishTargets, recordActivityCounts, recordTargets } from "#evidence/indicators/public.ts";
import { service } from "#foundation/actors/public.ts";
import { NATION } from "#foundation/areas/public.ts";
import { command, query } from "#foundation/authority/public.ts";
import type { App } from "#platform/app.ts";
import { type FiscalYear, fiscalYear } from "#platform/kernel/fiscal-year.ts";
import { addDays } from "#platform/kernel/plain-date.ts";
import { expectOk, ok } from "#platform/kernel/result.ts";
import { aboutArea, type PlanPermit, planPolicy } from "../access.ts";
import { activityKindLabel, FACT_SOURCE } from "../model/plan.messages.ts";
import { selectYearTable } from "./activity-years.store.server.ts";
import { lockCounting, selectDueYears } from "./plan-facts.store.server.ts";
import { selectTargets } from "./target.store.server.ts";

/** The profile shows what the plan keeps: docs/decisions/0022-the-plan-owns-targets.md. */
const originOf = ({ subject }: PlanPermit) => ({ areaId: subject.area, origin: "plan" });

/** Tells the profile the targets of the plan, in the use-case that changed one of them or a goal over them. */
export async function pushTargets(permit: PlanPermit): Promise<void> {
  await lockCounting(permit);
  const facts = (await selectTargets(permit)).map((target, position) => ({
    key: target.id,
    goal: target.goal ?? "",
    item: target.item,
    unit: target.unit,
    direction: target.direction,
    baselineYear: fiscalYear(target.baselineYear),
    baselineValue: target.baselineValue,
    targetYear: fiscalYear(target.targetYear),
    targetValue: target.targetValue,
    indicatorCode: target.indicator,
    sex: null,
    position,
    source: target.source || FACT_SOURCE.targets,
  }));
  await recordTargets(permit, originOf(permit), facts);
}

export const pushPublication = (permit: PlanPermit): Promise<void> =>
  publishTargets(permit, originOf(permit));

/**
 * Tells the profile how much was done in these fiscal years, in the use-case that changed activities of them. However
 * many those were: the years are counted once.
 */
export async function pushActivityCounts(permit: PlanPermit, touched: Iterable<number>): Promise<void> {
  const years = [...new Set(touched)].map(fiscalYear);
  if (years.length === 0) return;
  await lockCounting(permit);
  const span = { from: Math.min(...years), to: Math.max(...years) };
  const cells = await selectYearTable(permit, span, permit.clock.today());
  const counts = cells
    .filter((cell) => years.includes(cell.fiscalYear as FiscalYear))
    .map(({ fiscalYear: year, kind, sessions, participants }) => ({
      key: `${year}-${kind}`,
      fiscalYear: fiscalYear(year),
      kind,
      label: activityKindLabel(kind),
      sessions,
      participants,
      source: FACT_SOURCE.activities,
    }));
  await recordActivityCounts(permit, originOf(permit), years, counts);
}

/** How far back a planned activity's day is looked for: longer than a server stands still. */
const DAYS_BACK = 31;

/** The years in which an activity's day came since it was entered, by area. */
const listDueCounts = query({
  name: "activity-count.list-due",
  policy: planPolicy,
  target: z.object({}),
  subject: () => ({ type: "activity", area: NATION }),
  async run(permit) {
    const today = permit.clock.today();
    return ok(await selectDueYears(permit, addDays(today, -DAYS_BACK), today));
  },
});

const refreshCounts = command({
  name: "activity-count.refresh",
  ...aboutArea("activity"),
  input: z.object({ years: z.array(z.number()) }),
  async run(permit, { years }) {
    await pushActivityCounts(permit, years);
    return ok(undefined);
  },
});

/** By the clock: a planned activity counts once its day has come. */
export async function countWhatCame(app: App): Promise<void> {
  const actor = service("plan-counts");
  for (const { area, years } of expectOk(await listDueCounts(app, actor, {})))
    expectOk(await refreshCounts(app, actor, { area }, { years }));
}
