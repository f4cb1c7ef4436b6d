import { lifeExpectancy } from "../../src/life-expectancy.ts";
import { RefusedArgument } from "../../src/refusal.ts";
import { type Adapter, numbers, option } from "../adapter.ts";

export const lifeExpectancyAdapter: Adapter = (inputs, params) => {
  const data = {
    ages: numbers(inputs.age_start),
    populations: numbers(inputs.population),
    deaths: numbers(inputs.deaths),
  };
  try {
    const rows = lifeExpectancy(data, { confidence: option(params, "confidence", 0.95) });
    return {
      life_expectancy: rows.map((row) => row.value),
      lower: rows.map((row) => row.lower),
      upper: rows.map((row) => row.upper),
      suppressed: rows.every((row) => row.value === null),
    };
  } catch (error) {
    // These files call a refused table suppressed.
    if (error instanceof RefusedArgument) return { suppressed: true };
    throw error;
  }
};
