import { newId } from "#platform/kernel/ids.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { PageHead } from "#ui/page.tsx";
import { createGoal } from "../chain/goal.usecases.server.ts";
import { listChoices } from "../chain/plan-place.queries.server.ts";
import type { Route } from "./+types/goal-new";
import { GoalForm } from "./goal-form.tsx";
import { editorsPlace, optionsOf, staffPlace } from "./place.tsx";

export async function loader(args: Route.LoaderArgs) {
  const { app, actor, area, url } = await editorsPlace(args);
  const { issues, pillars } = shown(await listChoices(app, actor, { area: area.id }));
  return {
    name: area.name,
    once: newId() as string,
    values: {
      issueId: url.searchParams.get("issue") ?? "",
      pillarId: url.searchParams.get("pillar") ?? "",
    },
    issues: optionsOf(issues),
    pillars: optionsOf(pillars),
  };
}

export async function action(args: Route.ActionArgs) {
  const { onArea, base } = await staffPlace(args);
  return answerForm(args.request, [onArea(createGoal, ({ id }) => `${base}/targets/new?goal=${id}&saved`)]);
}

export default function NewGoal({ loaderData, actionData }: Route.ComponentProps) {
  const { name, values, issues, pillars, once } = loaderData;
  return (
    <>
      <PageHead
        title="目標を立てる"
        lead={`${name}の計画。次のページで、どこまで届けば達成かを数で決めます。`}
      />
      <GoalForm
        command="goal.create"
        answer={actionData}
        values={values}
        once={once}
        issues={issues}
        pillars={pillars}
        submit="目標を立てる"
      />
    </>
  );
}
