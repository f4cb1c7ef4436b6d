import { suppressCount } from "@yui/healthstats";
import type { PlanView } from "../chain/plan.queries.server.ts";

/** The plan as anyone may see it. A field that is not listed here does not leave. */
export type PublishedPlan = Readonly<{
  chains: readonly Readonly<{
    issue: string | null;
    evidence: readonly Readonly<{ text: string; source: string }>[];
    goal: string | null;
    targets: readonly PublishedTarget[];
    initiative: PublishedInitiative | null;
  }>[];
}>;

export type PublishedTarget = Readonly<{
  item: string;
  unit: string;
  direction: "at_least" | "at_most";
  baseline: Readonly<{ fiscalYear: number; value: number }>;
  target: Readonly<{ fiscalYear: number; value: number }>;
  latest: Readonly<{ fiscalYear: number; value: number }> | null;
  class: string;
}>;

export type PublishedInitiative = Readonly<{
  id: string;
  title: string;
  kind: string;
  fineKind: string;
  whoActs: readonly string[];
  organisations: readonly Readonly<{ role: "lead" | "partner"; name: string; sector: string | null }>[];
  audience: string;
  status: string;
  sessions: number | null;
  /** Few people are not told: 1 to 9 could be somebody. */
  participants: number | "suppressed" | null;
}>;

/** A member's statement is evidence among those at the table, not for the public; budgets and owners stay inside too. */
export function publishedOf(view: PlanView): PublishedPlan {
  return {
    chains: view.chains.map((chain) => ({
      issue: chain.issue?.title ?? null,
      evidence: chain.evidence
        .filter((evidence) => evidence.kind !== "statement")
        .map(({ text, source }) => ({ text, source })),
      goal: chain.goal?.title ?? null,
      targets: chain.targets.map((target) => ({
        item: target.item,
        unit: target.unit,
        direction: target.direction,
        baseline: { fiscalYear: target.baselineYear, value: target.baselineValue },
        target: { fiscalYear: target.targetYear, value: target.targetValue },
        latest: target.latest && { fiscalYear: target.latest.fiscalYear, value: target.latest.value },
        class: target.class,
      })),
      initiative: chain.initiative && {
        id: chain.initiative.id,
        title: chain.initiative.title,
        kind: chain.initiative.kind,
        fineKind: chain.initiative.fineKind,
        whoActs: chain.initiative.whoActs,
        organisations: chain.initiative.organisations.map(({ role, name, sector }) => ({
          role,
          name,
          sector,
        })),
        audience: chain.initiative.audience,
        status: chain.initiative.status,
        sessions: chain.tally?.all.sessions ?? null,
        participants: peopleOf(chain.tally?.all.participants ?? null),
      },
    })),
  };
}

function peopleOf(participants: number | null): PublishedInitiative["participants"] {
  const cell = suppressCount(participants);
  if (cell.state === "suppressed") return "suppressed";
  return cell.state === "shown" ? cell.value : null;
}

export type PublishedGroup = Readonly<{
  issue: string | null;
  evidence: PublishedPlan["chains"][number]["evidence"];
  targets: readonly PublishedTarget[];
  initiatives: readonly PublishedInitiative[];
}>;

/** The chains by their issue, each target and each piece of evidence once; what has no issue comes last. */
export function groupsOf(plan: PublishedPlan): PublishedGroup[] {
  const groups = [...Map.groupBy(plan.chains, (chain) => chain.issue)].map(([issue, chains]) => {
    const targets = new Map(chains.flatMap((chain) => chain.targets).map((target) => [target.item, target]));
    return {
      issue,
      evidence: chains[0]!.evidence,
      targets: [...targets.values()],
      initiatives: chains.flatMap((chain) => (chain.initiative ? [chain.initiative] : [])),
    };
  });
  return groups.sort((a, b) => Number(a.issue === null) - Number(b.issue === null));
}
