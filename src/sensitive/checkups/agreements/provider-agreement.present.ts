import { fiscalYear, showFiscalYearJa } from "#platform/kernel/fiscal-year.ts";
import type { PlainDate } from "#platform/kernel/plain-date.ts";
import { erasableBefore } from "../erasure/erasure.rules.ts";
import {
  AGREEMENT_PAGE,
  COMBINATION_LABELS,
  GROUND_LABELS,
  ITEM_LABELS,
  PROVIDER_LABELS,
} from "./provider-agreement.messages.ts";
import { isInForce } from "./provider-agreement.rules.ts";
import type { Agreement } from "./provider-agreement.schema.ts";

/** An agreement in words, as its list shows it. */
export const presentAgreement = (one: Agreement, today: PlainDate, due: number) => ({
  id: one.id,
  provider: one.provider,
  kind: PROVIDER_LABELS[one.kind],
  ground: `${GROUND_LABELS[one.ground]}　${one.groundText}`,
  items: one.items.map((item) => ITEM_LABELS[item]).join("、"),
  smallest: AGREEMENT_PAGE.persons(one.smallest),
  combine: one.combine.map((item) => COMBINATION_LABELS[item]).join("、"),
  from: one.fromDay,
  until: one.endedOn ?? one.untilDay,
  state:
    one.endedOn !== null
      ? AGREEMENT_PAGE.ended
      : isInForce(one, today)
        ? AGREEMENT_PAGE.inForce
        : AGREEMENT_PAGE.notInForce,
  kept: AGREEMENT_PAGE.years(one.yearsKept),
  due: due > 0 ? AGREEMENT_PAGE.due(due, showFiscalYearJa(fiscalYear(erasableBefore(one, today)))) : "",
  inForce: isInForce(one, today),
  ended: one.endedOn !== null,
});
