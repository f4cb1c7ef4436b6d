import { ERAS, type FiscalYear, parseFiscalYear } from "./fiscal-year.ts";
import { addDays, type PlainDate, parsePlainDate, partsOf, plainDate, showDateJa } from "./plain-date.ts";
import { plainTyped } from "./typed.ts";

/** An era and its year: 平成21, 令和元, H21, h.21, 平21. */
const ERA_YEAR = String.raw`(${ERAS.flatMap(({ name, letter }) => [name, name[0], letter]).join("|")})\.?\s*(0?[1-9]|[1-9]\d|元)`;
const FISCAL_YEAR = new RegExp(
  String.raw`^(?:(?:fy)?\s*(\d{4})|${ERA_YEAR})\s*(?:年度|年|fy)?(?:\s*\(.*\))?$`,
  "i",
);
/** Behind a day: the hour 0:00 that spreadsheets add, a weekday, and the word of statistics for the day of a count. */
const BESIDE_DAY = String.raw`(?:\s*\([日月火水木金土]\))?(?:[\sT]+0?0:00(?::00)?)?\s*(?:現在|時点)?`;
const DAY = new RegExp(
  String.raw`^(?:(\d{4})|${ERA_YEAR})[-/.年]\s*(\d{1,2})[-/.月]\s*(\d{1,2})日?${BESIDE_DAY}$`,
  "i",
);
const DIGITS_OF_DAY = /^((?:19|20)\d{2})(\d{2})(\d{2})$/;
const MONTH = new RegExp(
  String.raw`^(?:(\d{4})|${ERA_YEAR})(?:[-/.](\d{1,2})|年\s*(\d{1,2})月)\s*(末日?|中)?\s*(?:現在|時点)?$`,
  "i",
);

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
 * 2007年度(平成19年度); undefined where it is none, or where the year in brackets is another one.
 */
export function readFiscalYear(text: string): FiscalYear | undefined {
  const [found, western, era = "", year = ""] = FISCAL_YEAR.exec(text) ?? [];
  if (found === undefined) return undefined;
  const [, beside = ""] = /\((.*)\)$/.exec(text) ?? [];
  const read = parseFiscalYear(westernYear(western, era, year));
  const other = beside === "" ? undefined : readFiscalYear(beside);
  return other === undefined || other === read ? read : undefined;
}

/**
 * The day as offices write it, in normal width: 2009-01-01, 2009/1/1, 2009年1月1日, H21.1.1, 平成21年1月1日現在, 20090101,
 * 2009/1/1 0:00.
 */
export function readDay(text: string): PlainDate | "no-such-day" | undefined {
  const [found, western, era = "", year = "", month = "", day = ""] =
    DAY.exec(text) ?? dayOfDigits(text) ?? [];
  if (found === undefined) return undefined;
  const parts = [westernYear(western, era, year), month.padStart(2, "0"), day.padStart(2, "0")];
  return parsePlainDate(parts.join("-")) ?? "no-such-day";
}

const dayOfDigits = (text: string): string[] | undefined => {
  const [found, year, month, day] = DIGITS_OF_DAY.exec(text) ?? [];
  return found === undefined ? undefined : [found, year!, "", "", month!, day!];
};

/** The month of 2023年10月, 2023/10, R5.10; its last day where the text says 末. */
export function readMonth(text: string): { first: PlainDate; last: PlainDate | undefined } | undefined {
  const [found, western, era = "", year = "", dotted, named, end] = MONTH.exec(text) ?? [];
  if (found === undefined) return undefined;
  const [of, month] = [westernYear(western, era, year), Number(dotted ?? named)];
  const first = parsePlainDate(`${of}-${String(month).padStart(2, "0")}-01`);
  if (!first) return undefined;
  const last = addDays(
    plainDate(month === 12 ? `${of + 1}-01-01` : `${of}-${String(month + 1).padStart(2, "0")}-01`),
    -1,
  );
  return { first, last: end?.startsWith("末") ? last : undefined };
}

/** The day that Excel keeps as this number of days; undefined where it would be no day of our times. */
export function dayOfSerial(text: string): PlainDate | undefined {
  if (!/^\d{5}(\.0+)?$/.test(text)) return undefined;
  const serial = Number(text);
  return serial >= 25_000 && serial <= 60_000 ? addDays(plainDate("1899-12-30"), serial) : undefined;
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
