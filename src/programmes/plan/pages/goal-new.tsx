import { data, redirect } from "react-router";
import { shown, statusOf } from "#platform/web/refusal.ts";
import { SelectField, TextField } from "#ui/field.tsx";
import { OnceForm } from "#ui/once.tsx";
import { PageHead } from "#ui/page.tsx";
import { createGoal, readPlan } from "../usecases.server.ts";
import type { Route } from "./+types/goal-new";
import { fieldsOf, staffPlace } from "./place.tsx";

export async function loader(args: Route.LoaderArgs) {
  const { app, actor, area, url } = await staffPlace(args);
  const { skeleton } = shown(await readPlan(app, actor, area.id));
  const options = (things: readonly { id: string; title: string }[]) =>
    things.map(({ id, title }) => ({ value: id, label: title }));
  return {
    name: area.name,
    issue: url.searchParams.get("issue") ?? "",
    issues: options(skeleton.issues),
    pillars: options(skeleton.pillars),
  };
}

export async function action(args: Route.ActionArgs) {
  const { app, actor, area, base } = await staffPlace(args);
  const values = await fieldsOf(args.request);
  const created = await createGoal(app, actor, area.id, values);
  if (created.ok) throw redirect(`${base}/targets/new?goal=${created.value.id}`);
  if (created.error.kind !== "invalid") throw data(null, { status: statusOf(created.error) });
  return data({ errors: created.error.fields, values }, { status: 422 });
}

export default function NewGoal({ loaderData, actionData }: Route.ComponentProps) {
  const { name, issue, issues, pillars } = loaderData;
  return (
    <>
      <PageHead
        title="目標を立てる"
        lead={`${name}の計画。次のページで、どこまで届けば達成かを数で決めます。`}
      />
      <OnceForm submit="目標を立てる">
        <TextField
          label="目標"
          hint="どうなればよいか。例　事業主・従業員ともに、健康づくりに関心が持てる"
          name="title"
          defaultValue={actionData?.values.title}
          errors={actionData?.errors.title}
        />
        <SelectField
          label="健康課題"
          name="issueId"
          optional
          empty="まだ決めない"
          options={issues}
          defaultValue={actionData?.values.issueId ?? issue}
        />
        {pillars.length > 0 ? (
          <SelectField
            label="対策の柱"
            name="pillarId"
            optional
            empty="なし"
            options={pillars}
            defaultValue={actionData?.values.pillarId}
          />
        ) : null}
      </OnceForm>
    </>
  );
}
