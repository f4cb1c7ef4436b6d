import type { Dictionary, Indicator, Source } from "./schema.ts";

const presentIndicator = (indicator: Indicator) => ({
  code: indicator.code,
  name_ja: indicator.name_ja,
  name_en: indicator.name_en,
  definition_ja: indicator.definition_ja,
  numerator_ja: indicator.numerator_ja,
  denominator_ja: indicator.denominator_ja,
  kind: indicator.kind,
  unit: indicator.unit,
  multiplier: indicator.multiplier,
  polarity: indicator.polarity,
  whole: indicator.whole,
  theme: indicator.theme,
});

const presentSource = (source: Source) => ({
  code: source.code,
  name_ja: source.name_ja,
  name_en: source.name_en,
  owner_ja: source.owner_ja,
  population_ja: source.population_ja,
  caution_ja: source.caution_ja,
});

/** The dictionary as the API gives it. */
export const presentDictionary = ({ indicators, sources }: Dictionary) => ({
  indicators: indicators.map(presentIndicator),
  sources: sources.map(presentSource),
});
