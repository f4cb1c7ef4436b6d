import { ERAS, type FiscalYear, parseFiscalYear } from "./fiscal-year.ts";
import { type PlainDate, parsePlainDate, partsOf, showDateJa } from "./plain-date.ts";
import { plainTyped } from "./typed.ts";

/** An era and its year: 平成21, 令和元, H21, h.21, 平21. */
const ERA_YEAR = String.raw`(${ERAS.flatMap(({ name, letter }) => [name, name[0], letter]).join("|")})\.?\s*(0?[1-9]|[1-9]\d|元)`;
const FISCAL_YEAR = new RegExp(
  String.raw`^(?:(?:fy)?\s*(\d{4})|${ERA_YEAR})\s*(?:年度|年|fy)?(?:\s*\(.*\))?$`,
  "i",
);
const DAY = new RegExp(String.raw`^(?:(\d{4})|${ERA_YEAR})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$`, "i");

/** Eras outlive themselves on paper: plans of 2010 aim at 平成34年度. */
function westernYear(western: string | undefined, era: string, year: string): number {
  if (western !== undefined) return Number(western);
  const { from } = ERAS.find(
    ({ name, letter }) => name.startsWith(era) || letter.toLowerCase() === era.toLowerCase(),
  )!;
  return from + (year === "元" ? 1 : Number(year)) - 1;
}

/**
 * The fiscal year as offices write it, in normal width: 2007, 2007年度, FY2007, H19, 平成19年度, 令和元,
 * 2007年度(平成19年度); undefined where it is none.
 */
export function readFiscalYear(text: string): FiscalYear | undefined {
  const [found, western, era = "", year = ""] = FISCAL_YEAR.exec(text) ?? [];
  return found === undefined ? undefined : parseFiscalYear(westernYear(western, era, year));
}

/** The day as offices write it, in normal width: 2009-01-01, 2009/1/1, 2009年1月1日, H21.1.1, 平成21年1月1日. */
export function readDay(text: string): PlainDate | "no-such-day" | undefined {
  const [found, western, era = "", year = "", month = "", day = ""] = DAY.exec(text) ?? [];
  if (found === undefined) return undefined;
  const parts = [westernYear(western, era, year), month.padStart(2, "0"), day.padStart(2, "0")];
  return parsePlainDate(parts.join("-")) ?? "no-such-day";
}

/** As readDay, of what was typed: in full width too. */
export const readTypedDay = (typed: string): PlainDate | "no-such-day" | undefined =>
  readDay(String(plainTyped(typed)));

/** The day that was typed; undefined where it is none. */
export function typedDayOf(typed: string): PlainDate | undefined {
  const day = readTypedDay(typed);
  return day === "no-such-day" ? undefined : day;
}

/** The day on which each era began. Source: the cabinet orders under 元号法, and before it the 改元の詔書. */
const ERA_BEGAN = {
  令和: "2019-05-01",
  平成: "1989-01-08",
  昭和: "1926-12-25",
  大正: "1912-07-30",
  明治: "1868-10-23",
};

/** How a typed day was understood: 2027年1月11日（月）・令和9年. Empty where it is no day. */
export function showUnderstoodDay(typed: string, language: "ja" | "en" = "ja"): string {
  const day = typedDayOf(typed);
  if (day === undefined) return "";
  const { year } = partsOf(day);
  if (language === "en") return ENGLISH_DAY.format(new Date(`${day}T00:00:00Z`));
  const era = ERAS.find(({ name }) => day >= ERA_BEGAN[name]);
  const eraYear = era && year - era.from + 1;
  return `${showDateJa(day)}${era ? `・${era.name}${eraYear === 1 ? "元" : eraYear}年` : ""}`;
}

const ENGLISH_DAY = new Intl.DateTimeFormat("en-GB", { dateStyle: "full", timeZone: "UTC" });
