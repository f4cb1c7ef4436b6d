import { ChoiceField, type Option, SelectField, TextArea, TextField } from "#ui/field.tsx";
import { DayField, MoneyField } from "#ui/field-kinds.tsx";
import { answerFor, CommandForm } from "#ui/form.tsx";
import { FINE_KIND_NAMES, WHO_ACTS } from "../model/initiative-kinds.schema.ts";
import { fineKindLabel, STATUS, whoActsLabel } from "../model/plan.messages.ts";
import { type FormProps, wordsOf } from "./parts.tsx";

const KINDS = FINE_KIND_NAMES.map((kind) => ({ value: kind, label: fineKindLabel(kind) }));
const WHO = WHO_ACTS.map((who) => ({ value: who, label: whoActsLabel(who) }));
const STATUSES = wordsOf(STATUS);

/** Behind one tap, unless there is something to mend. */
const FOLDED = {
  periodFrom: "始まりの日",
  periodTo: "終わりの日",
  budgetYen: "予算（円）",
  budgetOwner: "予算の持ち主",
  outputMeasure: "実施量をどう見るか",
  outcomeMeasure: "成果をどう見るか",
  materials: "使う教材",
  prefectureGoal: "結びつく都道府県の目標",
};
const LABELS = {
  title: "事業の名前",
  fineKind: "種類",
  goalId: "目標",
  lead: "中心になる機関",
  partners: "いっしょに行う機関",
  whoActs: "だれが動くか",
  audience: "対象",
  status: "いまの状態",
  ...FOLDED,
};

/** The fields of an initiative, empty or filled. */
export function InitiativeForm({
  goals,
  names,
  ...form
}: FormProps & { goals: readonly Option[]; names: readonly string[] }) {
  const errors = answerFor(form.answer, form.command)?.errors ?? {};
  const field = (name: keyof typeof LABELS) => ({ label: LABELS[name], name });
  return (
    <CommandForm
      {...form}
      labels={LABELS}
      options={{ goalId: goals, fineKind: KINDS, whoActs: WHO, status: STATUSES }}
    >
      <TextField {...field("title")} />
      <SelectField empty="選んでください" options={KINDS} {...field("fineKind")} />
      <SelectField optional empty="まだ決めない" options={goals} {...field("goalId")} />
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
      <details className="my-5" open={Object.keys(FOLDED).some((name) => errors[name])}>
        <summary className="inline-flex min-h-11 cursor-pointer items-center text-blue-1000 underline underline-offset-4">
          期間・予算・評価の見方・教材も書く
        </summary>
        <DayField optional {...field("periodFrom")} />
        <DayField optional {...field("periodTo")} />
        <MoneyField optional name="budgetYen" label="予算" className="max-w-56" />
        <TextField optional {...field("budgetOwner")} />
        <TextField hint="例　出前講座の回数と人数" optional {...field("outputMeasure")} />
        <TextField hint="例　健康づくりに取り組む事業所の割合" optional {...field("outcomeMeasure")} />
        <TextField optional {...field("materials")} />
        <TextField optional {...field("prefectureGoal")} />
      </details>
    </CommandForm>
  );
}
