import { TextLink } from "#ui/button.tsx";
import { Table } from "#ui/table.tsx";
import type { GoalLine } from "../goals/rules.ts";
import { CLASS, EVALUATION, GRADE } from "../messages.ts";
import { EVALUATION_KINDS } from "../schema.ts";

/** Goals with their targets' classes and what was found out in a year, one kind of evaluation a column. */
export function GoalTable({
  caption,
  goals,
  year,
  base,
  mayEdit,
}: {
  caption: string;
  goals: readonly GoalLine[];
  year: number;
  base: string;
  mayEdit: boolean;
}) {
  return (
    <Table
      caption={caption}
      hideCaption
      rows={goals}
      rowKey={(row) => row.goal.id}
      columns={[
        {
          key: "goal",
          head: "目標",
          cell: ({ goal, issue }) => (
            <>
              <TextLink to={`${base}/goals/${goal.id}`}>{goal.title}</TextLink>
              <p className="text-dns-14N-130 text-solid-gray-800">
                {issue ? `健康課題: ${issue.title}` : "健康課題はまだ結んでいません"}
              </p>
            </>
          ),
        },
        {
          key: "targets",
          head: "目標値",
          cell: ({ targets }) =>
            targets.length === 0
              ? "―"
              : targets.map((target) => (
                  <p key={target.id}>
                    {target.class} {CLASS[target.class]}
                  </p>
                )),
        },
        ...EVALUATION_KINDS.map((kind) => ({
          key: kind,
          head: EVALUATION[kind]!.replace(/（.*/, ""),
          cell: ({ goal, evaluations }: GoalLine) => {
            const found = evaluations[kind];
            if (found)
              return (
                <TextLink to={`${base}/goals/${goal.id}#evaluations`}>
                  {found.grade ? GRADE[found.grade] : "書きました"}
                </TextLink>
              );
            if (!mayEdit) return "―";
            return (
              <TextLink to={`${base}/goals/${goal.id}?kind=${kind}&year=${year}#evaluations`}>
                書く
                <span className="sr-only">
                  （{goal.title}の{EVALUATION[kind]}）
                </span>
              </TextLink>
            );
          },
        })),
      ]}
    />
  );
}
