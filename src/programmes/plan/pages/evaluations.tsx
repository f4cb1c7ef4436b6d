import { showFiscalYearJa } from "#platform/kernel/fiscal-year.ts";
import { ChoiceField, SelectField, TextArea, TextField } from "#ui/field.tsx";
import { OnceForm } from "#ui/once.tsx";
import { Section } from "#ui/page.tsx";
import { EVALUATION, GRADE } from "../messages.ts";
import type { Evaluation } from "../schema.ts";

/** What was found out about an initiative, and the form for the next finding. */
export function Evaluations({
  evaluations,
  mayEdit,
  year,
  values,
  errors,
}: {
  evaluations: readonly Evaluation[];
  mayEdit: boolean;
  year: number;
  values?: Readonly<Record<string, string>> | undefined;
  errors?: Readonly<Record<string, readonly string[]>> | undefined;
}) {
  return (
    <Section title={`評価 ${evaluations.length}`} id="evaluations">
      <ul className={evaluations.length > 0 ? "border-t border-solid-gray-300" : ""}>
        {evaluations.map((one) => (
          <li key={one.id} className="border-b border-solid-gray-300 py-3">
            <p>
              <span className="mr-3 text-std-16B-170">
                {showFiscalYearJa(one.fiscalYear as never)}　{EVALUATION[one.kind]}
              </span>
              {one.grade ? GRADE[one.grade] : ""}
            </p>
            <p>{one.finding}</p>
            {one.carriesOver ? <p>次の計画に引き継ぐ{one.nextStep ? `: ${one.nextStep}` : ""}</p> : null}
          </li>
        ))}
      </ul>
      {mayEdit ? (
        <details className="mt-3" open={errors !== undefined}>
          <summary className="inline-flex min-h-11 cursor-pointer items-center text-blue-1000 underline underline-offset-4">
            評価を書く
          </summary>
          <OnceForm submit="評価を保存する" kind="secondary">
            <TextField
              label="年度"
              name="fiscalYear"
              inputMode="numeric"
              className="max-w-40"
              defaultValue={values?.fiscalYear ?? year}
              errors={errors?.fiscalYear}
            />
            <SelectField
              label="評価の種類"
              name="kind"
              defaultValue={values?.kind ?? "process"}
              options={Object.entries(EVALUATION).map(([value, label]) => ({ value, label }))}
            />
            <TextArea
              label="わかったこと"
              name="finding"
              defaultValue={values?.finding}
              errors={errors?.finding}
            />
            <ChoiceField
              label="判断"
              name="grade"
              type="radio"
              chosen={[values?.grade ?? "good"]}
              options={Object.entries(GRADE).map(([value, label]) => ({ value, label }))}
            />
            <ChoiceField
              label="次の計画"
              name="carriesOver"
              type="checkbox"
              options={[{ value: "on", label: "次の計画に引き継ぐ" }]}
            />
            <TextField label="次にすること" name="nextStep" optional defaultValue={values?.nextStep} />
          </OnceForm>
        </details>
      ) : null}
    </Section>
  );
}
