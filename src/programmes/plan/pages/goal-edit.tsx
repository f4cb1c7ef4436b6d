import { fingerprintOf } from "#platform/kernel/fingerprint.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { ButtonLink } from "#ui/button.tsx";
import { PageHead } from "#ui/page.tsx";
import { getGoal, saveGoal } from "../chain/goal.usecases.server.ts";
import { listChoices } from "../chain/plan-place.queries.server.ts";
import { removeThing } from "../deleting/deleted-row.usecases.server.ts";
import { goalValues } from "../model/plan-form.present.ts";
import type { Route } from "./+types/goal-edit";
import { GoalForm } from "./goal-form.tsx";
import { RemoveForm } from "./parts.tsx";
import { editorsPlace, optionsOf, staffPlace } from "./place.tsx";

export async function loader(args: Route.LoaderArgs) {
  const { app, actor, area, base } = await editorsPlace(args);
  const { goal } = shown(await getGoal(app, actor, { area: area.id, id: args.params.goal }));
  const { issues, pillars } = shown(await listChoices(app, actor, { area: area.id }));
  const values = goalValues(goal);
  return {
    id: goal.id,
    name: area.name,
    back: `${base}/goals/${goal.id}`,
    issues: optionsOf(issues),
    pillars: optionsOf(pillars),
    values,
    seen: fingerprintOf(values),
  };
}

export async function action(args: Route.ActionArgs) {
  const { onRow, onPart, base } = await staffPlace(args);
  return answerForm(args.request, [
    onRow(args.params.goal)(saveGoal, ({ id }) => `${base}/goals/${id}?saved`),
    onPart({ under: args.params.goal })(removeThing, () => `${base}/goals?removed`),
  ]);
}

export default function EditGoal({ loaderData, actionData }: Route.ComponentProps) {
  const { id, back, name, issues, pillars, values, seen } = loaderData;
  return (
    <>
      <PageHead
        title="目標を直す"
        lead={`${name}の計画`}
        actions={<ButtonLink to={back}>直さずにもどる</ButtonLink>}
      />
      <GoalForm
        command="goal.save"
        answer={actionData}
        values={values}
        seen={seen}
        issues={issues}
        pillars={pillars}
        submit="保存する"
      />
      <div className="mt-10">
        <RemoveForm thing="goal" id={id} submit="この目標を消す" />
      </div>
    </>
  );
}
