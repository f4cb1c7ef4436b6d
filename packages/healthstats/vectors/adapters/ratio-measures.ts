import { mantelHaenszelOddsRatio } from "../../src/mantel-haenszel.ts";
import { rateDifference, rateRatio } from "../../src/rate-ratio.ts";
import { oddsRatio, riskRatio } from "../../src/risk-ratio.ts";
import { type Adapter, number, option, type Values } from "../adapter.ts";

export const ratioMeasuresAdapter: Adapter = (inputs, params) => {
  const options = { confidence: option(params, "confidence", 0.95) };
  if (params.measure === "mantel_haenszel") {
    const strata = (inputs.strata as Values[]).map((stratum) => ({
      exposedCases: number(stratum.exposed_cases),
      unexposedCases: number(stratum.unexposed_cases),
      exposedControls: number(stratum.exposed_controls),
      unexposedControls: number(stratum.unexposed_controls),
    }));
    const { value, lower, upper, chiSquare, p } = mantelHaenszelOddsRatio(strata, options);
    return { odds_ratio: value, lower, upper, chi_square: chiSquare, p_value: p };
  }
  if (params.measure === "risk") {
    const exposed = { events: number(inputs.a), total: number(inputs.n1) };
    const reference = { events: number(inputs.b), total: number(inputs.n0) };
    const risk = riskRatio(exposed, reference, options);
    const odds = oddsRatio(exposed, reference, options);
    return {
      risk_ratio: risk.value,
      rr_lower: risk.lower,
      rr_upper: risk.upper,
      odds_ratio: odds.value,
      or_lower: odds.lower,
      or_upper: odds.upper,
    };
  }
  const exposed = { events: number(inputs.a), personTime: number(inputs.person_time1) };
  const reference = { events: number(inputs.b), personTime: number(inputs.person_time0) };
  const ratio = rateRatio(exposed, reference, options);
  // The files give nothing at all where a cell is zero; the library still knows the difference.
  const difference = ratio.value === null ? ratio : rateDifference(exposed, reference, options);
  return {
    rate_ratio: ratio.value,
    rr_lower: ratio.lower,
    rr_upper: ratio.upper,
    rate_difference: difference.value,
    rd_lower: difference.lower,
    rd_upper: difference.upper,
  };
};
