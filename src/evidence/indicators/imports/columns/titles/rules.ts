import { fiscalYearOf } from "#platform/kernel/fiscal-year.ts";
import { type PlainDate, partsOf } from "#platform/kernel/plain-date.ts";
import { readDay } from "#platform/kernel/written-day.ts";
import type { Mapping } from "../../schema.ts";

const WRITTEN_DAY = /((?:\d{4}|(?:令和|平成|昭和)\s*(?:\d{1,2}|元))年\s*\d{1,2}月\s*\d{1,2}日)\s*(\S{0,2})/g;
/** When it was printed, or a span of days. */
const OTHER_DAY = /^(公表|公開|作成|更新|発表|発行|掲載|提出|から|まで|[~〜～-])/;

/** The day of which a table tells by its titles: 令和7年1月1日住民基本台帳人口; undefined where it is none, or several. */
export function dayOfTitles(titles: readonly string[]): PlainDate | undefined {
  const days = titles.flatMap((title) =>
    [...title.normalize("NFKC").matchAll(WRITTEN_DAY)].flatMap(([, day, behind]) =>
      OTHER_DAY.test(behind!) ? [] : [readDay(day!.replace(/\s/g, ""))],
    ),
  );
  const [day, ...others] = new Set(days);
  return others.length === 0 && day !== "no-such-day" ? day : undefined;
}

/** 令和7年 over figures of 1 January 2025 is the fiscal year in which that day lies. */
export const inYearOf = (day: PlainDate, mapping: Mapping): Mapping =>
  mapping.map((column) =>
    column.fiscalYear === partsOf(day).year ? { ...column, fiscalYear: fiscalYearOf(day) } : column,
  );
