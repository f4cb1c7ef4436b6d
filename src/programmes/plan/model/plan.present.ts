import { CLASS, DIRECTION, EVALUATION, GRADE, number, STATUS, sessionsAndPeople } from "./plan.messages.ts";
import type { Chain, TargetState } from "./plan.rules.ts";

/** The plan as its page shows it: each issue once, under it its goals, and beside each goal what is done for it. */
export type PlanGroup = ReturnType<typeof planGroups>[number];
export type PlanGoal = PlanGroup["goals"][number];

export const planGroups = (chains: readonly Chain[]) =>
  [...Map.groupBy(chains, ({ issue }) => issue?.id ?? "")].map(([key, own]) => {
    const { issue, evidence } = own[0]!;
    return {
      key,
      issue: issue && { id: issue.id, title: issue.title },
      evidence: evidence[0]?.text ?? null,
      moreEvidence: Math.max(0, evidence.length - 1),
      goals: [...Map.groupBy(own, ({ goal }) => goal?.id ?? "")].map(([id, chains]) => goalOf(id, chains)),
    };
  });

function goalOf(key: string, chains: readonly Chain[]) {
  const { goal, targets } = chains[0]!;
  return {
    key,
    goal: goal && { id: goal.id, title: goal.title },
    targets: targets.map(targetBar),
    initiatives: chains.flatMap(({ initiative, tally, evaluations }) => {
      const last = evaluations.at(-1);
      if (!initiative) return [];
      return [
        {
          id: initiative.id,
          title: initiative.title,
          organisations: initiative.organisations.map((one) => one.name).join("・"),
          status: STATUS[initiative.status] ?? "",
          tally: tally ? sessionsAndPeople(tally.all.sessions, tally.all.participants) : "―",
          next: tally?.next ?? null,
          evaluation: last && {
            word: last.grade ? GRADE[last.grade]! : EVALUATION[last.kind]!,
            detail: last.achieved || last.finding,
          },
        },
      ];
    }),
  };
}

/** How far a target has come, for its bar; without a later value there is no way done yet. */
export function targetBar(target: TargetState) {
  const { id, item, unit, latest, share } = target;
  const done = share === null ? null : Math.round(Math.min(1, Math.max(0, share)) * 100);
  return {
    id,
    item,
    from: `${number(target.baselineValue)}${unit}`,
    to: `${number(target.targetValue)}${unit}${DIRECTION[target.direction]}`,
    by: target.targetYear,
    now: latest && `${number(latest.value)}${unit}（${latest.fiscalYear}年度）`,
    done,
    grade: `${target.class} ${CLASS[target.class]}`,
  };
}

/** Where a target comes from, where it leads and where it stands, in a line. */
export const progressOf = (target: TargetState) =>
  `${number(target.baselineValue)}${target.unit} → ${number(target.targetValue)}${target.unit}${DIRECTION[target.direction]}（${target.targetYear}年度）　${target.class} ${CLASS[target.class]}`;
