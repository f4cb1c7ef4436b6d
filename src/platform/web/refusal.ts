import { data } from "react-router";
import type { Refusal, Result } from "#platform/kernel/result.ts";

const STATUS: Readonly<Record<Refusal["kind"], number>> = {
  forbidden: 403,
  "not-found": 404,
  invalid: 422,
  conflict: 409,
};

/** The HTTP status of a refusal. */
export const statusOf = (refusal: Refusal): number => STATUS[refusal.kind];

/** What a loader shows: the value, or the page that says why there is none. */
export function shown<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw data(null, { status: statusOf(result.error) });
}
