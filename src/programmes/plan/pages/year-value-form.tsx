import { TextField } from "#ui/field.tsx";
import { Notice } from "#ui/notice.tsx";
import { OnceForm } from "#ui/once.tsx";

type Typed = Readonly<{
  values: Readonly<Record<string, string>>;
  errors: Readonly<Record<string, readonly string[]>>;
  ask: string | null;
}>;

/** A year's value of a measure or a target; one far from the other years' is asked about. */
export function YearValueForm({
  typed,
  year,
  unit,
}: {
  typed: Typed | undefined;
  year: number;
  unit: string;
}) {
  const field = (name: string) => ({
    name,
    defaultValue: typed?.values[name],
    errors: typed?.errors[name],
  });
  const ask = typed?.ask;
  return (
    <OnceForm submit={ask ? "このまま保存する" : "値を保存する"} busy="保存しています…">
      <input type="hidden" name="intent" value="value" />
      {ask ? (
        <Notice kind="warning" title={ask}>
          <input type="hidden" name="confirmed" value="1" />
        </Notice>
      ) : null}
      {typed && Object.keys(typed.errors).length > 0 ? (
        <Notice kind="error" title="直すところがあります。書いたものは残っています。" />
      ) : null}
      <TextField
        label="年度"
        hint="西暦で"
        inputMode="numeric"
        className="max-w-40"
        {...field("fiscalYear")}
        defaultValue={typed?.values.fiscalYear ?? year}
      />
      <TextField label={`値（${unit}）`} inputMode="decimal" className="max-w-40" {...field("value")} />
      <TextField label="出典" hint="例　地産保の月報、実態調査" optional {...field("source")} />
    </OnceForm>
  );
}
