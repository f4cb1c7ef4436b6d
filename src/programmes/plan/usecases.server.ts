import { type Actor, scopeOf } from "#foundation/actors/public.ts";
import { act, authorise, type Unit } from "#foundation/authority/public.ts";
import type { App } from "#platform/app.ts";
import type { Restored } from "#platform/db/deletions.ts";
import { checked } from "#platform/kernel/checked.ts";
import { fiscalYearOf } from "#platform/kernel/fiscal-year.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { conflict, notFound, ok, type Result } from "#platform/kernel/result.ts";
import { planPolicy } from "./access.ts";
import { selectYearsOf } from "./activities/years/store.server.ts";
import {
  clearDeleted,
  type DeletedThing,
  findRestored,
  isThere,
  markDeleted,
  selectDeleted,
  selectDeletedAt,
} from "./deleting/store.server.ts";
import { selectEvaluations } from "./evaluations/store.server.ts";
import { tellActivities, tellTargets } from "./facts/usecases.server.ts";
import { idFromForm } from "./fields/rules.ts";
import { selectInitiatives } from "./initiatives/store.server.ts";
import { selectLinks, selectTallies } from "./initiatives/tallies/store.server.ts";
import { issueValues } from "./meanwhile/present.ts";
import { unlessOvertaken } from "./meanwhile/usecases.server.ts";
import { type Chain, chainsOf, restorable, type Unlinked, unlinkedOf } from "./rules.ts";
import {
  DAYS_TO_RESTORE,
  EvidenceInput,
  type Figure,
  IssueInput,
  type Origin,
  type PlanSkeleton,
  type Thing,
} from "./schema.ts";
import { insertEvidence, insertIssue, selectSkeleton, updateIssue } from "./store.server.ts";

const CHAINS_A_PAGE = 20;
const UNLINKED_SHOWN = 10;
const ALL = 100_000;

export type PlanView = Readonly<{
  skeleton: PlanSkeleton;
  chains: readonly Chain[];
  unlinked: readonly Unlinked[];
  /** Of initiatives and activities only the first are named, where there are many. */
  moreUnlinked: boolean;
  /** The way to the next page of chains. */
  after: string | undefined;
  fiscalYear: number;
}>;

export type PlanQuery = Readonly<{
  after?: string | undefined;
  issueId?: string | undefined;
  /** All initiatives at once, for the command line and for publishing. */
  all?: boolean;
}>;

/** The plan of an area as chains, some at a time, and what is unlinked. */
export function readPlan(
  app: App,
  actor: Actor,
  area: AreaId,
  query: PlanQuery = {},
): Promise<Result<PlanView>> {
  return act(app, actor, async (unit) => {
    const permit = await authorise(unit, planPolicy, "plan.read", { type: "plan", area });
    return permit.ok ? ok(await planView(unit, area, query)) : permit;
  });
}

/** As readPlan, inside a use-case that has asked for permission. */
export async function planView(unit: Unit, area: AreaId, query: PlanQuery): Promise<PlanView> {
  const today = unit.clock.today();
  const fiscalYear = fiscalYearOf(today);
  const limit = query.all ? ALL : CHAINS_A_PAGE + 1;
  const skeleton = await selectSkeleton(unit, area);
  const found = await selectInitiatives(unit, area, { after: query.after, issueId: query.issueId, limit });
  const more = !query.all && found.length > CHAINS_A_PAGE;
  const initiatives = more ? found.slice(0, CHAINS_A_PAGE) : found;
  const ids = initiatives.map((initiative) => initiative.id);
  const tallies = await selectTallies(unit, area, ids, fiscalYear, today);
  const goals = skeleton.goals.map((goal) => goal.id);
  const evaluations = await selectEvaluations(unit, area, { initiatives: ids, goals });
  const shown = query.all ? ALL : UNLINKED_SHOWN;
  const links = await selectLinks(unit, area, shown + 1);
  const unlinked = unlinkedOf(skeleton, {
    reachedGoals: links.reachedGoals,
    initiatives: links.initiatives.slice(0, shown),
    activities: links.activities.slice(0, shown),
  });
  // Chains without an initiative stand on the last page: they come after all others in the order.
  const bare = more || query.issueId ? null : { reachedGoals: links.reachedGoals };
  return {
    skeleton,
    chains: chainsOf(skeleton, initiatives, tallies, evaluations, bare),
    unlinked,
    moreUnlinked: links.initiatives.length > shown || links.activities.length > shown,
    after: more ? ids.at(-1) : undefined,
    fiscalYear,
  };
}

/** Runs a change of the plan: permission, then the work, with who and when at hand. */
export function editPlan<T>(
  app: App,
  actor: Actor,
  area: AreaId,
  type: string,
  work: (unit: Unit, by: string, at: Date) => Promise<Result<T>>,
): Promise<Result<T>> {
  return act(app, actor, async (unit) => {
    const permit = await authorise(unit, planPolicy, "plan.edit", { type, area });
    return permit.ok ? work(unit, scopeOf(actor).actor, unit.clock.now()) : permit;
  });
}

export function createIssue(
  app: App,
  actor: Actor,
  area: AreaId,
  input: unknown,
): Promise<Result<{ id: string }>> {
  return editPlan(app, actor, area, "issue", (unit) => addIssue(unit, area, input, null));
}

/** Within another module's use-case that has its own permission (a decision that makes an issue). */
export async function addIssue(
  unit: Unit,
  area: AreaId,
  input: unknown,
  origin: Origin | null,
): Promise<Result<{ id: string }>> {
  const issue = checked(IssueInput, input);
  if (!issue.ok) return issue;
  const id = idFromForm(input);
  const seenIn = issue.value.seenIn ?? fiscalYearOf(unit.clock.today());
  await insertIssue(unit, area, id, unit.clock.now(), { ...issue.value, seenIn }, origin);
  return ok({ id });
}

/** Not over what somebody else has saved since the form was shown, as with every form of the plan. */
export function saveIssue(app: App, actor: Actor, area: AreaId, id: string, input: unknown) {
  return editPlan(app, actor, area, "issue", async (unit) => {
    const issue = checked(IssueInput, input);
    if (!issue.ok) return issue;
    const form = { input, typed: issue.value };
    const load = async () => (await selectSkeleton(unit, area)).issues.find((one) => one.id === id);
    const free = await unlessOvertaken<IssueInput>(unit, area, ["issue", id], form, load, issueValues);
    if (!free.ok) return free;
    return (await updateIssue(unit, area, id, issue.value)) ? ok({ id }) : notFound("issue");
  });
}

/** `figure` is an excerpt of the profile as it was shown, taken by the page and not typed. */
export function addEvidence(app: App, actor: Actor, area: AreaId, input: unknown, figure?: Figure) {
  return editPlan(app, actor, area, "evidence", async (unit, _by, at) => {
    const evidence = checked(EvidenceInput, input);
    if (!evidence.ok) return evidence;
    if (!(await isThere(unit, area, "issue", evidence.value.issueId))) return notFound("issue");
    const id = idFromForm(input);
    await insertEvidence(unit, area, id, at, { ...evidence.value, ...(figure ? { figure } : {}) });
    return ok({ id });
  });
}

export function removeThing(app: App, actor: Actor, area: AreaId, thing: Thing, id: string) {
  return editPlan(app, actor, area, thing, async (unit, by, at) => {
    if (!(await markDeleted(unit, area, thing, id, by, at))) return notFound(thing);
    await tellChange(unit, area, thing, id);
    return ok(undefined);
  });
}

/** Brings a thing back. Sent twice it is there already. */
export function restoreThing(app: App, actor: Actor, area: AreaId, thing: Thing, id: string) {
  return editPlan(app, actor, area, thing, async (unit, _by, at) => {
    const deletedAt = await selectDeletedAt(unit, area, thing, id);
    if (!deletedAt) return (await isThere(unit, area, thing, id)) ? ok(undefined) : notFound(thing);
    if (!restorable(deletedAt, at, DAYS_TO_RESTORE))
      return conflict(`消してから${DAYS_TO_RESTORE}日を過ぎたため、戻せません。`);
    await clearDeleted(unit, area, thing, id);
    await tellChange(unit, area, thing, id);
    return ok(undefined);
  });
}

async function tellChange(unit: Unit, area: AreaId, thing: Thing, id: string): Promise<void> {
  if (thing === "activity") await tellActivities(unit, area, await selectYearsOf(unit, area, { id }));
  if (thing === "goal" || thing === "target") await tellTargets(unit, area);
}

/** What only who edits may look at: not a change, and not written down as one. */
export function readToEdit<T>(
  app: App,
  actor: Actor,
  area: AreaId,
  type: string,
  work: (unit: Unit) => Promise<Result<T>>,
): Promise<Result<T>> {
  return act(app, actor, async (unit) => {
    const permit = await authorise(unit, planPolicy, "plan.read-to-edit", { type, area });
    return permit.ok ? work(unit) : permit;
  });
}

/** What was just brought back, for the page that says so. */
export function readRestored(
  app: App,
  actor: Actor,
  area: AreaId,
  thing: Thing,
  id: string,
): Promise<Result<Restored<Thing> | undefined>> {
  return readToEdit(app, actor, area, thing, async (unit) => ok(await findRestored(unit, area, thing, id)));
}

/** What can still be brought back. */
export function listDeleted(app: App, actor: Actor, area: AreaId): Promise<Result<DeletedThing[]>> {
  return readToEdit(app, actor, area, "plan", async (unit) => {
    const since = new Date(unit.clock.now().getTime() - DAYS_TO_RESTORE * 86_400_000);
    return ok(await selectDeleted(unit, area, since));
  });
}
