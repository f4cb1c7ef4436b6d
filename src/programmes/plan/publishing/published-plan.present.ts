import { suppressCount } from "@yui/healthstats";
import { pick } from "#platform/kernel/pick.ts";
import type { PlanView } from "../chain/plan.queries.server.ts";
import type { Chain, TargetState } from "../model/plan.rules.ts";

/** The plan as anyone may see it. A field that is not listed here does not leave. */
export type PublishedPlan = ReturnType<typeof publishedOf>;
export type PublishedTarget = ReturnType<typeof targetOf>;
export type PublishedInitiative = NonNullable<ReturnType<typeof initiativeOf>>;

/** A member's statement is evidence among those at the table, not for the public; budgets and owners stay inside too. */
export const publishedOf = (view: PlanView) => ({
  chains: view.chains.map((chain) => ({
    issue: chain.issue?.title ?? null,
    evidence: chain.evidence
      .filter((evidence) => evidence.kind !== "statement")
      .map((evidence) => pick(evidence, "text", "source")),
    goal: chain.goal?.title ?? null,
    targets: chain.targets.map(targetOf),
    initiative: initiativeOf(chain),
  })),
});

const targetOf = (target: TargetState) => ({
  ...pick(target, "item", "unit", "direction", "class"),
  baseline: { fiscalYear: target.baselineYear, value: target.baselineValue },
  target: { fiscalYear: target.targetYear, value: target.targetValue },
  latest: target.latest && pick(target.latest, "fiscalYear", "value"),
});

const initiativeOf = ({ initiative, tally }: Chain) =>
  initiative && {
    ...pick(initiative, "id", "title", "kind", "fineKind", "whoActs", "audience", "status"),
    ...pick(initiative, "periodFrom", "periodTo"),
    organisations: initiative.organisations.map((one) => pick(one, "role", "name", "sector")),
    sessions: tally?.all.sessions ?? null,
    participants: peopleOf(tally?.all.participants ?? null),
  };

/** Few people are not told: 1 to 9 could be somebody. */
function peopleOf(participants: number | null): number | "suppressed" | null {
  const cell = suppressCount(participants);
  if (cell.state === "suppressed") return "suppressed";
  return cell.state === "shown" ? cell.value : null;
}

export type PublishedGroup = Readonly<{
  issue: string | null;
  evidence: PublishedPlan["chains"][number]["evidence"];
  goals: readonly PublishedGoal[];
}>;
export type PublishedGoal = Readonly<{
  goal: string | null;
  targets: readonly PublishedTarget[];
  initiatives: readonly PublishedInitiative[];
}>;

/** The chains by their issue and goal, each target and each piece of evidence once; what has no issue comes last. */
export function groupsOf(plan: PublishedPlan): PublishedGroup[] {
  const groups = [...Map.groupBy(plan.chains, (chain) => chain.issue)].map(([issue, chains]) => {
    return {
      issue,
      evidence: chains[0]!.evidence,
      goals: [...Map.groupBy(chains, (chain) => chain.goal)].map(([goal, own]) => ({
        goal,
        targets: own[0]!.targets,
        initiatives: own.flatMap((chain) => (chain.initiative ? [chain.initiative] : [])),
      })),
    };
  });
  return groups.sort((a, b) => Number(a.issue === null) - Number(b.issue === null));
}
