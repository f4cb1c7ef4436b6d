import { addMonths, type PlainDate } from "#platform/kernel/plain-date.ts";
import { RULES } from "../model/prevention-data.schema.ts";

/** Whether a person should call the number again, to see that it is still right. */
export const isCheckDue = (checkedOn: PlainDate | null, today: PlainDate): boolean =>
  checkedOn === null || addMonths(checkedOn, RULES.hotlineCheckedWithinMonths) <= today;
