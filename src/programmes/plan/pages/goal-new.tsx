import { data, redirect } from "react-router";
import { newId } from "#platform/kernel/ids.ts";
import { shown, statusOf } from "#platform/web/refusal.ts";
import { PageHead } from "#ui/page.tsx";
import { createGoal } from "../goals/usecases.server.ts";
import { readPlan } from "../usecases.server.ts";
import type { Route } from "./+types/goal-new";
import { GoalForm } from "./goal-form.tsx";
import { editorsPlace, fieldsOf, staffPlace } from "./place.tsx";

export async function loader(args: Route.LoaderArgs) {
  const { app, actor, area, url } = await editorsPlace(args);
  const { skeleton } = shown(await readPlan(app, actor, area.id));
  const options = (things: readonly { id: string; title: string }[]) =>
    things.map(({ id, title }) => ({ value: id, label: title }));
  return {
    name: area.name,
    onceKey: newId() as string,
    issue: url.searchParams.get("issue") ?? "",
    pillar: url.searchParams.get("pillar") ?? "",
    issues: options(skeleton.issues),
    pillars: options(skeleton.pillars),
  };
}

export async function action(args: Route.ActionArgs) {
  const { app, actor, area, base } = await staffPlace(args);
  const values = await fieldsOf(args.request);
  const created = await createGoal(app, actor, area.id, values);
  if (created.ok) throw redirect(`${base}/targets/new?goal=${created.value.id}&saved`);
  if (created.error.kind !== "invalid") throw data(null, { status: statusOf(created.error) });
  return data({ errors: created.error.fields, values }, { status: 422 });
}

export default function NewGoal({ loaderData, actionData }: Route.ComponentProps) {
  const { name, issue, pillar, issues, pillars, onceKey } = loaderData;
  return (
    <>
      <PageHead
        title="目標を立てる"
        lead={`${name}の計画。次のページで、どこまで届けば達成かを数で決めます。`}
      />
      <GoalForm
        values={actionData?.values ?? { issueId: issue, pillarId: pillar }}
        errors={actionData?.errors}
        issues={issues}
        pillars={pillars}
        submit="目標を立てる"
        onceKey={onceKey}
      />
    </>
  );
}
