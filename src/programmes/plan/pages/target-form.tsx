import { formShowing } from "#platform/kernel/form-values.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { ChoiceField, labelled, type Option, SelectField, TextField } from "#ui/field.tsx";
import { FiscalYearField } from "#ui/field-kinds.tsx";
import { CommandForm } from "#ui/form.tsx";
import { figuresOf } from "../chain/indicator-figure.queries.server.ts";
import { listChoices } from "../chain/plan-place.queries.server.ts";
import { createTarget, getTarget, saveTarget } from "../chain/target.usecases.server.ts";
import { removePart } from "../deleting/plan-part.usecases.server.ts";
import { number } from "../model/plan.messages.ts";
import { targetValues } from "../model/plan-form.present.ts";
import type { Route } from "./+types/target-form";
import { FormPage } from "./form-page.tsx";
import { editorsPlace, optionsOf, staffPlace } from "./place.tsx";

const DIRECTIONS: readonly Option[] = [
  { value: "at_least", label: "目標値以上にする" },
  { value: "at_most", label: "目標値以下にする" },
];
const LABELS = {
  goalId: "目標",
  item: "項目",
  unit: "単位",
  direction: "目標の方向",
  baselineValue: "基準値",
  baselineYear: "基準年度",
  targetValue: "目標値",
  targetYear: "目標の年度",
  source: "出典",
  indicator: "健康プロフィールの指標",
};
const field = labelled(LABELS);

/** A new target, or one that is changed. */
export async function loader(args: Route.LoaderArgs) {
  const place = await editorsPlace(args);
  const { app, actor, area, base, url } = place;
  const id = args.params.target;
  const { goals } = shown(await listChoices(app, actor, { area: area.id }));
  const target = id
    ? shown(await getTarget(app, actor, { area: area.id, id }))
    : { goalId: url.searchParams.get("goal"), unit: "%", direction: "at_least" as const };
  const figures = await figuresOf(place);
  return {
    id,
    name: area.name,
    back: `${base}/targets/${id}`,
    goals: optionsOf(goals),
    indicators: figures.map(({ code, name, values }) => ({ value: code, label: lastOf(name, values) })),
    form: formShowing(targetValues(target)),
  };
}

/** The indicator with its last value, which a baseline may be taken from. */
function lastOf(name: string, values: Awaited<ReturnType<typeof figuresOf>>[number]["values"]): string {
  const last = values.at(-1);
  return last ? `${name}（${last.fiscalYear}年度 ${number(last.value)}）` : name;
}

export async function action(args: Route.ActionArgs) {
  const { onArea, onRow, onPart, base } = await staffPlace(args);
  const { target } = args.params;
  return answerForm(args.request, [
    target
      ? onRow(target)(saveTarget, () => `${base}/targets/${target}?saved`)
      : onArea(createTarget, ({ id }) => `${base}?saved&new=${id}#part-${id}`),
    ...(target ? [onPart({ under: target })(removePart, () => `${base}?removed`)] : []),
  ]);
}

/** An odd target is asked about. */
export default function TargetForm({ loaderData, actionData }: Route.ComponentProps) {
  const { id, back, name, goals, indicators, form } = loaderData;
  const command = id ? "target.save" : "target.create";
  const figure = { inputMode: "decimal", className: "max-w-40" } as const;
  return (
    <FormPage
      title={id ? "目標値を編集する" : "目標値を設定する"}
      lead={`${name}の計画${id ? "" : "。達成の基準となる数値を設定します。"}`}
      edited={id && { kind: "target", id, back, named: form.values.item, remove: "この目標値を削除する" }}
    >
      <CommandForm
        {...form}
        command={command}
        answer={actionData}
        labels={LABELS}
        options={{ goalId: goals, direction: DIRECTIONS, indicator: indicators }}
        submit={id ? "保存する" : "目標値を設定する"}
        busy="保存しています…"
      >
        <SelectField {...field("goalId")} optional empty="未定" options={goals} />
        <TextField {...field("item")} hint="例　健康づくりに取り組んでいない事業所を減らす" />
        <TextField {...field("unit")} className="max-w-32" />
        <ChoiceField {...field("direction")} type="radio" options={DIRECTIONS} />
        <TextField {...field("baselineValue")} hint="例　74.1" {...figure} />
        <FiscalYearField {...field("baselineYear")} hint="例　2026、令和8" />
        <TextField {...field("targetValue")} hint="例　87" {...figure} />
        <FiscalYearField {...field("targetYear")} hint="例　2031、令和13" />
        {indicators.length > 0 ? (
          <SelectField
            {...field("indicator")}
            hint="選択すると、新しい年度の値を目標値のページで取り込めます。"
            optional
            empty="なし"
            options={indicators}
          />
        ) : null}
        <TextField {...field("source")} hint="調査や指標名" optional />
      </CommandForm>
    </FormPage>
  );
}
