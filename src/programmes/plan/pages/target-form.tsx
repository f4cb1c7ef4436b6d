import type { ReactNode } from "react";
import { ChoiceField, type Option, SelectField, TextField } from "#ui/field.tsx";
import { Notice } from "#ui/notice.tsx";
import { OnceForm } from "#ui/once.tsx";

export const DIRECTIONS: readonly Option[] = [
  { value: "at_least", label: "目標値以上にする" },
  { value: "at_most", label: "目標値以下にする" },
];

/** The fields of a target, empty or filled; an odd one is asked about. */
export function TargetForm({
  values,
  errors = {},
  ask,
  goals,
  submit,
  onceKey,
  children,
}: {
  values: Readonly<Record<string, string | undefined>>;
  errors?: Readonly<Record<string, readonly string[]>> | undefined;
  ask: string | null;
  goals: readonly Option[];
  submit: string;
  onceKey?: string;
  children?: ReactNode;
}) {
  const field = (key: string) => ({ name: key, defaultValue: values[key], errors: errors[key] });
  return (
    <OnceForm submit={ask ? "このままでよい" : submit} busy="保存しています…" onceKey={onceKey}>
      {children}
      {ask ? <Notice kind="warning" title={ask} /> : null}
      {ask ? <input type="hidden" name="confirmed" value="1" /> : null}
      {Object.keys(errors).length > 0 ? (
        <Notice kind="error" title="直すところがあります。書いたものは残っています。" />
      ) : null}
      <SelectField
        label="目標"
        name="goalId"
        optional
        empty="まだ決めない"
        options={goals}
        defaultValue={values.goalId}
      />
      <TextField label="項目" hint="例　健康づくりに取り組んでいない事業所を減らす" {...field("item")} />
      <TextField label="単位" {...field("unit")} defaultValue={values.unit ?? "%"} className="max-w-32" />
      <ChoiceField
        label="どちらへ"
        name="direction"
        type="radio"
        chosen={[values.direction ?? "at_least"]}
        errors={errors.direction}
        options={DIRECTIONS}
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
  );
}
