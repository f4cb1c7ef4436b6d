import { ChoiceField, type Option, SelectField, TextField } from "#ui/field.tsx";
import { FiscalYearField } from "#ui/field-kinds.tsx";
import { CommandForm } from "#ui/form.tsx";
import type { FormProps } from "./parts.tsx";

const DIRECTIONS: readonly Option[] = [
  { value: "at_least", label: "目標値以上にする" },
  { value: "at_most", label: "目標値以下にする" },
];
const LABELS = {
  goalId: "目標",
  item: "項目",
  unit: "単位",
  direction: "どちらへ",
  baselineValue: "もとの値",
  baselineYear: "もとの値の年度",
  targetValue: "目標値",
  targetYear: "目標の年度",
  source: "出典",
};

/** The fields of a target, empty or filled; an odd one is asked about. */
export function TargetForm({ goals, submit, ...form }: FormProps & { goals: readonly Option[] }) {
  return (
    <CommandForm
      {...form}
      labels={LABELS}
      options={{ goalId: goals, direction: DIRECTIONS }}
      submit={submit}
      busy="保存しています…"
    >
      <SelectField label={LABELS.goalId} name="goalId" optional empty="まだ決めない" options={goals} />
      <TextField label={LABELS.item} hint="例　健康づくりに取り組んでいない事業所を減らす" name="item" />
      <TextField label={LABELS.unit} name="unit" className="max-w-32" />
      <ChoiceField label={LABELS.direction} name="direction" type="radio" options={DIRECTIONS} />
      <TextField
        label={LABELS.baselineValue}
        hint="例　74.1"
        inputMode="decimal"
        name="baselineValue"
        className="max-w-40"
      />
      <FiscalYearField label={LABELS.baselineYear} hint="例　2026、令和8" name="baselineYear" />
      <TextField
        label={LABELS.targetValue}
        hint="例　87"
        inputMode="decimal"
        name="targetValue"
        className="max-w-40"
      />
      <FiscalYearField label={LABELS.targetYear} hint="例　2031、令和13" name="targetYear" />
      <TextField label={LABELS.source} hint="調査や指標の名前" optional name="source" />
    </CommandForm>
  );
}
