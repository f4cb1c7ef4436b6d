import { chiSquareIndependence } from "../../src/chi-square-independence.ts";
import { type Adapter, numbers, option } from "../adapter.ts";

export const chisqIndependenceAdapter: Adapter = (inputs, params) => {
  const { statistic, degreesOfFreedom, p, minimumExpected } = chiSquareIndependence(
    (inputs.table as unknown[]).map(numbers),
    { continuityCorrection: option(params, "continuity_correction", false) },
  );
  return { statistic, df: degreesOfFreedom, p_value: p, min_expected: minimumExpected };
};
