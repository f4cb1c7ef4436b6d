import type { Unit } from "#foundation/authority/public.ts";
import { type FiscalYear, firstDayOf, lastDayOf } from "#platform/kernel/fiscal-year.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { selectActiveYears, selectYearTable } from "../activities/years/store.server.ts";
import { carriedOver, named } from "../evaluations/rules.ts";
import { selectEvaluations } from "../evaluations/store.server.ts";
import { selectMeasures } from "../initiatives/measures/store.server.ts";
import { selectInitiatives } from "../initiatives/store.server.ts";
import { selectTallies } from "../initiatives/tallies/store.server.ts";
import { stateOf } from "../rules.ts";
import { selectSkeleton } from "../store.server.ts";
import { type JointInitiative, measuresUpTo, type PlanFacts, ranIn } from "./rules.ts";

const EARLIEST = 1950;

/** The plan's part of the annual report of that fiscal year, for a use-case that has asked for permission. */
export async function planFacts(unit: Unit, area: AreaId, year: FiscalYear): Promise<PlanFacts> {
  const skeleton = await selectSkeleton(unit, area);
  const all = await selectInitiatives(unit, area, { limit: 100_000 });
  const tallies = await selectTallies(
    unit,
    area,
    all.map((initiative) => initiative.id),
    year,
    // A year that is over is reported whole; of the current one what was held by today.
    [unit.clock.today(), lastDayOf(year)].sort()[0]!,
  );
  const measures = measuresUpTo(await selectMeasures(unit, area), year);
  const evaluations = await selectEvaluations(unit, area, { fiscalYear: year });
  const before = await selectEvaluations(unit, area, { fiscalYear: year - 1 });
  const things = [...skeleton.goals, ...all];
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
        id: issue.id,
        title: issue.title,
        description: issue.description,
        evidence: skeleton.evidence
          .filter((evidence) => evidence.issueId === issue.id)
          .map(({ kind, text, source, sector, figure }) => ({ kind, text, source, sector, figure })),
      })),
    targets: skeleton.targets
      .filter((target) => target.baselineYear <= year)
      .map((target) => {
        const {
          id,
          item,
          unit: counted,
          direction,
          baselineYear,
          baselineValue,
          targetYear,
          targetValue,
          ...state
        } = stateOf(target, year);
        return {
          id,
          goal: (target.goalId && goals.get(target.goalId)) || null,
          item,
          unit: counted,
          direction,
          baselineYear,
          baselineValue,
          targetYear,
          targetValue,
          latest: state.latest,
          class: state.class,
          reason: state.reason,
          distance: state.distance,
        };
      }),
    initiatives: all
      .filter((initiative) => ranIn(initiative, touched, firstDayOf(year), lastDayOf(year)))
      .map((initiative) => ({
        id: initiative.id,
        title: initiative.title,
        kind: initiative.kind,
        fineKind: initiative.fineKind,
        status: initiative.status,
        organisations: initiative.organisations.map(({ role, name, sector }) => ({ role, name, sector })),
        goal: (initiative.goalId && goals.get(initiative.goalId)) || null,
        ...(tallies.find((tally) => tally.initiativeId === initiative.id)?.year ?? {
          sessions: null,
          participants: null,
        }),
      })),
    yearTable: await selectYearTable(unit, area, { from: EARLIEST, to: year }, unit.clock.today()),
    measures,
    evaluations: named(evaluations, things).map(({ kind, of, finding, grade, carriesOver, nextStep }) => ({
      kind,
      of,
      finding,
      grade,
      carriesOver,
      nextStep,
    })),
    carriedIn: named(carriedOver(before), things).map(({ of, finding, nextStep }) => ({
      of,
      finding,
      nextStep,
    })),
  };
}

/** The joint work of a fiscal year: what the maturity ladder asks of initiatives of two organisations or more. */
export async function jointWork(unit: Unit, area: AreaId, year: FiscalYear): Promise<JointInitiative[]> {
  const skeleton = await selectSkeleton(unit, area);
  const all = await selectInitiatives(unit, area, { limit: 100_000 });
  const years = await selectActiveYears(unit, area);
  const evaluations = await selectEvaluations(unit, area, {});
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
        title: initiative.title,
        kind: initiative.kind,
        issueId,
        sectors: [...new Set(sectors.filter((sector) => sector !== null))],
        ranThisYear: active.some((one) => one.fiscalYear === year),
        years: active.length,
        prefectureGoal: initiative.prefectureGoal,
        budgetOwner: initiative.budgetOwner,
        carriedOver: carried.has(initiative.id),
      };
    });
}
