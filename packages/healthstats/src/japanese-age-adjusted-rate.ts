import { type DirectRateOptions, directlyStandardisedRate } from "./directly-standardised-rate.ts";
import { finite, notEmpty, refuse, sameLength } from "./guards.ts";
import { MODEL_POPULATIONS, type ModelPopulationName } from "./model-populations.ts";

/** Deaths and population of one year and area, by the age bands of the model. */
export interface DeathsByBand {
  /** Labels as in the model: "0-4" … "85+" (1985) or "95+" (2015). */
  readonly bands: readonly string[];
  readonly deaths: ArrayLike<number>;
  /** Persons; officially the population of Japanese nationality on 1 October. */
  readonly populations: ArrayLike<number>;
}

/** An age-adjusted death rate. Its model is part of its type, so two models can't meet unseen. */
export interface AgeAdjustedRate<Model extends ModelPopulationName> {
  readonly model: Model;
  readonly deaths: number;
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly crude: number;
  /** True where data ending at 85+ were set against the 2015 model with its last three bands pooled. */
  readonly approximate: boolean;
  readonly reason: "too few events" | null;
}

/**
 * Japan's age-adjusted death rate (年齢調整死亡率): direct standardisation to a named model population.
 *
 *     value = Σ wᵢ·dᵢ/nᵢ / Σ wᵢ · multiplier; limits by Dobson's method
 *
 * Rates on the 2015 model are two to three times those on the 1985 model; they are never compared.
 * Source: Ministry of Health, Labour and Welfare, Vital Statistics, standard populations.
 * @param model "japan-1985" (18 bands to 85+) or "japan-2015" (20 bands to 95+; 18 bands to 85+ are
 *   taken with the oldest weights pooled and marked as approximate)
 * @param data bands, deaths, populations, one entry per band, youngest first
 * @param options confidence (0.95); multiplier (100,000; 1,000 for all causes in older tables);
 *   minimumEvents (10)
 * @throws RefusedArgument bands: must be the model's bands, in its order.
 * @throws RefusedArgument deaths, populations, options: as for the directly standardised rate.
 */
export function japaneseAgeAdjustedRate<Model extends ModelPopulationName>(
  model: Model,
  data: DeathsByBand,
  options: DirectRateOptions = {},
): AgeAdjustedRate<Model> {
  const { weights, approximate } = weightsFor(model, data.bands);
  sameLength(data.deaths, "deaths", data.bands, "bands");
  const bands = { counts: data.deaths, populations: data.populations, standard: weights };
  const { events, value, lower, upper, reason } = directlyStandardisedRate(bands, options);
  let persons = 0;
  for (let i = 0; i < data.populations.length; i++) persons += data.populations[i]!;
  const crude = (events / persons) * (options.multiplier ?? 100_000);
  return { model, deaths: events, value, lower, upper, crude, approximate, reason };
}

function weightsFor(model: ModelPopulationName, bands: readonly string[]) {
  const own = MODEL_POPULATIONS[model].bands;
  const matches = (labels: readonly string[]) =>
    labels.length === bands.length && labels.every((label, i) => label === bands[i]);
  if (matches(own.map(([label]) => label))) {
    return { weights: own.map(([, persons]) => persons), approximate: false };
  }
  if (model === "japan-2015") {
    const kept = own.slice(0, 17);
    const oldest = own.slice(17).reduce((sum, [, persons]) => sum + persons, 0);
    if (matches([...kept.map(([label]) => label), "85+"])) {
      return { weights: [...kept.map(([, persons]) => persons), oldest], approximate: true };
    }
  }
  refuse("bands", `must be the age bands of the model ${model} in its order`);
}

/** One year of a series. */
export interface AgeAdjustedPoint<Model extends ModelPopulationName> {
  readonly year: number;
  readonly rate: AgeAdjustedRate<Model>;
}

/** Rates of several years on one model. */
export interface AgeAdjustedSeries<Model extends ModelPopulationName> {
  readonly model: Model;
  readonly points: readonly AgeAdjustedPoint<Model>[];
}

/**
 * Puts rates of one model into a series, ordered by year. The compiler refuses a rate of another
 * model; data that come in untyped are refused at run time.
 *
 * @throws RefusedArgument points: must not be empty; all of the named model; each year once.
 */
export function ageAdjustedSeries<Model extends ModelPopulationName>(
  model: Model,
  points: readonly AgeAdjustedPoint<NoInfer<Model>>[],
): AgeAdjustedSeries<Model> {
  notEmpty(points, "points");
  const ordered = [...points].sort((a, b) => a.year - b.year);
  ordered.forEach(({ year, rate }, i) => {
    finite(year, `points[${i}].year`);
    if (rate.model !== model) {
      refuse(`points[${i}].rate`, `must be standardised to ${model} like the rest of the series`);
    }
    if (i > 0 && ordered[i - 1]!.year === year) refuse("points", "must have each year only once");
  });
  return { model, points: ordered };
}
