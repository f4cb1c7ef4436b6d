import type { ReactNode } from "react";
import { ChoiceField, type Option, SelectField, TextField } from "#ui/field.tsx";
import { Notice } from "#ui/notice.tsx";
import { OnceForm } from "#ui/once.tsx";
import { MEASURE } from "../messages.ts";

/** The fields of a measure, empty or filled; the values of the years are written on its page. */
export function MeasureForm({
  values,
  errors = {},
  wholes,
  submit,
  onceKey,
  children,
  kind = "primary",
}: {
  values: Readonly<Record<string, string | undefined>>;
  errors?: Readonly<Record<string, readonly string[]>> | undefined;
  /** The measures that it may be a part of. */
  wholes: readonly Option[];
  submit: string;
  onceKey?: string;
  children?: ReactNode;
  kind?: "primary" | "secondary";
}) {
  const field = (name: string) => ({ name, defaultValue: values[name], errors: errors[name] });
  return (
    <OnceForm submit={submit} kind={kind} busy="保存しています…" onceKey={onceKey}>
      {children}
      <input type="hidden" name="intent" value="save" />
      {Object.keys(errors).length > 0 ? (
        <Notice kind="error" title="直すところがあります。書いたものは残っています。" />
      ) : null}
      <ChoiceField
        label="種類"
        hint="したことの量は実施量（回数・人数・件数）、したことで変わったことは成果（割合・人数）です。"
        name="kind"
        type="radio"
        chosen={[values.kind ?? "output"]}
        errors={errors.kind}
        options={Object.entries(MEASURE).map(([value, label]) => ({ value, label }))}
      />
      <TextField label="指標の名前" hint="例　出前講座の参加者" {...field("name")} />
      <TextField label="単位" hint="例　人、回、件、%" {...field("unit")} className="max-w-32" />
      <TextField
        label="1年の目標"
        hint="例　600"
        inputMode="decimal"
        optional
        {...field("goalValue")}
        className="max-w-40"
      />
      {wholes.length > 0 ? (
        <SelectField
          label="どの指標の内訳か"
          optional
          empty="内訳ではない"
          options={wholes}
          {...field("partOf")}
        />
      ) : null}
    </OnceForm>
  );
}
