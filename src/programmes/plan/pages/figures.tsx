import { CommandForm } from "#ui/form.tsx";
import { Section } from "#ui/page.tsx";
import type { IndicatorFigures } from "../chain/indicator-figure.queries.server.ts";
import { number, showYear } from "../model/plan.messages.ts";

/** The years of the tied indicator that the target does not have yet, and the button that takes them over. */
export function NewFigures({ name, unit, values }: Pick<IndicatorFigures, "name" | "unit" | "values">) {
  if (values.length === 0) return null;
  const years = values.map((one) => `${showYear(one.fiscalYear)} ${number(one.value)}${unit}`);
  return (
    <Section title="健康プロフィールの値" lead={`「${name}」に、この目標値に未登録の年度の値があります。`}>
      <p className="my-2">{years.join("、")}</p>
      <CommandForm
        command="target-value.take"
        submit="年度ごとの値に取り込む"
        kind="secondary"
        busy="取り込んでいます…"
      />
    </Section>
  );
}
