import { readProfile } from "#evidence/indicators/public.ts";
import type { Actor } from "#foundation/actors/public.ts";
import type { App } from "#platform/app.ts";

export type IndicatorFigures = Readonly<{
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
}: Readonly<{
  app: App;
  actor: Actor;
  area: Readonly<{ id: string; slug: string }>;
}>): Promise<IndicatorFigures[]> {
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
