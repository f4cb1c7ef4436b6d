import { also, type Work } from "#foundation/authority/public.ts";
import { type FiscalYear, firstDayOf, lastDayOf } from "#platform/kernel/fiscal-year.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { pick } from "#platform/kernel/pick.ts";
import { ok, type Result } from "#platform/kernel/result.ts";
import { type PlanPermit, planPolicy } from "../access.ts";
import { selectActiveYears, selectYearTable } from "../chain/activity-years.store.server.ts";
import { selectEvaluations } from "../chain/evaluation.store.server.ts";
import { selectInitiatives } from "../chain/initiative.store.server.ts";
import { selectSkeleton } from "../chain/plan.store.server.ts";
import { selectTallies } from "../chain/tally.store.server.ts";
import { selectMeasures } from "../initiatives/measure.store.server.ts";
import { carriedOver, named } from "../model/evaluation.rules.ts";
import { stateOf } from "../model/plan.rules.ts";
import { type JointInitiative, measuresUpTo, type PlanFacts, ranIn } from "./plan-report.rules.ts";

const EARLIEST = 1950;
const NO_FIGURE = { sessions: null, participants: null };

/** The plan's part of the annual report of that fiscal year, in the transaction of whoever reports. */
export const planFacts = (work: Work, area: AreaId, year: FiscalYear): Promise<Result<PlanFacts>> =>
  reporting(work, area, (permit) => factsOf(permit, year));

/** The joint work of a fiscal year: what the maturity ladder asks of initiatives of two organisations or more. */
export const jointWork = (work: Work, area: AreaId, year: FiscalYear): Promise<Result<JointInitiative[]>> =>
  reporting(work, area, (permit) => jointWorkOf(permit, year));

async function reporting<T>(
  work: Work,
  area: AreaId,
  read: (permit: PlanPermit) => Promise<T>,
): Promise<Result<T>> {
  const permit = await also(work, planPolicy, "plan.report", { type: "plan", area });
  return permit.ok ? ok(await read(permit.value)) : permit;
}

async function factsOf(permit: PlanPermit, year: FiscalYear): Promise<PlanFacts> {
  const skeleton = await selectSkeleton(permit);
  const all = await selectInitiatives(permit, { limit: 100_000 });
  const tallies = await selectTallies(
    permit,
    all.map((initiative) => initiative.id),
    year,
    // A year that is over is reported whole; of the current one what was held by today.
    [permit.clock.today(), lastDayOf(year)].sort()[0]!,
  );
  const measures = measuresUpTo(await selectMeasures(permit), year);
  const evaluations = await selectEvaluations(permit, { fiscalYear: year });
  const before = await selectEvaluations(permit, { fiscalYear: year - 1 });
  const evaluated = [...skeleton.goals, ...all];
  const touched = new Set([
    ...tallies
      .filter(({ year: own }) => own.sessions !== null || own.participants !== null)
      .map((one) => one.initiativeId),
    ...measures.filter((measure) => measure.value !== null).map((measure) => measure.initiativeId),
    ...evaluations.map((evaluation) => evaluation.initiativeId),
  ]);
  const goals = new Map(skeleton.goals.map((goal) => [goal.id, goal.title]));
  return {
    issues: skeleton.issues
      .filter((issue) => issue.seenIn <= year)
      .map((issue) => ({
        ...pick(issue, "id", "title", "description"),
        evidence: skeleton.evidence
          .filter((evidence) => evidence.issueId === issue.id)
          .map((one) => pick(one, "kind", "text", "source", "sector", "figure")),
      })),
    targets: skeleton.targets
      .filter((target) => target.baselineYear <= year)
      .map((target) => ({
        ...pick(target, "id", "goal", "item", "unit", "direction"),
        ...pick(target, "baselineYear", "baselineValue", "targetYear", "targetValue"),
        ...pick(stateOf(target, year), "latest", "class", "reason", "distance"),
      })),
    initiatives: all
      .filter((initiative) => ranIn(initiative, touched, firstDayOf(year), lastDayOf(year)))
      .map((initiative) => ({
        ...pick(initiative, "id", "title", "kind", "fineKind", "status"),
        organisations: initiative.organisations.map((one) => pick(one, "role", "name", "sector")),
        goal: (initiative.goalId && goals.get(initiative.goalId)) || null,
        ...(tallies.find((tally) => tally.initiativeId === initiative.id)?.year ?? NO_FIGURE),
      })),
    yearTable: await selectYearTable(permit, { from: EARLIEST, to: year }, permit.clock.today()),
    measures,
    evaluations: named(evaluations, evaluated).map((one) => ({
      ...pick(one, "kind", "of", "finding", "grade", "carriesOver", "nextStep"),
      ...(one.achieved && pick(one, "achieved")),
      ...(one.putDownTo && pick(one, "putDownTo")),
    })),
    carriedIn: named(carriedOver(before), evaluated).map((one) => pick(one, "of", "finding", "nextStep")),
  };
}

async function jointWorkOf(permit: PlanPermit, year: FiscalYear): Promise<JointInitiative[]> {
  const skeleton = await selectSkeleton(permit);
  const all = await selectInitiatives(permit, { limit: 100_000 });
  const years = await selectActiveYears(permit);
  const evaluations = await selectEvaluations(permit, {});
  const byThen = carriedOver(evaluations).filter((one) => one.fiscalYear <= year);
  const carried = new Set(byThen.map((one) => one.initiativeId));
  const issues = new Set(skeleton.issues.filter((one) => one.seenIn <= year).map((one) => one.id));
  return all
    .filter((initiative) => initiative.organisations.length >= 2)
    .map((initiative) => {
      const linked = skeleton.goals.find((goal) => goal.id === initiative.goalId)?.issueId ?? null;
      const issueId = linked && issues.has(linked) ? linked : null;
      const sectors = skeleton.evidence.filter((one) => one.issueId === issueId).map((one) => one.sector);
      const active = years.filter((one) => one.initiativeId === initiative.id && one.fiscalYear <= year);
      return {
        ...pick(initiative, "title", "kind", "prefectureGoal", "budgetOwner"),
        issueId,
        sectors: [...new Set(sectors.filter((sector) => sector !== null))],
        ranThisYear: active.some((one) => one.fiscalYear === year),
        years: active.length,
        carriedOver: carried.has(initiative.id),
      };
    });
}
