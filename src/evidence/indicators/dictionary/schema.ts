import { z } from "zod";

export const KINDS = ["proportion", "rate", "count", "value", "ratio"] as const;
export const POLARITIES = ["higher_is_worse", "lower_is_worse", "neutral"] as const;

/** The kinds of area for which a figure of this indicator is made. */
export const GEOGRAPHIES = [
  "nation",
  "prefecture",
  "secondary_medical_area",
  "municipality",
  "public_health_centre_district",
  "labour_standards_office_district",
] as const;

const Code = z.string().regex(/^[a-z][a-z0-9_]{1,59}$/);

/**
 * One indicator of the dictionary.
 *
 * - `kind`: `proportion` (a part of a whole, numerator ≤ denominator), `rate` (events per persons), `count`
 *   (numerator alone), `value` (a printed value such as a mean), `ratio` (SMR and the like).
 * - `multiplier`: value = numerator / denominator × multiplier.
 * - `whole`: the code of the count of which this count is a part; its share is computed from both.
 * - `synonyms`: how files name it. `obesity_rate_male_40s@male@40-49` also says sex and age band.
 * - `least`, `most`: what lies outside is a slip of the pen.
 */
export const Indicator = z.strictObject({
  no: z.int().min(1).max(32_000),
  code: Code,
  name_ja: z.string().min(1),
  name_en: z.string().min(1),
  definition_ja: z.string().min(1),
  numerator_ja: z.string().nullable().default(null),
  denominator_ja: z.string().nullable().default(null),
  kind: z.enum(KINDS),
  unit: z.enum([
    "percent",
    "persons",
    "per_1000",
    "per_100000",
    "ratio",
    "years",
    "workplaces",
    "cases",
    "sessions",
    "offices",
    "areas",
    "mmhg",
  ]),
  multiplier: z.int().min(1).default(1),
  decimals: z.int().min(0).max(4),
  polarity: z.enum(POLARITIES),
  whole: Code.nullable().default(null),
  theme: z.enum([
    "population",
    "workplaces",
    "workplace_checkup",
    "specific_checkup",
    "lifestyle",
    "mental_health",
    "support",
    "mortality",
    "care",
    "resources",
  ]),
  position: z.int(),
  default_source: Code,
  geographies: z.array(z.enum(GEOGRAPHIES)).min(1),
  synonyms: z.array(z.string().min(1)).default([]),
  least: z.number().nullable().default(null),
  most: z.number().nullable().default(null),
  valid_from: z.int().nullable().default(null),
  valid_to: z.int().nullable().default(null),
});
export type Indicator = z.infer<typeof Indicator>;

/** Where figures come from. `caution_ja` is what a reader must know before believing them. */
export const Source = z.strictObject({
  no: z.int().min(1).max(32_000),
  code: Code,
  name_ja: z.string().min(1),
  name_en: z.string().min(1),
  owner_ja: z.string().min(1),
  population_ja: z.string().min(1),
  caution_ja: z.string().nullable().default(null),
  synonyms: z.array(z.string().min(1)).default([]),
});
export type Source = z.infer<typeof Source>;

/** The shape of reference/indicators.json. */
export const DictionaryFile = z.strictObject({
  name: z.string(),
  date: z.iso.date(),
  source: z.string(),
  sources: z.array(Source),
  indicators: z.array(Indicator),
});

export type Dictionary = Readonly<{ indicators: readonly Indicator[]; sources: readonly Source[] }>;
