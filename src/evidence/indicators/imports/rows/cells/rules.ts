import { type FiscalYear, fiscalYearOf, parseFiscalYear } from "#platform/kernel/fiscal-year.ts";
import { type PlainDate, partsOf } from "#platform/kernel/plain-date.ts";
import { readDay, readFiscalYear } from "#platform/kernel/written-day.ts";
import { plainCell } from "#platform/tables/cells.ts";
import { type AgeBand, ALL_AGES, ageBand, type Sex } from "../../../observations/schema.ts";

/** The fiscal year of 2007, 2007年度, FY2007, H19, 平成19年度, 令和元; undefined where it is none. */
export const parseYear = (text: string): FiscalYear | undefined =>
  /^\d{4}$/.test(text) ? parseFiscalYear(text) : readFiscalYear(plainCell(text));

export type DayOrYear = Readonly<{ day: PlainDate | null; year: FiscalYear }>;

/** The day of 2009-01-01, 2009/1/1, 2009年1月1日, H21.1.1, 平成21年1月1日, or a year alone. */
export function parseDay(text: string): DayOrYear | "no-such-day" | undefined {
  const plain = plainCell(text);
  const year = parseYear(plain);
  if (year !== undefined) return { day: null, year };
  const day = readDay(plain);
  if (day === undefined) return undefined;
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

export const parseSex = (text: string): Sex | undefined => SEX_WORDS[plainCell(text).toLowerCase()];

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
]);

/** The band of 40-49, 40〜49歳, 40代, 65歳以上, 65+, 39歳以下. */
export function parseAgeBand(text: string): AgeBand | undefined {
  const plain = plainCell(text)
    .toLowerCase()
    .replace(/[歳才\s]/g, "");
  if (ALL_AGE_WORDS.has(plain)) return ALL_AGES;
  const decade = /^(\d{1,2})0代$/.exec(plain);
  if (decade) return ageBand(Number(decade[1]) * 10, Number(decade[1]) * 10 + 9);
  const range = /^(\d{1,3})(?:-|~|〜|~|–|—|−|から|to)(\d{1,3})$/.exec(plain);
  if (range) return ageBand(Number(range[1]), Number(range[2]));
  const older = /^(\d{1,3})(?:\+|以上|-|~|〜)$/.exec(plain);
  if (older) return ageBand(Number(older[1]));
  const younger = /^(\d{1,3})(以下|未満)$/.exec(plain);
  if (younger) return ageBand(0, Number(younger[1]) - (younger[2] === "未満" ? 1 : 0));
  return /^\d{1,3}$/.test(plain) ? ageBand(Number(plain), Number(plain)) : undefined;
}
