import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { DictionaryFile } from "../../dictionary/schema.ts";
import { gapsOf, indicatorOfFileName, matchColumns } from "./rules.ts";

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

describe("gapsOf", () => {
  const choices = { published: false };
  it.each([
    ["area,fiscal_year,indicator,value", []],
    ["fiscal_year,indicator,value", ["area"]],
    ["area,indicator,value", ["year"]],
    ["area,fiscal_year,value", ["indicator"]],
    ["area,fiscal_year,indicator", ["figure"]],
    ["area,fiscal_year,consultations", []],
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
