import { TextLink } from "#ui/button.tsx";
import { EVALUATION_KINDS } from "../model/evaluation-kinds.schema.ts";
import type { GoalLine } from "../model/goal.rules.ts";
import { CLASS, EVALUATION, GRADE } from "../model/plan.messages.ts";

type Props = { year: number; base: string; mayEdit: boolean };

/** Goals with their targets' classes, and under each what was found out in a year in the four kinds. */
export function GoalList({ goals, ...rest }: Props & { goals: readonly GoalLine[] }) {
  return (
    <ul className="border-t border-solid-gray-300">
      {goals.map((line) => (
        <li key={line.goal.id} className="border-b border-solid-gray-300 py-4">
          <TextLink to={`${rest.base}/goals/${line.goal.id}`}>{line.goal.title}</TextLink>
          <p className="text-dns-14N-130 text-solid-gray-800">
            {line.issue ? `健康課題: ${line.issue.title}` : "健康課題は未設定"}
          </p>
          <ul>
            {line.targets.map((target) => (
              <li key={target.id} className="text-dns-14N-130">
                {target.item}　{target.class} {CLASS[target.class]}
              </li>
            ))}
          </ul>
          <dl className="mt-2 grid max-w-3xl grid-cols-2 gap-x-6 gap-y-2 sm:grid-cols-4">
            {EVALUATION_KINDS.map((kind) => (
              <div key={kind}>
                <dt className="text-dns-14N-130 text-solid-gray-700">
                  {EVALUATION[kind]!.replace(/（.*/, "")}
                </dt>
                <dd>
                  <Found line={line} kind={kind} {...rest} />
                </dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  );
}

/** What a year says in one kind: the judgement, or the way to write it. */
function Found({
  line: { goal, evaluations },
  kind,
  year,
  base,
  mayEdit,
}: Props & { line: GoalLine; kind: (typeof EVALUATION_KINDS)[number] }) {
  const found = evaluations[kind];
  const name = `（${goal.title}の${EVALUATION[kind]}）`;
  if (found)
    return (
      <TextLink to={`${base}/goals/${goal.id}#evaluations`}>
        {found.grade ? GRADE[found.grade] : "評価済み"}
        <span className="sr-only">{name}</span>
      </TextLink>
    );
  if (!mayEdit) return "―";
  return (
    <TextLink to={`${base}/goals/${goal.id}?kind=${kind}&year=${year}#evaluations`}>
      書く<span className="sr-only">{name}</span>
    </TextLink>
  );
}
