import type { ReactNode } from "react";
import { ChoiceField, type Option, SelectField, TextArea, TextField } from "#ui/field.tsx";
import { Notice } from "#ui/notice.tsx";
import { OnceForm } from "#ui/once.tsx";

export type InitiativeChoices = Readonly<{
  goals: readonly Option[];
  kinds: readonly Option[];
  who: readonly Option[];
  statuses: readonly Option[];
  names: readonly string[];
}>;

/** Behind one tap, unless there is something to mend. */
const FOLDED = [
  "periodFrom",
  "periodTo",
  "budgetYen",
  "budgetOwner",
  "outputMeasure",
  "outcomeMeasure",
].concat(["materials", "prefectureGoal"]);

/** The fields of an initiative, empty or filled. */
export function InitiativeForm({
  values,
  whoActs,
  errors = {},
  choices,
  submit,
  onceKey,
  children,
}: {
  values: Readonly<Record<string, string | undefined>>;
  whoActs: readonly string[];
  errors?: Readonly<Record<string, readonly string[]>> | undefined;
  choices: InitiativeChoices;
  submit: string;
  onceKey?: string;
  children?: ReactNode;
}) {
  const field = (name: string) => ({ name, defaultValue: values[name], errors: errors[name] });
  return (
    <OnceForm submit={submit} onceKey={onceKey}>
      {children}
      {Object.keys(errors).length > 0 ? (
        <Notice kind="error" title="直すところがあります。書いたものは残っています。" />
      ) : null}
      <TextField label="事業の名前" {...field("title")} />
      <SelectField label="種類" empty="選んでください" options={choices.kinds} {...field("fineKind")} />
      <SelectField label="目標" optional empty="まだ決めない" options={choices.goals} {...field("goalId")} />
      <TextField label="中心になる機関" optional list="organisations" {...field("lead")} />
      <TextArea label="いっしょに行う機関" hint="1行に1つ" optional rows={4} {...field("partners")} />
      <datalist id="organisations">
        {choices.names.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <ChoiceField
        label="だれが動くか"
        type="checkbox"
        name="whoActs"
        options={choices.who}
        chosen={whoActs}
      />
      <TextField label="対象" hint="例　50人未満の事業所" optional {...field("audience")} />
      <SelectField label="いまの状態" options={choices.statuses} {...field("status")} />
      <details className="my-5" open={FOLDED.some((name) => errors[name])}>
        <summary className="inline-flex min-h-11 cursor-pointer items-center text-blue-1000 underline underline-offset-4">
          期間・予算・評価の見方・教材も書く
        </summary>
        <TextField label="始まりの日" type="date" optional {...field("periodFrom")} className="max-w-56" />
        <TextField label="終わりの日" type="date" optional {...field("periodTo")} className="max-w-56" />
        <TextField
          label="予算（円）"
          inputMode="numeric"
          optional
          {...field("budgetYen")}
          className="max-w-56"
        />
        <TextField label="予算の持ち主" optional {...field("budgetOwner")} />
        <TextField
          label="実施量をどう見るか"
          hint="例　出前講座の回数と人数"
          optional
          {...field("outputMeasure")}
        />
        <TextField
          label="成果をどう見るか"
          hint="例　健康づくりに取り組む事業所の割合"
          optional
          {...field("outcomeMeasure")}
        />
        <TextField label="使う教材" optional {...field("materials")} />
        <TextField label="結びつく都道府県の目標" optional {...field("prefectureGoal")} />
      </details>
    </OnceForm>
  );
}
