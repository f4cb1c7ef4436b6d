import { data, redirect } from "react-router";
import { newId } from "#platform/kernel/ids.ts";
import { shown, statusOf } from "#platform/web/refusal.ts";
import { Done } from "#ui/done.tsx";
import { PageHead } from "#ui/page.tsx";
import { saveTarget } from "../targets/usecases.server.ts";
import { readPlan } from "../usecases.server.ts";
import type { Route } from "./+types/target-new";
import { editorsPlace, fieldsOf, staffPlace } from "./place.tsx";
import { TargetForm } from "./target-form.tsx";

export async function loader(args: Route.LoaderArgs) {
  const { app, actor, area, url } = await editorsPlace(args);
  const { skeleton } = shown(await readPlan(app, actor, area.id));
  const goals = skeleton.goals.map(({ id, title }) => ({ value: id, label: title }));
  return { name: area.name, goals, goal: url.searchParams.get("goal") ?? "", onceKey: newId() as string };
}

export async function action(args: Route.ActionArgs) {
  const { app, actor, area, base } = await staffPlace(args);
  const values = await fieldsOf(args.request);
  const saved = await saveTarget(app, actor, area.id, values, { confirmed: values.confirmed === "1" });
  if (!saved.ok) {
    if (saved.error.kind !== "invalid") throw data(null, { status: statusOf(saved.error) });
    return data({ errors: saved.error.fields, values, ask: null }, { status: 422 });
  }
  if ("ask" in saved.value) return data({ errors: {}, values, ask: saved.value.ask });
  throw redirect(`${base}?saved`);
}

export default function NewTarget({ loaderData, actionData }: Route.ComponentProps) {
  const { name, goals, goal, onceKey } = loaderData;
  return (
    <>
      <PageHead title="目標値を決める" lead={`${name}の計画。どこまで届けば達成かを数で決めます。`} />
      <Done />
      <TargetForm
        values={actionData?.values ?? { goalId: goal }}
        errors={actionData?.errors}
        ask={actionData?.ask ?? null}
        goals={goals}
        submit="目標値を決める"
        onceKey={onceKey}
      />
    </>
  );
}
