import { z } from "zod";
import { query } from "#foundation/authority/public.ts";
import { fiscalYearOf } from "#platform/kernel/fiscal-year.ts";
import { ok } from "#platform/kernel/result.ts";
import { rowId } from "#platform/kernel/target.ts";
import { aboutArea, type PlanPermit } from "../access.ts";
import { chainsOf, unlinkedOf } from "../model/plan.rules.ts";
import { PLAN_STATES, type PlanState } from "../model/plan-states.schema.ts";
import { selectEvaluations } from "./evaluation.store.server.ts";
import { countStates, selectInitiatives } from "./initiative.store.server.ts";
import { selectSkeleton } from "./plan.store.server.ts";
import { selectLinks, selectTallies } from "./tally.store.server.ts";

const CHAINS_A_PAGE = 20;
const UNLINKED_SHOWN = 10;
const ALL = 100_000;

export type PlanView = Awaited<ReturnType<typeof planView>>;

/** The plan of an area as chains, some at a time, and what is unlinked. */
export const readPlan = query({
  name: "plan.read",
  ...aboutArea("plan", {
    after: rowId().optional(),
    /** All chains at once, for the command line. */
    all: z.boolean().default(false),
    state: z.enum(PLAN_STATES).optional(),
  }),
  async run(permit, { after, all, state }) {
    return ok({ ...(await planView(permit, { after, all, state })), states: await countStates(permit) });
  },
});

/** The same for a use-case that has asked for permission. */
export async function planView(
  permit: PlanPermit,
  {
    after,
    all,
    state,
  }: Readonly<{ after?: string | undefined; all: boolean; state?: PlanState | undefined }>,
) {
  const today = permit.clock.today();
  const fiscalYear = fiscalYearOf(today);
  const skeleton = await selectSkeleton(permit);
  const found = await selectInitiatives(permit, { after, state, limit: all ? ALL : CHAINS_A_PAGE + 1 });
  const more = !all && found.length > CHAINS_A_PAGE;
  const initiatives = more ? found.slice(0, CHAINS_A_PAGE) : found;
  const ids = initiatives.map((initiative) => initiative.id);
  const tallies = await selectTallies(permit, ids, fiscalYear, today);
  const goals = skeleton.goals.map((goal) => goal.id);
  const evaluations = await selectEvaluations(permit, { initiatives: ids, goals });
  const shown = all ? ALL : UNLINKED_SHOWN;
  const links = await selectLinks(permit, shown + 1);
  const unlinked = unlinkedOf(skeleton, {
    reachedGoals: links.reachedGoals,
    initiatives: links.initiatives.slice(0, shown),
    activities: links.activities.slice(0, shown),
  });
  // Chains without an initiative stand on the last page: they come after all others in the order.
  const bare = more || state ? null : { reachedGoals: links.reachedGoals };
  return {
    chains: chainsOf(skeleton, initiatives, tallies, evaluations, bare),
    unlinked,
    moreUnlinked: links.initiatives.length > shown || links.activities.length > shown,
    after: more ? ids.at(-1) : undefined,
    fiscalYear,
  };
}
