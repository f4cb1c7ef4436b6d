import { TextField } from "#ui/field.tsx";
import { DecimalField, FiscalYearField } from "#ui/field-kinds.tsx";
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
      <FiscalYearField label={labels.fiscalYear} hint="例　2027、令和9" name="fiscalYear" />
      <DecimalField label="値" unit={unit} name="value" />
      <TextField label={labels.source} hint="例　地産保の月報、実態調査" optional name="source" />
    </CommandForm>
  );
}
