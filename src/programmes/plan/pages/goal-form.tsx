import type { ReactNode } from "react";
import { type Option, SelectField, TextField } from "#ui/field.tsx";
import { Notice } from "#ui/notice.tsx";
import { OnceForm } from "#ui/once.tsx";

/** The fields of a goal, empty or filled. Nothing but the goal itself must be known. */
export function GoalForm({
  values,
  errors = {},
  issues,
  pillars,
  submit,
  onceKey,
  children,
}: {
  values: Readonly<Record<string, string | undefined>>;
  errors?: Readonly<Record<string, readonly string[]>> | undefined;
  issues: readonly Option[];
  pillars: readonly Option[];
  submit: string;
  onceKey?: string;
  children?: ReactNode;
}) {
  return (
    <OnceForm submit={submit} busy="保存しています…" onceKey={onceKey}>
      {children}
      {Object.keys(errors).length > 0 ? (
        <Notice kind="error" title="直すところがあります。書いたものは残っています。" />
      ) : null}
      <TextField
        label="目標"
        hint="どうなればよいか。例　事業主・従業員ともに、健康づくりに関心が持てる"
        name="title"
        defaultValue={values.title}
        errors={errors.title}
      />
      <SelectField
        label="健康課題"
        name="issueId"
        optional
        empty="まだ決めない"
        options={issues}
        defaultValue={values.issueId}
      />
      {pillars.length > 0 ? (
        <SelectField
          label="対策の柱"
          name="pillarId"
          optional
          empty="なし"
          options={pillars}
          defaultValue={values.pillarId}
        />
      ) : null}
    </OnceForm>
  );
}
