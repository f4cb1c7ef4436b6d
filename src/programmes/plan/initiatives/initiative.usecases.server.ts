import { command, query } from "#foundation/authority/public.ts";
import { listOrganisations } from "#foundation/organisations/public.ts";
import { fiscalYearOf } from "#platform/kernel/fiscal-year.ts";
import { notFound, ok, type Result } from "#platform/kernel/result.ts";
import { readList } from "#platform/lists/list.ts";
import { aboutArea, aboutRow, type PlanPermit } from "../access.ts";
import { selectActivities } from "../activities/activity.store.server.ts";
import { selectEvaluations } from "../chain/evaluation.store.server.ts";
import { findGoal } from "../chain/goal.store.server.ts";
import { findInitiative, insertInitiative, updateInitiative } from "../chain/initiative.store.server.ts";
import { PARTS } from "../chain/plan-part.store.server.ts";
import { shownNow } from "../chain/shown-part.queries.server.ts";
import { selectTallies } from "../chain/tally.store.server.ts";
import { ACTIVITY_LIST } from "../model/activity.present.ts";
import { organisationsOf, withKnown } from "../model/initiative.rules.ts";
import { DecidedInitiativeInput, InitiativeInput, type Origin, type Partner } from "../model/plan.schema.ts";
import { initiativeValues } from "../model/plan-form.present.ts";
import { selectMeasures } from "./measure.store.server.ts";

const ACTIVITIES_SHOWN = 20;
const ORGANISATIONS_KNOWN = 300;

export const createInitiative = command({
  name: "initiative.create",
  ...aboutArea("initiative"),
  input: InitiativeInput,
  once: true,
  run: (permit, { area: _, ...typed }) => addInitiative(permit, typed, null),
});

/** Makes the initiative that a meeting has decided on, with the way back to the decision. */
export const createDecidedInitiative = command({
  name: "initiative.decide",
  ...aboutArea("initiative"),
  input: DecidedInitiativeInput,
  run: (permit, { area: _, origin, ...typed }) => addInitiative(permit, typed, origin),
});

export const saveInitiative = command({
  name: "initiative.save",
  ...aboutRow("initiative"),
  input: InitiativeInput,
  seen: shownNow("initiative", findInitiative, initiativeValues),
  values: (typed) => initiativeValues({ ...typed, organisations: namedIn(typed) }),
  async run(permit, { area: _, id, ...typed }) {
    const before = await findInitiative(permit, id);
    const initiative = await linked(permit, typed, before?.organisations);
    if (!initiative.ok) return initiative;
    await updateInitiative(permit, id, initiative.value);
    return ok({ id });
  },
});

/** An initiative with all that hangs on it. */
export const getInitiative = query({
  name: "initiative.read",
  ...aboutRow("initiative"),
  async run(permit, { id }) {
    const initiative = await findInitiative(permit, id);
    if (!initiative) return notFound("initiative");
    const today = permit.clock.today();
    const ofInitiative = readList(ACTIVITY_LIST, new URLSearchParams({ initiative: id }));
    const activities = await selectActivities(permit, { ...ofInitiative, limit: ACTIVITIES_SHOWN });
    return ok({
      initiative,
      goal: initiative.goalId ? ((await findGoal(permit, initiative.goalId)) ?? null) : null,
      tally: (await selectTallies(permit, [id], fiscalYearOf(today), today))[0] ?? null,
      activities: activities.slice(0, ACTIVITIES_SHOWN),
      evaluations: await selectEvaluations(permit, { initiatives: [id] }),
      measures: await selectMeasures(permit, { initiativeId: id }),
    });
  },
});

type Typed = ReturnType<typeof InitiativeInput.parse>;

export async function addInitiative(
  permit: PlanPermit,
  typed: Typed,
  origin: Origin | null,
): Promise<Result<{ id: string }>> {
  const initiative = await linked(permit, typed);
  if (!initiative.ok) return initiative;
  return ok({ id: await insertInitiative(permit, initiative.value, origin) });
}

/** The organisations as they were told: with all that is known of them, or by their names in a form. */
const namedIn = ({ organisations, lead, partners }: Typed) =>
  organisations.length > 0 ? organisations : organisationsOf(lead, partners);

/** An initiative whose goal is there, and whose organisations are known from before or from the register. */
async function linked(
  permit: PlanPermit,
  typed: Typed,
  before: readonly Partner[] = [],
): Promise<Result<InitiativeInput>> {
  const { lead: _lead, partners: _partners, ...initiative } = typed;
  if (typed.goalId && !(await PARTS.isThere(permit, "goal", typed.goalId))) return notFound("goal");
  if (typed.organisations.length > 0) return ok(initiative);
  const register = await listOrganisations(permit, { area: permit.subject.area, limit: ORGANISATIONS_KNOWN });
  const known = register.map(({ id, name, sector }) => ({ name, sector, organisationId: id }));
  return ok({ ...initiative, organisations: withKnown(namedIn(typed), [...before, ...known]) });
}
