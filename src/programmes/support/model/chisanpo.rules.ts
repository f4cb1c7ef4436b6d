import { addDays, addMonths, type PlainDate } from "#platform/kernel/plain-date.ts";
import shipped from "../../../../reference/chisanpo_services.json" with { type: "json" };

/** A service of the regional occupational health centres (地域産業保健センター), as of a day. */
export type ChisanpoService = Readonly<{
  key: string;
  validFrom: string;
  validTo?: string;
  ja: string;
  en: string;
  /** Empty where it rests on no article of its own. */
  law: string;
  precondition: string;
  preconditionEn: string;
  /** The date that its deadline is counted from. */
  asks: string;
  deadline: Readonly<{ months?: number; days?: number; from: string }> | null;
  deadlineText: string;
  forms: readonly string[];
}>;

const SERVICES = shipped.services as readonly ChisanpoService[];

/** The services as they stand on that day: laws change, what was asked under the old one stays. */
export const servicesOn = (day: PlainDate): readonly ChisanpoService[] =>
  SERVICES.filter((one) => one.validFrom <= day && (one.validTo === undefined || day <= one.validTo));

export const serviceOn = (key: string | null, day: PlainDate): ChisanpoService | undefined =>
  servicesOn(day).find((one) => one.key === key);

/** The last day of the service's deadline; null where it has none or its date is not known. */
export function dueOn(
  service: ChisanpoService | undefined,
  dates: Readonly<{ checkupOn?: PlainDate | null; appliedOn?: PlainDate | null }>,
): PlainDate | null {
  if (!service?.deadline) return null;
  const from = service.deadline.from === "checkup_on" ? dates.checkupOn : dates.appliedOn;
  if (!from) return null;
  const { months, days } = service.deadline;
  return months === undefined ? addDays(from, days ?? 0) : addMonths(from, months);
}
