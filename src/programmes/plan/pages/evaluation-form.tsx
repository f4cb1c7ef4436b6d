import { ChoiceField, labelled, SelectField, TextArea, TextField } from "#ui/field.tsx";
import { FiscalYearField } from "#ui/field-kinds.tsx";
import { CommandForm } from "#ui/form.tsx";
import { EVALUATION, EVALUATION_ASKS, GRADE } from "../model/plan.messages.ts";
import { type FormProps, wordsOf } from "./parts.tsx";

const LABELS = {
  fiscalYear: "年度",
  kind: "評価の種類",
  finding: "評価結果",
  achieved: "成果",
  putDownTo: "要因",
  grade: "判断",
  carriesOver: "次の計画",
  nextStep: "今後の対応",
};
const field = labelled(LABELS);
const OPTIONS = { kind: wordsOf(EVALUATION), grade: wordsOf(GRADE) };

/** The fields of an evaluation, empty or filled. */
export function EvaluationForm(form: Omit<FormProps, "submit">) {
  return (
    <CommandForm {...form} labels={LABELS} options={OPTIONS} submit="評価を保存する" busy="保存しています…">
      <FiscalYearField {...field("fiscalYear")} hint="例　2027、令和9" />
      <SelectField
        label={LABELS.kind}
        name="kind"
        options={OPTIONS.kind.map(({ value, label }) => ({
          value,
          label: `${label}　${EVALUATION_ASKS[value]}`,
        }))}
      />
      <TextArea {...field("finding")} />
      <TextArea {...field("achieved")} rows={3} optional hint="何がどれだけ達成できたか。年報に載ります。" />
      <TextArea {...field("putDownTo")} rows={3} optional hint="成果が出た理由、または出なかった理由。" />
      <ChoiceField
        {...field("grade")}
        type="radio"
        chosen={[form.values?.grade ?? ""]}
        options={[...OPTIONS.grade, { value: "", label: "未定" }]}
      />
      <ChoiceField
        {...field("carriesOver")}
        hint="引き継ぐと、次の年度の「柱・目標・評価」と年報に表示されます。"
        type="checkbox"
        options={[{ value: "on", label: "次の計画に引き継ぐ" }]}
      />
      <TextField {...field("nextStep")} optional />
    </CommandForm>
  );
}
