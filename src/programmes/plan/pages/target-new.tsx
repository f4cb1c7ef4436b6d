import { data, redirect } from "react-router";
import { shown, statusOf } from "#platform/web/refusal.ts";
import { ChoiceField, SelectField, TextField } from "#ui/field.tsx";
import { Notice } from "#ui/notice.tsx";
import { OnceForm } from "#ui/once.tsx";
import { PageHead } from "#ui/page.tsx";
import { saveTarget } from "../targets/usecases.server.ts";
import { readPlan } from "../usecases.server.ts";
import type { Route } from "./+types/target-new";
import { fieldsOf, staffPlace } from "./place.tsx";

export async function loader(args: Route.LoaderArgs) {
  const { app, actor, area, url } = await staffPlace(args);
  const { skeleton } = shown(await readPlan(app, actor, area.id));
  const goals = skeleton.goals.map(({ id, title }) => ({ value: id, label: title }));
  return { name: area.name, goals, goal: url.searchParams.get("goal") ?? "" };
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
  throw redirect(base);
}

export default function NewTarget({ loaderData, actionData }: Route.ComponentProps) {
  const { name, goals, goal } = loaderData;
  const values = actionData?.values;
  const errors: Readonly<Record<string, readonly string[]>> = actionData?.errors ?? {};
  const field = (key: string) => ({ name: key, defaultValue: values?.[key], errors: errors[key] });
  return (
    <>
      <PageHead title="目標値を決める" lead={`${name}の計画。どこまで届けば達成かを数で決めます。`} />
      {actionData?.ask ? <Notice kind="warning" title={actionData.ask} /> : null}
      {Object.keys(errors).length > 0 ? (
        <Notice kind="error" title="直すところがあります。書いたものは残っています。" />
      ) : null}
      <OnceForm submit={actionData?.ask ? "このままでよい" : "目標値を決める"}>
        {actionData?.ask ? <input type="hidden" name="confirmed" value="1" /> : null}
        <SelectField
          label="目標"
          name="goalId"
          optional
          empty="まだ決めない"
          options={goals}
          defaultValue={values?.goalId ?? goal}
        />
        <TextField label="項目" hint="例　健康づくりに取り組んでいない事業所を減らす" {...field("item")} />
        <TextField label="単位" {...field("unit")} defaultValue={values?.unit ?? "%"} className="max-w-32" />
        <ChoiceField
          label="どちらへ"
          name="direction"
          type="radio"
          chosen={[values?.direction ?? "at_least"]}
          errors={errors.direction}
          options={[
            { value: "at_least", label: "目標値以上にする" },
            { value: "at_most", label: "目標値以下にする" },
          ]}
        />
        <TextField
          label="もとの値"
          hint="例　74.1"
          inputMode="decimal"
          {...field("baselineValue")}
          className="max-w-40"
        />
        <TextField
          label="もとの値の年度"
          hint="西暦で。例　2026"
          inputMode="numeric"
          {...field("baselineYear")}
          className="max-w-40"
        />
        <TextField
          label="目標値"
          hint="例　87"
          inputMode="decimal"
          {...field("targetValue")}
          className="max-w-40"
        />
        <TextField
          label="目標の年度"
          hint="西暦で。例　2031"
          inputMode="numeric"
          {...field("targetYear")}
          className="max-w-40"
        />
        <TextField label="出典" hint="調査や指標の名前" optional {...field("source")} />
      </OnceForm>
    </>
  );
}
