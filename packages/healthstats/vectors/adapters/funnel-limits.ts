import {
  funnelLimitsForProportion,
  funnelLimitsForRate,
  funnelLimitsForRatio,
  type InvertedPair,
} from "../../src/funnel-limits.ts";
import { type Adapter, number, option, type Values } from "../adapter.ts";

export const funnelLimitsAdapter: Adapter = (inputs, params) => {
  const average = number(params.average);
  if (params.statistic === "proportion") {
    const limits = funnelLimitsForProportion(
      number(inputs.population),
      average,
      option(params, "multiplier", 100),
    );
    return {
      baseline: limits.baseline,
      lower_2s: limits.warning.lower,
      upper_2s: limits.warning.upper,
      lower_3s: limits.alarm.lower,
      upper_3s: limits.alarm.upper,
    };
  }
  if (params.statistic === "ratio") {
    const multiplier = option(params, "multiplier", 100);
    const { warning, alarm } = funnelLimitsForRatio(number(inputs.observed_events), multiplier);
    return { ...ratioKeys("2s", warning, multiplier), ...ratioKeys("3s", alarm, multiplier) };
  }
  const { baseline, warning, alarm } = funnelLimitsForRate(number(inputs.events), average, {
    multiplier: option(params, "multiplier", 100_000),
    years: option(params, "years_of_data", 1),
  });
  return { baseline, ...rateKeys("2s", warning), ...rateKeys("3s", alarm) };
};

function ratioKeys(level: string, pair: InvertedPair, multiplier: number): Values {
  return {
    [`lower_${level}_exp`]: pair.lowerAt,
    [`lower_${level}_isr`]: pair.lower,
    [`lower_${level}_count`]: pair.lower / multiplier - 1,
    [`upper_${level}_exp`]: pair.upperAt,
    [`upper_${level}_isr`]: pair.upper,
    [`upper_${level}_count`]: pair.upper === null ? null : pair.upper / multiplier - 1,
  };
}

function rateKeys(level: string, pair: InvertedPair): Values {
  return {
    [`lower_${level}`]: pair.lower,
    [`lower_${level}_population_1_year`]: pair.lowerAt,
    [`upper_${level}`]: pair.upper,
    [`upper_${level}_population_1_year`]: pair.upperAt,
  };
}
