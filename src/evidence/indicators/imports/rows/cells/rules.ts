import { type FiscalYear, fiscalYearOf, parseFiscalYear } from "#platform/kernel/fiscal-year.ts";
import { type PlainDate, partsOf } from "#platform/kernel/plain-date.ts";
import { dayOfSerial, readDay, readFiscalYear, readMonth } from "#platform/kernel/written-day.ts";
import { plainCell } from "#platform/tables/cells.ts";
import { type AgeBand, ALL_AGES, ageBand, type Sex } from "../../../observations/schema.ts";

/** The fiscal year of 2007, 2007年度, FY2007, H19, 平成19年度, 令和元; undefined where it is none. */
export const parseYear = (text: string): FiscalYear | undefined =>
  /^\d{4}$/.test(text) ? parseFiscalYear(text) : readFiscalYear(plainCell(text));

/** Whether a cell names a year before any that is kept: 1899年. */
export const isEarlyYear = (text: string): boolean => /^18[7-9]\d\s*年?度?$/.test(plainCell(text));

/** Whether a cell names two years that differ: 令和5年度(2022年度). */
export function yearsDiffer(text: string): boolean {
  const [found, one, other] = /^(.+?)\s*\((.+)\)$/.exec(plainCell(text)) ?? [];
  if (found === undefined) return false;
  const [a, b] = [readFiscalYear(one!.trim()), readFiscalYear(other!.trim())];
  return a !== undefined && b !== undefined && a !== b;
}

export type DayOrYear = Readonly<{ day: PlainDate | null; year: FiscalYear }>;

/** A day that only Excel knows as such. */
export type SerialDay = Readonly<{ serial: PlainDate }>;

/** The day of 2009-01-01, 2009/1/1, 2009年1月1日, H21.1.1, 平成21年1月1日, or a year alone. */
export function parseDay(text: string): DayOrYear | SerialDay | "no-such-day" | undefined {
  const plain = plainCell(text);
  const year = parseYear(plain);
  if (year !== undefined) return { day: null, year };
  const day = readDay(plain);
  if (day === undefined) {
    const month = readMonth(plain);
    if (month) return { day: month.last ?? null, year: fiscalYearOf(month.first) };
    const serial = dayOfSerial(plain);
    return serial && { serial };
  }
  if (day === "no-such-day") return "no-such-day";
  return parseFiscalYear(partsOf(day).year) ? { day, year: fiscalYearOf(day) } : undefined;
}

const SEX_WORDS: Readonly<Record<string, Sex>> = {
  "": "all",
  all: "all",
  total: "all",
  both: "all",
  総数: "all",
  計: "all",
  合計: "all",
  男女計: "all",
  男女: "all",
  全体: "all",
  全員: "all",
  "0": "all",
  male: "male",
  m: "male",
  men: "male",
  man: "male",
  男: "male",
  男性: "male",
  男子: "male",
  "1": "male",
  female: "female",
  f: "female",
  women: "female",
  woman: "female",
  女: "female",
  女性: "female",
  女子: "female",
  "2": "female",
};

/** What a part of unknown sex or age is called: it belongs to the total alone. */
const UNKNOWN = /^(性別|年齢|男女)?(不詳|不明|未回答|無回答|unknown)$/;

export function parseSex(text: string): Sex | "unknown" | undefined {
  const plain = plainCell(text)
    .toLowerCase()
    .replace(/\s/g, "")
    .replace(/^総数\(男女計\)$/, "総数");
  return UNKNOWN.test(plain) ? "unknown" : SEX_WORDS[plain];
}

const ALL_AGE_WORDS = new Set([
  "",
  "all",
  "total",
  "総数",
  "計",
  "合計",
  "全年齢",
  "全体",
  "全年代",
  "年齢計",
  "総計",
  "全数",
]);

/** What Excel makes of the ages 10-14, 5-9 and 1-4. */
const EXCEL_DAY = /^(\d{1,2}月\d{1,2}日|\d{1,2}-[a-z]{3}|[a-z]{3}-\d{1,2}|\d{4}[-/]\d{1,2}[-/]\d{1,2})$/;

/** The band of 40-49, 40〜49歳, 40代, 65歳以上（再掲）, 65+, 39歳以下, 〜39歳; what is no band is told from what nobody knows. */
export function readAgeBand(text: string): AgeBand | "unknown" | "excel-day" | undefined {
  const plain = plainCell(text)
    .toLowerCase()
    .replace(/\s|\(再掲\)|再掲/g, "")
    .replace(/[ー‐‑–—−─〜～]/g, "-")
    .replace(/[歳才]/g, "");
  if (UNKNOWN.test(plain)) return "unknown";
  if (EXCEL_DAY.test(plain)) return "excel-day";
  return bandOf(plain);
}

/** As readAgeBand, where it is one. */
export function parseAgeBand(text: string): AgeBand | undefined {
  const read = readAgeBand(text);
  return typeof read === "string" ? undefined : read;
}

function bandOf(plain: string): AgeBand | undefined {
  if (ALL_AGE_WORDS.has(plain)) return ALL_AGES;
  const decade = /^(\d{1,2})0代$/.exec(plain);
  if (decade) return ageBand(Number(decade[1]) * 10, Number(decade[1]) * 10 + 9);
  const range = /^(\d{1,3})(?:-|~|〜|~|–|—|−|から|to)(\d{1,3})$/.exec(plain);
  if (range) return ageBand(Number(range[1]), Number(range[2]));
  const older = /^(\d{1,3})(?:\+|以上|-|~|〜)$/.exec(plain);
  if (older) return ageBand(Number(older[1]));
  const upTo = /^[-~](\d{1,3})$/.exec(plain);
  if (upTo) return ageBand(0, Number(upTo[1]));
  const younger = /^(\d{1,3})(以下|未満|まで)$/.exec(plain);
  if (younger) return ageBand(0, Number(younger[1]) - (younger[2] === "未満" ? 1 : 0));
  return /^\d{1,3}$/.test(plain) ? ageBand(Number(plain), Number(plain)) : undefined;
}
