import { slopeIndexOfInequality } from "../../src/slope-index-of-inequality.ts";
import { type Adapter, number, numbers, option, type Values } from "../adapter.ts";

const RATE = 1;
const PROPORTION = 2;

export const siiAdapter: Adapter = (inputs, params) => {
  const order = socialOrder(inputs.quantile);
  const sorted = (values: number[]) => (order ? order.map((i) => values[i]!) : values);
  const type = option<number>(params, "value_type", 0);
  const transforms = option(params, "transform", false);
  const multiplier = option<number>(params, "multiplier", 1);
  const transform = !transforms ? "none" : type === RATE ? "log" : type === PROPORTION ? "logit" : "none";
  const populations = sorted(numbers(inputs.population));
  const index = slopeIndexOfInequality(
    { populations, values: sorted(groupValues(inputs)) },
    { transform, multiplier },
  );
  // With a transform the files state the intercept in the unit of the index, otherwise of the values.
  const intercept = transforms ? index.intercept * Math.abs(multiplier) : index.intercept;
  return { sii: index.sii, rii: index.rii, intercept };
};

/** Without values the files mean cases among the population. */
function groupValues(inputs: Values): number[] {
  if (Array.isArray(inputs.value)) return numbers(inputs.value);
  const populations = numbers(inputs.population);
  return numbers(inputs.count).map((count, i) => count / number(populations[i]));
}

/** Positions of the groups from quantile 1 upwards; undefined if the file names no quantiles. */
function socialOrder(quantile: unknown): number[] | undefined {
  if (!Array.isArray(quantile)) return undefined;
  return quantile.map((_, i) => i).sort((a, b) => number(quantile[a]) - number(quantile[b]));
}
