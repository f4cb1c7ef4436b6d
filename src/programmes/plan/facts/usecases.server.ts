import { publishTargets, recordActivityCounts, recordTargets } from "#evidence/indicators/public.ts";
import { service } from "#foundation/actors/public.ts";
import { act, type Unit } from "#foundation/authority/public.ts";
import type { App } from "#platform/app.ts";
import { type FiscalYear, fiscalYear } from "#platform/kernel/fiscal-year.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { addDays } from "#platform/kernel/plain-date.ts";
import { ok } from "#platform/kernel/result.ts";
import { selectYearTable } from "../activities/years/store.server.ts";
import { activityKindLabel, FACT_SOURCE } from "../messages.ts";
import { selectSkeleton } from "../store.server.ts";
import { holdCounting, selectYearsThatCame } from "./store.server.ts";

/** The profile shows what the plan keeps: docs/decisions/0022-the-plan-owns-targets.md. */
const keeperOf = (areaId: AreaId) => ({ areaId, origin: "plan" });

/** Tells the profile the targets of the plan, in the use-case that changed one of them or a goal over them. */
export async function tellTargets(unit: Unit, area: AreaId): Promise<void> {
  await holdCounting(unit, area);
  const { goals, targets } = await selectSkeleton(unit, area);
  const titles = new Map(goals.map((goal) => [goal.id, goal.title]));
  const facts = targets.map((target, position) => ({
    key: target.id,
    goal: (target.goalId && titles.get(target.goalId)) || "",
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
  await recordTargets(unit, keeperOf(area), facts);
}

export const tellThatPublished = (unit: Unit, area: AreaId): Promise<void> =>
  publishTargets(unit, keeperOf(area));

/**
 * Tells the profile how much was done in these fiscal years, in the use-case that changed activities of them. However
 * many those were: the years are counted once.
 */
export async function tellActivities(unit: Unit, area: AreaId, touched: Iterable<number>): Promise<void> {
  const years = [...new Set(touched)].map(fiscalYear);
  if (years.length === 0) return;
  await holdCounting(unit, area);
  const span = { from: Math.min(...years), to: Math.max(...years) };
  const cells = await selectYearTable(unit, area, span, unit.clock.today());
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
  await recordActivityCounts(unit, keeperOf(area), years, counts);
}

/** How far back a planned activity's day is looked for: longer than a server stands still. */
const DAYS_BACK = 31;

/** By the clock: a planned activity counts once its day has come. */
export async function countWhatCame(app: App): Promise<void> {
  const actor = service("plan-counts");
  const today = app.clock.today();
  const came = await act(app, actor, async (unit) =>
    ok(await selectYearsThatCame(unit, addDays(today, -DAYS_BACK), today)),
  );
  for (const { area, years } of came.ok ? came.value : [])
    await act(app, actor, async (unit) => ok(await tellActivities(unit, area as AreaId, years)));
}
