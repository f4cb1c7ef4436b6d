import { directlyStandardisedRateOfRates } from "../../src/directly-standardised-rate.ts";
import { japaneseAgeAdjustedRate } from "../../src/japanese-age-adjusted-rate.ts";
import { MODEL_POPULATIONS, type ModelPopulationName } from "../../src/model-populations.ts";
import { type Adapter, countsOrZero, number, numbers, option } from "../adapter.ts";

export const asmrJapanAdapter: Adapter = (inputs, params) => {
  const options = { multiplier: option(params, "multiplier", 100_000), minimumEvents: 1 };
  const deaths = countsOrZero(inputs.deaths);
  const populations = numbers(inputs.population);
  const standard = numbers(inputs.standard);
  const bands = inputs.ageband as string[];
  const model = modelOf(bands, standard);
  if (model) {
    const { value, crude } = japaneseAgeAdjustedRate(model, { bands, deaths, populations }, options);
    return { value, crude };
  }
  // Pooled bands, toy and foreign standards are no Japanese model; some state rates as deaths per 1,000
  // persons, which need not be whole.
  const sum = (values: number[]) => values.reduce((total, n) => total + n, 0);
  const rates = deaths.map((n, i) => n / number(populations[i]));
  return {
    value: directlyStandardisedRateOfRates(rates, standard) * options.multiplier,
    crude: (sum(deaths) / sum(populations)) * options.multiplier,
  };
};

function modelOf(bands: readonly string[], standard: readonly number[]): ModelPopulationName | undefined {
  const names = Object.keys(MODEL_POPULATIONS) as ModelPopulationName[];
  return names.find((name) => {
    const own = MODEL_POPULATIONS[name].bands;
    return own.length === bands.length && own.every(([band, n], i) => band === bands[i] && n === standard[i]);
  });
}
