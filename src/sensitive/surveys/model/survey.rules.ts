import { addMonths, type PlainDate } from "#platform/kernel/plain-date.ts";
import { KEPT_YEARS, type Survey } from "./survey.schema.ts";

/** Whether its answers were kept as long as they are to be. */
export const isPast = ({ closedOn }: Pick<Survey, "closedOn">, today: PlainDate): boolean =>
  closedOn !== null && addMonths(closedOn, KEPT_YEARS * 12) < today;
