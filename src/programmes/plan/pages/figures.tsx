import { readProfile } from "#evidence/indicators/public.ts";
import { CommandForm } from "#ui/form.tsx";
import { Section } from "#ui/page.tsx";
import { number, showYear } from "../model/plan.messages.ts";
import type { staffPlace } from "./place.tsx";

type Figures = Readonly<{
  code: string;
  name: string;
  unit: string;
  source: string;
  values: readonly Readonly<{ fiscalYear: number; value: number; source: string }>[];
}>;

/** The profile's figures of the whole population of the area, one series an indicator, to which a target can be tied. */
export async function figuresOf({
  app,
  actor,
  area,
}: Pick<Awaited<ReturnType<typeof staffPlace>>, "app" | "actor" | "area">): Promise<Figures[]> {
  const found = await readProfile(app, actor, { area: area.slug });
  if (!found.ok) return [];
  const whole = found.value.profile.indicators.filter((row) => row.stratum_name === "");
  return [...Map.groupBy(whole, (row) => row.indicator.code).values()].map((rows) => {
    const row = rows.find((one) => one.area.id === area.id) ?? rows[0]!;
    const source = row.area.id === area.id ? row.source.name : `${row.source.name}（${row.area.name}）`;
    const { code, name, unit_name: unit } = row.indicator;
    const values = row.series.flatMap(({ fiscal_year, value }) =>
      value === null ? [] : [{ fiscalYear: Number(fiscal_year), value, source }],
    );
    return { code, name, unit, source, values };
  });
}

/** The years of the tied indicator that the target does not have yet, and the button that takes them over. */
export function NewFigures({ name, unit, values }: Pick<Figures, "name" | "unit" | "values">) {
  if (values.length === 0) return null;
  const years = values.map((one) => `${showYear(one.fiscalYear)} ${number(one.value)}${unit}`);
  return (
    <Section title="健康プロファイルの値" lead={`「${name}」に、この目標値にまだない年度の値があります。`}>
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
