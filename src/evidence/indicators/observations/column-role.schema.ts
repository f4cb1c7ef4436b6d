/** What a column of a table of figures may be. */
export const ROLES = [
  "ignore",
  "fiscal_year",
  "era_year",
  "as_of",
  "area",
  "area_part",
  "sex",
  "age_band",
  "indicator",
  "source",
  "unit",
  "value",
  "numerator",
  "denominator",
  "lower",
  "upper",
] as const;
