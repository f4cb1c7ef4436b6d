import { type PlainDate, partsOf, plainDate } from "./plain-date.ts";

declare const fiscalYearBrand: unique symbol;
/** A Japanese fiscal year, April to March, named by the Western year in which it begins. */
export type FiscalYear = number & { readonly [fiscalYearBrand]: true };

/** The fiscal year of that number, or undefined outside 1900 to 2200. */
export function parseFiscalYear(value: number | string): FiscalYear | undefined {
  const year = typeof value === "number" ? value : /^\d{4}$/.test(value) ? Number(value) : Number.NaN;
  return Number.isInteger(year) && year >= 1900 && year <= 2200 ? (year as FiscalYear) : undefined;
}

export function fiscalYear(value: number): FiscalYear {
  const year = parseFiscalYear(value);
  if (year === undefined) throw new RangeError(`not a fiscal year: ${value}`);
  return year;
}

export function fiscalYearOf(date: PlainDate): FiscalYear {
  const { year, month } = partsOf(date);
  return fiscalYear(month >= 4 ? year : year - 1);
}

export const firstDayOf = (year: FiscalYear): PlainDate => plainDate(`${year}-04-01`);
export const lastDayOf = (year: FiscalYear): PlainDate => plainDate(`${year + 1}-03-31`);

/** Eras by the first Western year whose April lies in them. Source: 元号法 (昭和54年法律第43号) and its cabinet orders. */
export const ERAS = [
  { name: "令和", letter: "R", from: 2019 },
  { name: "平成", letter: "H", from: 1989 },
  { name: "昭和", letter: "S", from: 1926 },
  { name: "大正", letter: "T", from: 1912 },
  { name: "明治", letter: "M", from: 1868 },
] as const;

/** 平成21年度. Fiscal 2019 began in 平成31 and is named 令和元年度 by the ministries' usage. */
export function eraYearOf(year: FiscalYear): { name: string; letter: string; year: number } {
  const era = ERAS.find((candidate) => year >= candidate.from) ?? ERAS[ERAS.length - 1]!;
  return { name: era.name, letter: era.letter, year: year - era.from + 1 };
}

/** 2009年度（平成21年度） */
export function showFiscalYearJa(year: FiscalYear): string {
  const era = eraYearOf(year);
  return `${year}年度（${era.name}${era.year === 1 ? "元" : era.year}年度）`;
}

/** H21, as tables of the ministry abbreviate it. */
export function showEraShort(year: FiscalYear): string {
  const era = eraYearOf(year);
  return `${era.letter}${era.year}`;
}
