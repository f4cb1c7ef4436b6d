import { describe, expect, it } from "vitest";
import { readDay, readFiscalYear, showUnderstoodDay } from "./written-day.ts";

describe("a fiscal year as offices write it", () => {
  it.each([
    ["2009", 2009],
    ["2009年度", 2009],
    ["2009年", 2009],
    ["FY2009", 2009],
    ["2009年度(平成21年度)", 2009],
    ["平成21年度", 2009],
    ["平21", 2009],
    ["H21", 2009],
    ["h.21", 2009],
    ["令和元年度", 2019],
    ["平成31年度", 2019],
    ["平成34年度", 2022],
    ["昭和58", 1983],
    ["令和0", undefined],
    ["X21", undefined],
    ["21", undefined],
    ["20091", undefined],
    ["H21.6", undefined],
    ["", undefined],
  ])("%s", (text, expected) => expect(readFiscalYear(text)).toBe(expected));
});

describe("a day as offices write it", () => {
  it.each([
    ["2009-06-12", "2009-06-12"],
    ["2009/6/12", "2009-06-12"],
    ["2009年6月12日", "2009-06-12"],
    ["平成21年6月12日", "2009-06-12"],
    ["H21.6.12", "2009-06-12"],
    ["令和元年5月1日", "2019-05-01"],
    ["2009-02-31", "no-such-day"],
    ["H21.13.1", "no-such-day"],
    ["6月12日", undefined],
    ["2009-6", undefined],
    ["", undefined],
  ])("%s", (text, expected) => expect(readDay(text)).toBe(expected));
});

describe("how a typed day is understood", () => {
  it.each([
    ["2027-01-11", "2027年1月11日（月）・令和9年"],
    ["R9.1.11", "2027年1月11日（月）・令和9年"],
    ["２０１９／５／１", "2019年5月1日（水）・令和元年"],
    ["2019-04-30", "2019年4月30日（火）・平成31年"],
    ["1989-01-07", "1989年1月7日（土）・昭和64年"],
    ["2027-02-30", ""],
    ["あした", ""],
  ])("%s", (typed, shown) => expect(showUnderstoodDay(typed)).toBe(shown));
  it("in English too", () =>
    expect(showUnderstoodDay("2027-01-11", "en")).toMatch(/^Monday,? 11 January 2027$/));
});
