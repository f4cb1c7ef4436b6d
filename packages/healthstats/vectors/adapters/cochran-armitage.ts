import { cochranArmitage } from "../../src/cochran-armitage.ts";
import { type Adapter, numbers } from "../adapter.ts";

export const cochranArmitageAdapter: Adapter = (inputs) => {
  const scores = Array.isArray(inputs.scores) ? numbers(inputs.scores) : undefined;
  const { z, chiSquare, p } = cochranArmitage(numbers(inputs.events), numbers(inputs.totals), scores);
  return { z, chi_square: chiSquare, p_value: p };
};
