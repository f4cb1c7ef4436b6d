import { type Area, kindLabel } from "#foundation/areas/public.ts";
import { statusOf } from "#platform/kernel/nothing.ts";
import type { Dictionary } from "../dictionary/schema.ts";
import { formatAgeBand, sexOfCode } from "../observations/schema.ts";
import { groupOf, hiddenParts } from "../profile/disclosure/rules.ts";
import { hiddenPoint, pointOf } from "../profile/figures/rules.ts";
import type { RawFigure } from "../profile/schema.ts";

export const presentArea = (area: Area) => ({
  id: area.id,
  slug: area.slug,
  name: area.name,
  kana: area.kana,
  kind: area.kind,
  kind_name: kindLabel(area.kind, "en"),
  code: area.code,
  prefecture: area.prefectureId,
  valid_from: area.validFrom,
  valid_to: area.validTo,
});

/** Figures as they leave: small counts, and what would give them back, as `suppressed`. */
export function presentObservations(figures: readonly RawFigure[], { indicators, sources }: Dictionary) {
  const byNo = new Map(indicators.map((indicator) => [indicator.no, indicator]));
  const codes = new Map(sources.map((source) => [source.no, source.code]));
  const hidden = new Set(
    [...Map.groupBy(figures, groupOf).values()].flatMap((group) => [
      ...hiddenParts(group, byNo.get(group[0]!.indicatorNo)!),
    ]),
  );
  return figures.map((figure) => {
    const indicator = byNo.get(figure.indicatorNo)!;
    const point = hidden.has(figure) ? hiddenPoint(figure) : pointOf(indicator, figure);
    return {
      area: figure.areaId,
      indicator: indicator.code,
      fiscal_year: figure.fiscalYear,
      as_of: figure.asOf,
      sex: sexOfCode(figure.sex),
      age_band: formatAgeBand(figure.ageBand),
      source: codes.get(figure.sourceNo)!,
      value: point.value,
      suppressed: point.suppressed,
      status: statusOf(point.value, point.suppressed ? "hidden" : "no-data"),
      numerator: point.numerator.state === "shown" ? point.numerator.value : null,
      denominator: point.denominator.state === "shown" ? point.denominator.value : null,
      lower: point.interval?.lower ?? null,
      upper: point.interval?.upper ?? null,
    };
  });
}
