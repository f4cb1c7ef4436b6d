import {
  CLASS,
  DIRECTION,
  EVALUATION,
  GRADE,
  number,
  REASON,
  STATUS,
  sessionsAndPeople,
} from "./plan.messages.ts";
import type { Chain, TargetState } from "./plan.rules.ts";

/** A chain as the page shows it: what stands in the line above already is not said again. */
export type ChainLine = ReturnType<typeof chainLines>[number];

export function chainLines(chains: readonly Chain[]) {
  return chains.map((chain, index) => {
    const { issue, evidence, goal, targets, initiative, tally, evaluations, key } = chain;
    const above = chains[index - 1];
    const sameIssue = issue !== null && above?.issue?.id === issue.id;
    const sameGoal = goal !== null && above?.goal?.id === goal.id;
    const last = evaluations.at(-1);
    const [target] = targets;
    return {
      key,
      sameIssue,
      sameGoal,
      issue: issue && (sameIssue ? { id: issue.id } : { id: issue.id, title: issue.title }),
      evidence: sameIssue ? null : (evidence[0]?.text ?? null),
      moreEvidence: Math.max(0, evidence.length - 1),
      goal: goal && (sameGoal ? { id: goal.id } : { id: goal.id, title: goal.title }),
      targets: sameGoal
        ? []
        : targets.map((one) => ({ id: one.id, item: one.item, progress: progressOf(one) })),
      initiative: initiative && {
        id: initiative.id,
        title: initiative.title,
        detail: [initiative.organisations.map((one) => one.name).join("＋"), STATUS[initiative.status]]
          .filter(Boolean)
          .join("　"),
      },
      tally: tally && {
        text: sessionsAndPeople(tally.all.sessions, tally.all.participants),
        next: tally.next,
      },
      evaluation: last
        ? { word: last.grade ? GRADE[last.grade]! : EVALUATION[last.kind]!, detail: last.finding }
        : target && !sameGoal
          ? { word: `${target.class} ${CLASS[target.class]}`, detail: REASON[target.reason] }
          : null,
    };
  });
}

/** Where a target comes from, where it leads and where it stands, in a line. */
export const progressOf = (target: TargetState) =>
  `${number(target.baselineValue)}${target.unit} → ${number(target.targetValue)}${target.unit}${DIRECTION[target.direction]}（${target.targetYear}年度）　${target.class} ${CLASS[target.class]}`;
