import { fiscalYearOf } from "#platform/kernel/fiscal-year.ts";
import type { PlainDate } from "#platform/kernel/plain-date.ts";
import type { Agreement } from "../agreements/provider-agreement.schema.ts";

/** Results of fiscal years before that one have had their time: the years are counted from the end of each. */
export const erasableBefore = ({ yearsKept }: Pick<Agreement, "yearsKept">, today: PlainDate): number =>
  fiscalYearOf(today) - yearsKept;
