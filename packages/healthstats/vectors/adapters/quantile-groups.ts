import { quantileGroups } from "../../src/quantile-groups.ts";
import { type Adapter, number, option } from "../adapter.ts";

export const quantileGroupsAdapter: Adapter = (inputs, params) => {
  const groupOne = option(params, "invert", true) ? "highest" : "lowest";
  const groups = number(option(params, "nquantiles", 10));
  return { quantiles: quantileGroups(inputs.values as (number | null)[], groups, { groupOne }) };
};
