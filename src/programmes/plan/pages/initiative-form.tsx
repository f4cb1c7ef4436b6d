import { formShowing } from "#platform/kernel/form-values.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { TextLink } from "#ui/button.tsx";
import { ChoiceField, labelled, SelectField, TextArea, TextField } from "#ui/field.tsx";
import { DayField, MoneyField } from "#ui/field-kinds.tsx";
import { Folded } from "#ui/fold.tsx";
import { answerFor, CommandForm } from "#ui/form.tsx";
import { PageHead } from "#ui/page.tsx";
import { listChoices } from "../chain/plan-place.queries.server.ts";
import {
  createInitiative,
  getInitiative,
  saveInitiative,
} from "../initiatives/initiative.usecases.server.ts";
import { FINE_KIND_NAMES, WHO_ACTS } from "../model/initiative-kinds.schema.ts";
import { fineKindLabel, STATUS, whoActsLabel } from "../model/plan.messages.ts";
import { initiativeValues } from "../model/plan-form.present.ts";
import type { Route } from "./+types/initiative-form";
import { wordsOf } from "./parts.tsx";
import { editorsPlace, optionsOf, staffPlace } from "./place.tsx";

const KINDS = FINE_KIND_NAMES.map((kind) => ({ value: kind, label: fineKindLabel(kind) }));
const WHO = WHO_ACTS.map((who) => ({ value: who, label: whoActsLabel(who) }));
const STATUSES = wordsOf(STATUS);

/** Behind one tap, unless there is something to mend. */
const FOLDED = {
  periodFrom: "開始日",
  periodTo: "終了日",
  budgetYen: "予算（円）",
  budgetOwner: "予算の所管",
  outputMeasure: "実施量の評価方法",
  outcomeMeasure: "成果の評価方法",
  materials: "使用する教材",
  prefectureGoal: "関連する都道府県の目標",
};
const LABELS = {
  title: "事業名",
  fineKind: "種類",
  goalId: "目標",
  lead: "主管機関",
  partners: "連携機関",
  whoActs: "実施主体",
  audience: "対象",
  status: "現在の状態",
  ...FOLDED,
};
const field = labelled(LABELS);

/** A new initiative, or one that is changed. */
export async function loader(args: Route.LoaderArgs) {
  const { app, actor, area, base, url } = await editorsPlace(args);
  const id = args.params.initiative;
  const { goals, organisations } = shown(await listChoices(app, actor, { area: area.id }));
  const initiative = id
    ? shown(await getInitiative(app, actor, { area: area.id, id })).initiative
    : { goalId: url.searchParams.get("goal"), status: "planned" as const };
  return {
    id,
    base,
    name: area.name,
    goals: optionsOf(goals),
    names: organisations.map((one) => one.name),
    form: formShowing(initiativeValues(initiative)),
  };
}

export async function action(args: Route.ActionArgs) {
  const { onArea, onRow, base } = await staffPlace(args);
  const { initiative } = args.params;
  return answerForm(args.request, [
    initiative
      ? onRow(initiative)(saveInitiative, () => `${base}/initiatives/${initiative}?saved`)
      : onArea(createInitiative, ({ id }) => `${base}/initiatives/${id}`),
  ]);
}

export default function InitiativeForm({ loaderData, actionData }: Route.ComponentProps) {
  const { id, base, name, goals, names, form } = loaderData;
  const command = id ? "initiative.save" : "initiative.create";
  const errors = answerFor(actionData, command)?.errors ?? {};
  return (
    <>
      <PageHead title={id ? "事業を編集する" : "事業を計画する"} lead={`${name}の計画`} />
      {id ? null : (
        <p>
          <TextLink to={`${base}/library`}>ほかの地域の事業から選ぶ</TextLink>こともできます。
        </p>
      )}
      <CommandForm
        {...form}
        command={command}
        answer={actionData}
        labels={LABELS}
        options={{ goalId: goals, fineKind: KINDS, whoActs: WHO, status: STATUSES }}
        submit={id ? "保存する" : "事業を計画に追加する"}
      >
        <TextField {...field("title")} />
        <SelectField empty="選択してください" options={KINDS} {...field("fineKind")} />
        <SelectField optional empty="未定" options={goals} {...field("goalId")} />
        <TextField optional list="organisations" {...field("lead")} />
        <TextArea hint="1行に1つ" optional rows={4} {...field("partners")} />
        <datalist id="organisations">
          {names.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
        <ChoiceField type="checkbox" options={WHO} {...field("whoActs")} />
        <TextField hint="例　50人未満の事業所" optional {...field("audience")} />
        <SelectField options={STATUSES} {...field("status")} />
        <Folded
          summary="期間・予算・評価の見方・教材を入力する"
          open={Object.keys(FOLDED).some((one) => errors[one])}
        >
          <DayField optional {...field("periodFrom")} />
          <DayField optional {...field("periodTo")} />
          <MoneyField optional name="budgetYen" label="予算" className="max-w-56" />
          <TextField optional {...field("budgetOwner")} />
          <TextField hint="例　出前講座の回数と人数" optional {...field("outputMeasure")} />
          <TextField hint="例　健康づくりに取り組む事業所の割合" optional {...field("outcomeMeasure")} />
          <TextField optional {...field("materials")} />
          <TextField optional {...field("prefectureGoal")} />
        </Folded>
      </CommandForm>
      {id ? (
        <p className="mt-8">
          <TextLink to={`${base}/initiatives/${id}`}>キャンセル</TextLink>
        </p>
      ) : null}
    </>
  );
}
