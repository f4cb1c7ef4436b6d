import { formShowing } from "#platform/kernel/form-values.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { labelled, SelectField, TextField } from "#ui/field.tsx";
import { CommandForm } from "#ui/form.tsx";
import { createGoal, getGoal, saveGoal } from "../chain/goal.usecases.server.ts";
import { listChoices } from "../chain/plan-place.queries.server.ts";
import { removePart } from "../deleting/plan-part.usecases.server.ts";
import { goalValues } from "../model/plan-form.present.ts";
import type { Route } from "./+types/goal-form";
import { FormPage } from "./form-page.tsx";
import { editorsPlace, optionsOf, staffPlace } from "./place.tsx";

const LABELS = { title: "目標", issueId: "健康課題", pillarId: "対策の柱" };
const field = labelled(LABELS);

/** A new goal, or one that is changed. Nothing but the goal itself must be known. */
export async function loader(args: Route.LoaderArgs) {
  const { app, actor, area, base, url } = await editorsPlace(args);
  const id = args.params.goal;
  const { issues, pillars } = shown(await listChoices(app, actor, { area: area.id }));
  const linked = (name: string) => url.searchParams.get(name);
  const goal = id
    ? shown(await getGoal(app, actor, { area: area.id, id })).goal
    : { title: "", issueId: linked("issue"), pillarId: linked("pillar") };
  return {
    id,
    name: area.name,
    back: `${base}/goals/${id}`,
    issues: optionsOf(issues),
    pillars: optionsOf(pillars),
    form: formShowing(goalValues(goal)),
  };
}

export async function action(args: Route.ActionArgs) {
  const { onArea, onRow, onPart, base } = await staffPlace(args);
  const { goal } = args.params;
  return answerForm(args.request, [
    goal
      ? onRow(goal)(saveGoal, () => `${base}/goals/${goal}?saved`)
      : onArea(createGoal, ({ id }) => `${base}/targets/new?goal=${id}&saved`),
    ...(goal ? [onPart({ under: goal })(removePart, () => `${base}/goals?removed`)] : []),
  ]);
}

export default function GoalForm({ loaderData, actionData }: Route.ComponentProps) {
  const { id, back, name, issues, pillars, form } = loaderData;
  return (
    <FormPage
      title={id ? "目標を編集する" : "目標を設定する"}
      lead={`${name}の計画${id ? "" : "。次のページで目標値を設定します。"}`}
      edited={id && { kind: "goal", id, back, named: form.values.title, remove: "この目標を削除する" }}
    >
      <CommandForm
        {...form}
        command={id ? "goal.save" : "goal.create"}
        answer={actionData}
        labels={LABELS}
        options={{ issueId: issues, pillarId: pillars }}
        submit={id ? "保存する" : "目標を設定する"}
        busy="保存しています…"
      >
        <TextField
          {...field("title")}
          hint="どうなればよいか。例　事業主・従業員ともに、健康づくりに関心が持てる"
        />
        <SelectField {...field("issueId")} optional empty="未定" options={issues} />
        {pillars.length > 0 ? (
          <SelectField {...field("pillarId")} optional empty="なし" options={pillars} />
        ) : (
          // The link to a pillar that was deleted is kept until it comes back.
          <input type="hidden" name="pillarId" value={form.values.pillarId} />
        )}
      </CommandForm>
    </FormPage>
  );
}
