import { kindLabel } from "#foundation/areas/public.ts";
import { type Language, nameOf, unitOf } from "../messages.ts";
import { presentRow } from "../present.ts";
import type { Point } from "../schema.ts";
import { standingOf } from "../standing/rules.ts";
import { polarityOf } from "../verdicts/rules.ts";
import type { DistrictColumn, Districts } from "./rules.ts";

const shownPoint = ({ value, suppressed }: Pick<Point, "value" | "suppressed">) => ({ value, suppressed });

function presentColumn({ indicator, source, year, around, rows }: DistrictColumn, language: Language) {
  return {
    code: indicator.code,
    name: nameOf(indicator, language),
    unit: indicator.unit,
    unit_name: unitOf(indicator, language),
    decimals: indicator.decimals,
    polarity: indicator.polarity,
    kind: indicator.kind,
    multiplier: indicator.multiplier,
    theme: indicator.theme,
    source: language === "ja" ? source.name_ja : source.name_en,
    caution: source.caution_ja,
    year,
    around: around.map(({ area, point }) => ({
      name: area.name,
      kind: area.kind,
      ...shownPoint(point),
    })),
    cells: rows.map((row) => {
      if (!row) return null;
      const { latest, series, verdict, difference, trend } = presentRow(row, language);
      return {
        ...shownPoint(latest),
        interval: latest.interval,
        numerator: typeof latest.numerator === "number" ? latest.numerator : null,
        denominator: typeof latest.denominator === "number" ? latest.denominator : null,
        standing: latest.suppressed
          ? ("not-comparable" as const)
          : standingOf({
              outcome: verdict.outcome,
              reason: verdict.reason,
              difference: difference?.value ?? null,
              polarity: polarityOf(indicator),
            }),
        trend: trend.direction,
        series: series.map(({ fiscal_year, value }) => ({ year: fiscal_year, value })),
      };
    }),
  };
}

/** The comparison as it leaves: names, figures as they may be shown, how each stands beside the whole. */
export const presentDistricts = ({ whole, districts, columns }: Districts, language: Language) => ({
  area: {
    id: whole.id,
    slug: whole.slug,
    name: whole.name,
    kind: whole.kind,
    kind_name: kindLabel(whole.kind, language),
  },
  districts: districts.map(({ id, slug, name, kind }) => ({ id, slug, name, kind })),
  columns: columns.map((column) => presentColumn(column, language)),
});
export type PresentedDistricts = ReturnType<typeof presentDistricts>;
export type DistrictIndicator = PresentedDistricts["columns"][number];
