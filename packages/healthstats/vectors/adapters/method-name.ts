import type { CountLimitsMethod } from "../../src/rate-byars.ts";

/** The name that the vectors files print for a method of limits. */
export function methodName(method: CountLimitsMethod): string {
  return method === "exact" ? "Exact" : "Byars";
}
