import { describe, expect, it } from "vitest";
import { formatAgeBand } from "../../../observations/schema.ts";
import { parseAgeBand, parseDay, parseSex, parseYear } from "./rules.ts";

describe("parseYear", () => {
  it.each([
    ["2007", 2007],
    ["2007年度", 2007],
    ["２００７", 2007],
    ["FY2007", 2007],
    ["H19", 2007],
    ["Ｈ１９", 2007],
    ["平成19年度", 2007],
    ["平成元年度", 1989],
    ["平成31年度", 2019],
    ["令和元", 2019],
    ["令和元年度", 2019],
    ["R1", 2019],
    ["R.5", 2023],
    ["昭和63", 1988],
    ["2007年度（平成19年度）", 2007],
    ["19", undefined],
    ["来年", undefined],
    ["", undefined],
  ])("%s is %s", (text, expected) => expect(parseYear(text)).toBe(expected));
});

describe("parseDay", () => {
  it.each([
    ["2009-01-01", { day: "2009-01-01", year: 2008 }],
    ["2009/4/1", { day: "2009-04-01", year: 2009 }],
    ["2009年10月1日", { day: "2009-10-01", year: 2009 }],
    ["平成21年1月1日", { day: "2009-01-01", year: 2008 }],
    ["H21.1.1", { day: "2009-01-01", year: 2008 }],
    ["2007", { day: null, year: 2007 }],
    ["2009-02-31", "no-such-day"],
    ["きのう", undefined],
  ])("%s", (text, expected) => expect(parseDay(text)).toEqual(expected));
});

describe("parseSex and parseAgeBand", () => {
  it.each([
    ["男", "male"],
    ["女性", "female"],
    ["総数", "all"],
    ["", "all"],
    ["M", "male"],
    ["2", "female"],
    ["犬", undefined],
  ])("%s is %s", (text, expected) => expect(parseSex(text)).toBe(expected));

  it.each([
    ["40-49", "40-49"],
    ["40～49歳", "40-49"],
    ["４０〜４９", "40-49"],
    ["40代", "40-49"],
    ["65歳以上", "65+"],
    ["65+", "65+"],
    ["39歳以下", "0-39"],
    ["40歳未満", "0-39"],
    ["全年齢", "all"],
    ["", "all"],
    ["0", "0"],
  ])("%s is %s", (text, expected) => expect(formatAgeBand(parseAgeBand(text)!)).toBe(expected));

  it.each(["49-40", "若者", "121", "0-130"])("%s is none", (text) =>
    expect(parseAgeBand(text)).toBeUndefined(),
  );
});
