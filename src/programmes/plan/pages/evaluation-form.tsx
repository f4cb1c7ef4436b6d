import type { ReactNode } from "react";
import { ChoiceField, SelectField, TextArea, TextField } from "#ui/field.tsx";
import { Notice } from "#ui/notice.tsx";
import { OnceForm } from "#ui/once.tsx";
import { EVALUATION, EVALUATION_ASKS, GRADE } from "../messages.ts";

/** The fields of an evaluation, empty or filled. */
export function EvaluationForm({
  values,
  errors = {},
  submit,
  onceKey,
  children,
  kind = "secondary",
}: {
  values: Readonly<Record<string, string | undefined>>;
  errors?: Readonly<Record<string, readonly string[]>> | undefined;
  submit: string;
  onceKey?: string;
  children?: ReactNode;
  kind?: "primary" | "secondary";
}) {
  return (
    <OnceForm submit={submit} kind={kind} busy="保存しています…" onceKey={onceKey}>
      {children}
      {Object.keys(errors).length > 0 ? (
        <Notice kind="error" title="直すところがあります。書いたものは残っています。" />
      ) : null}
      <TextField
        label="年度"
        hint="西暦で"
        name="fiscalYear"
        inputMode="numeric"
        className="max-w-40"
        defaultValue={values.fiscalYear}
        errors={errors.fiscalYear}
      />
      <SelectField
        label="評価の種類"
        name="kind"
        defaultValue={values.kind ?? "process"}
        errors={errors.kind}
        options={Object.entries(EVALUATION).map(([value, label]) => ({
          value,
          label: `${label}　${EVALUATION_ASKS[value]}`,
        }))}
      />
      <TextArea label="わかったこと" name="finding" defaultValue={values.finding} errors={errors.finding} />
      <ChoiceField
        label="判断"
        name="grade"
        type="radio"
        chosen={[values.grade ?? ""]}
        options={[...Object.entries(GRADE), ["", "まだ決めない"] as const].map(([value, label]) => ({
          value,
          label,
        }))}
      />
      <ChoiceField
        label="次の計画"
        hint="引き継ぐと、次の年度の「柱・目標・評価」と年報に出ます。"
        name="carriesOver"
        type="checkbox"
        chosen={values.carriesOver ? ["on"] : []}
        options={[{ value: "on", label: "次の計画に引き継ぐ" }]}
      />
      <TextField
        label="次にすること"
        name="nextStep"
        optional
        defaultValue={values.nextStep}
        errors={errors.nextStep}
      />
    </OnceForm>
  );
}
