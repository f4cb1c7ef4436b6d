import {
  type FunnelPosition,
  funnelSignificanceOfProportion,
  funnelSignificanceOfRate,
  funnelSignificanceOfRatio,
} from "../../src/funnel-significance.ts";
import { type Adapter, number, option, type Values } from "../adapter.ts";

export const funnelSignificanceAdapter: Adapter = (inputs, params) => ({
  significance: wording(position(inputs, params)),
});

function position(inputs: Values, params: Values): FunnelPosition {
  if (params.statistic === "proportion") {
    const { numerator, denominator } = inputs;
    return funnelSignificanceOfProportion(number(numerator), number(denominator), number(params.average));
  }
  if (params.statistic === "ratio") {
    return funnelSignificanceOfRatio(number(inputs.observed), number(inputs.expected));
  }
  const standardised = params.rate_type === "dsr";
  const events = number(inputs.events);
  const population = number(inputs.population);
  // Few events of a standardised rate are not judged, and without any its rate gives no denominator.
  const denominator =
    standardised && events > 0
      ? (option(params, "multiplier", 100_000) * events) / number(inputs.rate)
      : population;
  return funnelSignificanceOfRate(events, denominator, number(params.average), { standardised });
}

function wording({ direction, tail }: FunnelPosition): string {
  if (direction === "not applicable") return "Not applicable for events less than 10 for dsrs";
  if (direction === "none") return "Not significant";
  return `${direction === "high" ? "High" : "Low"} (${tail})`;
}
