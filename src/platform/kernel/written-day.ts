import { ERAS, type FiscalYear, parseFiscalYear } from "./fiscal-year.ts";
import { type PlainDate, parsePlainDate } from "./plain-date.ts";

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
