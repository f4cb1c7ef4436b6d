import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { DictionaryFile } from "../../dictionary/schema.ts";
import { indicatorOfFileName } from "./names/rules.ts";
import { areaWordsOf, gapsOf, matchColumns, namesOf } from "./rules.ts";
import { readWords, showWords } from "./words/rules.ts";

const dictionary = DictionaryFile.parse(
  JSON.parse(readFileSync(new URL("../../../../../reference/indicators.json", import.meta.url), "utf8")),
);
const roles = (header: string) => matchColumns(header.split(","), dictionary).map(({ role }) => role);

describe("matchColumns", () => {
  it.each([
    ["fiscal_year,era_year,area,rate_percent", ["fiscal_year", "era_year", "area", "value"]],
    [
      "年度,市区町村名,性別,年齢階級,指標,分子,分母",
      ["fiscal_year", "area", "sex", "age_band", "indicator", "numerator", "denominator"],
    ],
    ["Ｆｉｓｃａｌ＿Ｙｅａｒ,全国地方公共団体コード,値", ["fiscal_year", "area", "value"]],
    [
      "area,as_of,fact,value,unit,printed_share_percent",
      ["area", "as_of", "indicator", "value", "unit", "ignore"],
    ],
    ["年度,年度,値", ["fiscal_year", "ignore", "value"]],
    ["年度,都道府県,市区町村,値", ["fiscal_year", "area", "area_part", "value"]],
    ["市区町村コード,市区町村名,年度,値", ["area", "area_part", "fiscal_year", "value"]],
  ])("%s", (header, expected) => expect(roles(header)).toEqual(expected));

  it("takes a column named as an indicator for its figures", () => {
    const header = ["area", "fiscal_year", "era_year", "consultations", "of_which_mental_health"];
    expect(matchColumns(header, dictionary).slice(3)).toEqual([
      { role: "value", indicator: "consultations" },
      { role: "value", indicator: "consultations_mental_health" },
    ]);
  });

  it.each([
    ["abnormal_finding_rate.csv", "abnormal_finding_rate"],
    ["有所見率_H11-H19.csv", "abnormal_finding_rate"],
    ["令和5年度 特定健診受診率.CSV", "checkup_rate"],
    ["data.csv", undefined],
  ])("%s is about %s", (name, expected) => expect(indicatorOfFileName(name, dictionary)).toBe(expected));
});

describe("the words of columns", () => {
  const read = (header: string, areas?: ReadonlyMap<string, string>) =>
    matchColumns(header.split(","), dictionary, areas).map(({ role, ...words }) =>
      role === "ignore" ? "-" : [role, showWords(words, dictionary)].filter(Boolean).join(" "),
    );
  it.each([
    ["年度,地域,総数,男,女", ["fiscal_year", "area", "value 男女計", "value 男", "value 女"]],
    ["市区町村名,1970年,昭和50年,2000", ["area", "value 1970年度", "value 1975年度", "value 2000年度"]],
    [
      "年度,地域,0-4歳,5～9歳,100歳以上",
      ["fiscal_year", "area", "value 0〜4歳", "value 5〜9歳", "value 100歳以上"],
    ],
    [
      "調査年,/項目,A1101_総人口【人】,出生数_総数【人】,出生数_男【人】",
      ["fiscal_year", "-", "value 人口", "value 出生数 男女計", "value 出生数 男"],
    ],
    [
      "地域,人口(人),人口（男）,人口 1),受診率(%)",
      ["area", "value 人口", "value 人口 男", "-", "value 特定健診の受診率"],
    ],
    ["地域,人口 男 40-49歳,人口 女 計", ["area", "value 人口 男 40〜49歳", "value 人口 女 全年齢"]],
    ["地域,分子 男,分母 男", ["area", "numerator 男", "denominator 男"]],
    [
      "表章項目 コード,表章項目,男女_時系列,area_code,時間軸（調査年）,value",
      ["-", "indicator", "sex", "area", "fiscal_year", "value"],
    ],
  ])("%s", (header, expected) => expect(read(header)).toEqual(expected));

  it.each(["人口（外国人）", "人口（千人）", "人口密度", "世帯数 男", "1", "備考"])(
    "%s is not taken for what part of it says",
    (name) => expect(read(`年度,地域,人口,${name}`).at(-1)).toBe("-"),
  );

  it("may be areas, where their names are found", () => {
    const header = ["年度", "指標", "浜田市", "江津市", "備考"];
    expect(areaWordsOf(header, dictionary)).toEqual(["浜田市", "江津市", "備考"]);
    const areas = new Map([
      ["浜田市", "32202"],
      ["江津市", "32207"],
    ]);
    expect(read(header.join(","), areas)).toEqual([
      "fiscal_year",
      "indicator",
      "value 32202",
      "value 32207",
      "-",
    ]);
  });

  it("of every indicator are read as they are shown", () => {
    const names = namesOf(dictionary);
    for (const { code } of dictionary.indicators) {
      const words = { indicator: code, sex: "male", ageBand: 40 * 128 + 49, fiscalYear: 2020 } as const;
      expect(readWords(showWords(words, dictionary), names)).toEqual({ words, total: false, rest: [] });
    }
  });
});

describe("gapsOf", () => {
  const choices = { published: false };
  it.each([
    ["area,fiscal_year,indicator,value", []],
    ["fiscal_year,indicator,value", ["area"]],
    ["area,indicator,value", ["year"]],
    ["area,fiscal_year,value", ["indicator"]],
    ["area,fiscal_year,indicator", ["figure"]],
    ["area,fiscal_year,consultations", []],
    ["area,2019年,2020年", ["indicator"]],
    ["area,人口 2019年,人口 2020年", []],
    ["area,人口 2019年,人口", ["year"]],
    ["fiscal_year,男,女", ["area", "indicator"]],
  ])("%s lacks %s", (header, expected) => {
    expect(gapsOf(matchColumns(header.split(","), dictionary), choices)).toEqual(expected);
  });

  it("asks which of two columns of one meaning is meant", () => {
    const mapping = [
      { role: "area" },
      { role: "area" },
      { role: "fiscal_year" },
      { role: "value", indicator: "population" },
    ] as const;
    expect(gapsOf([...mapping], choices)).toEqual(["twice"]);
  });
});

describe("the shipped dictionary", () => {
  it("has numbers, codes and wholes that hold together", () => {
    const { indicators, sources } = dictionary;
    const codes = new Set(indicators.map(({ code }) => code));
    const known = new Set(sources.map(({ code }) => code));
    expect(codes.size).toBe(indicators.length);
    expect(new Set(indicators.map(({ no }) => no)).size).toBe(indicators.length);
    expect(indicators.filter(({ whole }) => whole !== null && !codes.has(whole))).toEqual([]);
    expect(indicators.filter(({ default_source }) => !known.has(default_source))).toEqual([]);
    expect(indicators.filter(({ kind, numerator_ja }) => kind === "proportion" && !numerator_ja)).toEqual([]);
  });
});
