import { countLimitsMethod, rateByars } from "../../src/rate-byars.ts";
import { type Adapter, number, option, withLimits } from "../adapter.ts";
import { methodName } from "./method-name.ts";

export const rateByarsAdapter: Adapter = (inputs, params, wanted) => {
  // The method hangs on the events alone: it is named even where the denominator is missing.
  if (inputs.denominator === null) {
    const events = inputs.numerator;
    return { method: typeof events === "number" ? methodName(countLimitsMethod(events)) : null };
  }
  const multiplier = option(params, "multiplier", 100_000);
  const at = (confidence: number) =>
    rateByars(number(inputs.numerator), number(inputs.denominator), { confidence, multiplier });
  const { value, method } = at(0.95);
  return withLimits({ value, method: methodName(method) }, wanted, params, at);
};
