import { newId } from "#platform/kernel/ids.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { Done } from "#ui/done.tsx";
import { PageHead } from "#ui/page.tsx";
import { listChoices } from "../chain/plan-place.queries.server.ts";
import { createTarget } from "../chain/target.usecases.server.ts";
import type { Route } from "./+types/target-new";
import { editorsPlace, optionsOf, staffPlace } from "./place.tsx";
import { TargetForm } from "./target-form.tsx";

export async function loader(args: Route.LoaderArgs) {
  const { app, actor, area, url } = await editorsPlace(args);
  const { goals } = shown(await listChoices(app, actor, { area: area.id }));
  return {
    name: area.name,
    goals: optionsOf(goals),
    values: { goalId: url.searchParams.get("goal") ?? "", unit: "%", direction: "at_least" },
    once: newId() as string,
  };
}

export async function action(args: Route.ActionArgs) {
  const { onArea, base } = await staffPlace(args);
  return answerForm(args.request, [onArea(createTarget, () => `${base}?saved`)]);
}

export default function NewTarget({ loaderData, actionData }: Route.ComponentProps) {
  const { name, goals, values, once } = loaderData;
  return (
    <>
      <PageHead title="目標値を決める" lead={`${name}の計画。どこまで届けば達成かを数で決めます。`} />
      <Done />
      <TargetForm
        command="target.create"
        answer={actionData}
        values={values}
        once={once}
        goals={goals}
        submit="目標値を決める"
      />
    </>
  );
}
