import { TextField } from "#ui/field.tsx";
import { CommandForm } from "#ui/form.tsx";

/** A year's value of a measure or a target; one far from the other years' is asked about. */
export function YearValueForm({
  command,
  answer,
  year,
  unit,
}: {
  command: string;
  answer: unknown;
  year: string;
  unit: string;
}) {
  const labels = { fiscalYear: "年度", value: `値（${unit}）`, source: "出典" };
  return (
    <CommandForm
      command={command}
      answer={answer}
      values={{ fiscalYear: year }}
      labels={labels}
      submit="値を保存する"
      busy="保存しています…"
    >
      <TextField
        label={labels.fiscalYear}
        hint="西暦で"
        inputMode="numeric"
        className="max-w-40"
        name="fiscalYear"
      />
      <TextField label={labels.value} inputMode="decimal" className="max-w-40" name="value" />
      <TextField label={labels.source} hint="例　地産保の月報、実態調査" optional name="source" />
    </CommandForm>
  );
}
