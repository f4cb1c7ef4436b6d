import { useSearchParams } from "react-router";
import { TextLink } from "#ui/button.tsx";
import { TextField } from "#ui/field.tsx";
import { DecimalField, FiscalYearField } from "#ui/field-kinds.tsx";
import { CommandForm } from "#ui/form.tsx";
import { Line, Lines } from "#ui/lines.tsx";
import { Section } from "#ui/page.tsx";
import { number, showYear } from "../model/plan.messages.ts";
import type { YearValue } from "../model/plan.schema.ts";
import { RemoveForm } from "./parts.tsx";

/** The values of a target or a measure by year; one that was entered by mistake is deleted here, another is written. */
export function YearValues({
  kind,
  values,
  unit,
  base,
  mayEdit,
  none,
  ...form
}: {
  kind: "target_value" | "measure_value";
  values: readonly YearValue[];
  unit: string;
  base: string;
  mayEdit: boolean;
  /** What is said where there is none. */
  none: string;
  command: string;
  answer: unknown;
  year: string;
  seen: string;
}) {
  const removed = useSearchParams()[0].has("removed");
  return (
    <>
      <Section title="年度ごとの値">
        {values.length === 0 ? <p>{none}</p> : null}
        <Lines className="max-w-3xl">
          {values.map((one) => (
            <Line key={one.id} centred>
              <div>
                <p>
                  {showYear(one.fiscalYear)}
                  <span className="ml-4 text-std-16B-170 tabular-nums">
                    {number(one.value)}
                    {unit}
                  </span>
                </p>
                {one.source ? (
                  <p className="text-dns-14N-130 text-solid-gray-800">出典 {one.source}</p>
                ) : null}
              </div>
              {mayEdit ? (
                <RemoveForm
                  kind={kind}
                  id={one.id}
                  named={`${one.fiscalYear}年度の値 ${number(one.value)}${unit}`}
                  open={`${one.fiscalYear}年度の値を削除する`}
                />
              ) : null}
            </Line>
          ))}
        </Lines>
        {mayEdit && (removed || values.length > 0) ? (
          <p className="mt-3">
            削除した値は、30日以内は<TextLink to={`${base}/deleted`}>削除した項目</TextLink>
            ページから戻せます。
          </p>
        ) : null}
      </Section>
      {mayEdit ? (
        <Section title="値を登録する" lead="同じ年度の値は上書きされます。">
          {/* The key makes empty fields again once a value was saved or deleted. */}
          <YearValueForm
            key={JSON.stringify(values)}
            unit={unit}
            years={values.map((one) => one.fiscalYear)}
            {...form}
          />
        </Section>
      ) : null}
    </>
  );
}

/** A year's value of a measure or a target; one far from the other years' is asked about. */
function YearValueForm({
  command,
  answer,
  year,
  years,
  seen,
  unit,
}: {
  command: string;
  answer: unknown;
  year: string;
  /** The years that have a value. */
  years: readonly number[];
  seen: string;
  unit: string;
}) {
  const labels = { fiscalYear: "年度", value: `値（${unit}）`, source: "出典" };
  return (
    <CommandForm
      command={command}
      answer={answer}
      values={{ fiscalYear: year }}
      seen={seen}
      labels={{ ...labels, ...Object.fromEntries(years.map((one) => [one, showYear(one)])) }}
      submit="値を保存する"
      busy="保存しています…"
    >
      <FiscalYearField label={labels.fiscalYear} hint="例　2027、令和9" name="fiscalYear" />
      <DecimalField label="値" unit={unit} name="value" />
      <TextField label={labels.source} hint="例　地産保の月報、実態調査" optional name="source" />
    </CommandForm>
  );
}
