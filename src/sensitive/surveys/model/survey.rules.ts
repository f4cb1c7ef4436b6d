import { addMonths, type PlainDate } from "#platform/kernel/plain-date.ts";
import { KEPT_YEARS, type Survey, type Unit } from "./survey.schema.ts";

/** Whether its answers were kept as long as they are to be. */
export const isPast = ({ closedOn }: Pick<Survey, "closedOn">, today: PlainDate): boolean =>
  closedOn !== null && addMonths(closedOn, KEPT_YEARS * 12) < today;

/**
 * Whether a workplace has answered for good. An anonymous answer can't be found again, so also one in part is the last:
 * a second would be counted beside it.
 */
export const hasAnswered = (
  { anonymous }: Pick<Survey, "anonymous">,
  { disposition }: Pick<Unit, "disposition">,
): boolean => disposition === "complete" || (anonymous && disposition === "partial");
