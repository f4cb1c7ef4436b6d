import { data, redirect } from "react-router";
import { shown, statusOf } from "#platform/web/refusal.ts";
import { ButtonLink } from "#ui/button.tsx";
import { OnceForm } from "#ui/once.tsx";
import { PageHead } from "#ui/page.tsx";
import { getGoal, saveGoal } from "../goals/usecases.server.ts";
import { goalValues } from "../meanwhile/present.ts";
import { asShown, overtakenBy } from "../meanwhile/usecases.server.ts";
import { removeThing } from "../usecases.server.ts";
import type { Route } from "./+types/goal-edit";
import { GoalForm } from "./goal-form.tsx";
import { OvertakenNotice, Shown } from "./overtaken.tsx";
import { editorsPlace, fieldsOf, staffPlace } from "./place.tsx";

export async function loader(args: Route.LoaderArgs) {
  const { app, actor, area, base } = await editorsPlace(args);
  const { goal, issues, pillars } = shown(await getGoal(app, actor, area.id, args.params.goal));
  const options = (things: readonly { id: string; title: string }[]) =>
    things.map(({ id, title }) => ({ value: id, label: title }));
  return {
    name: area.name,
    back: `${base}/goals/${goal.id}`,
    issues: options(issues),
    pillars: options(pillars),
    ...asShown(goalValues(goal)),
  };
}

export async function action(args: Route.ActionArgs) {
  const { app, actor, area, base } = await staffPlace(args);
  const id = args.params.goal;
  const values = await fieldsOf(args.request);
  if (values.intent === "remove") {
    shown(await removeThing(app, actor, area.id, "goal", id));
    throw redirect(`${base}/goals?removed`);
  }
  // A plan without pillars has no such field; the link to one that was deleted is kept until it comes back.
  const { goal } = shown(await getGoal(app, actor, area.id, id));
  const saved = await saveGoal(app, actor, area.id, id, { pillarId: goal.pillarId, ...values });
  if (saved.ok) throw redirect(`${base}/goals/${id}?saved`);
  if (saved.error.kind === "conflict") {
    const { goal: now } = shown(await getGoal(app, actor, area.id, id));
    const typed = { pillarId: goal.pillarId ?? "", ...values };
    return data({ errors: {}, values, overtaken: overtakenBy(typed, goalValues(now)) }, { status: 409 });
  }
  if (saved.error.kind !== "invalid") throw data(null, { status: statusOf(saved.error) });
  return data({ errors: saved.error.fields, values, overtaken: undefined }, { status: 422 });
}

export default function EditGoal({ loaderData, actionData }: Route.ComponentProps) {
  const { back, name, issues, pillars, values } = loaderData;
  return (
    <>
      <PageHead
        title="目標を直す"
        lead={`${name}の計画`}
        actions={<ButtonLink to={back}>直さずにもどる</ButtonLink>}
      />
      <OvertakenNotice
        by={actionData?.overtaken}
        names={{ title: "目標" }}
        options={{ issueId: issues, pillarId: pillars }}
      />
      <GoalForm
        values={actionData?.values ?? values}
        errors={actionData?.errors}
        issues={issues}
        pillars={pillars}
        submit="保存する"
      >
        <Shown answer={actionData} value={loaderData.shown} />
      </GoalForm>
      <div className="mt-10">
        <OnceForm submit="この目標を消す" kind="danger" busy="消しています…">
          <input type="hidden" name="intent" value="remove" />
        </OnceForm>
      </div>
    </>
  );
}
