import { Form } from "react-router";
import { Button } from "#ui/button.tsx";
import { ChoiceField, SelectField } from "#ui/field.tsx";
import { SOURCE_LABELS } from "../editions/checkup-edition.messages.ts";
import { EDITION_AGES } from "../editions/edition-age.rules.ts";
import { CHECKUP_INDICATORS } from "../model/checkup-indicator.schema.ts";
import { DIMENSION_LABELS, QUESTION_PAGE as PAGE } from "../questions/checkup-question.messages.ts";
import type { CheckupQuestion } from "../questions/checkup-question.schema.ts";

const GROUPS = Object.entries(DIMENSION_LABELS).map(([value, label]) => ({ value, label }));

/** What is asked, in the address: it can be sent on and kept. */
export function QuestionFields({
  question: { indicator, source, groups, sex, ages },
  year,
  years,
}: {
  question: CheckupQuestion;
  year: number | undefined;
  years: readonly { value: string; label: string }[];
}) {
  return (
    <Form method="get" className="my-4">
      <SelectField
        label={PAGE.indicator}
        name="indicator"
        defaultValue={indicator}
        options={CHECKUP_INDICATORS.map(({ key, label }) => ({ value: key, label }))}
      />
      {years.length > 0 ? (
        <SelectField label={PAGE.year} name="year" defaultValue={String(year ?? "")} options={years} />
      ) : null}
      <SelectField
        label={PAGE.source}
        name="source"
        defaultValue={source}
        options={[
          { value: "all", label: PAGE.allSources },
          ...Object.entries(SOURCE_LABELS).map(([value, label]) => ({ value, label })),
        ]}
      />
      <SelectField
        label={PAGE.first}
        name="group"
        defaultValue={groups[0] ?? ""}
        empty={PAGE.noGroup}
        options={GROUPS}
      />
      <SelectField
        label={PAGE.second}
        name="second"
        defaultValue={groups[1] ?? ""}
        empty={PAGE.noGroup}
        options={GROUPS}
      />
      <SelectField
        label={PAGE.sex}
        name="sex"
        defaultValue={sex ?? ""}
        empty={PAGE.everybody}
        options={[
          { value: "male", label: "男" },
          { value: "female", label: "女" },
        ]}
      />
      <ChoiceField
        label={PAGE.ages}
        name="ages"
        type="checkbox"
        chosen={ages}
        options={EDITION_AGES.map(({ key, label }) => ({ value: key, label }))}
      />
      <Button type="submit">{PAGE.ask}</Button>
    </Form>
  );
}
