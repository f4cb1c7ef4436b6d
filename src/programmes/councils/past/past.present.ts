import { type FiscalYear, showFiscalYearJa } from "#platform/kernel/fiscal-year.ts";
import { formTexts } from "#platform/kernel/form-values.ts";
import { pick } from "#platform/kernel/pick.ts";
import { showDateJa } from "#platform/kernel/plain-date.ts";
import type { Past } from "../model/past.schema.ts";

/** 2003年度（平成15年度）, 1997〜1998年度, or the day where it is known. */
export const showPastDay = ({
  fiscalYear,
  untilYear,
  onDay,
}: Pick<Past, "fiscalYear" | "untilYear" | "onDay">): string => {
  if (onDay) return showDateJa(onDay);
  const from = showFiscalYearJa(fiscalYear as FiscalYear);
  return untilYear && untilYear > fiscalYear ? `${from}〜${showFiscalYearJa(untilYear as FiscalYear)}` : from;
};

export const presentPast = (past: Past) => ({
  ...pick(past, "id", "kind", "text", "document"),
  when: showPastDay(past),
});
export type PastLine = ReturnType<typeof presentPast>;

export const pastValues = (past: Omit<Past, "id">) =>
  formTexts(past, "kind", "fiscalYear", "untilYear", "onDay", "text", "document");
