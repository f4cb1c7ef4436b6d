import { describe, expect, it } from "vitest";
import { figureText, parseNumber, readCell, readNumberCell } from "./cells.ts";

describe("parseNumber", () => {
  it.each([
    ["51.65", 51.65],
    ["-1448", -1448],
    ["△1,448", -1448],
    ["▲3", -3],
    ["１，２３４", 1234],
    ["４０．０", 40],
    ["1,234,567", 1234567],
    ["40.0%", 40],
    ["40.0％", 40],
    ["12人", 12],
    [" 7 ", 7],
    ["+5", 5],
    ["四十", "kanji"],
    ["４０．五", "no-number"],
    ["-", "missing"],
    ["***", "missing"],
    ["x", "missing"],
    ["…", "missing"],
    ["12,34", "no-number"],
    ["1e5", "exponent"],
    ["1.23E+05", "exponent"],
    ["10月14日", "day"],
    ["Oct-14", "day"],
    ["1,234 1)", "mark"],
    ["1) 1,234", "mark"],
    ["r1,234", "mark"],
    ["p1,234", "mark"],
    ["1,234*", "mark"],
    ["1,234(注1)", "mark"],
    ['="170000"', 170000],
    ["17\u200B0000", 170000],
    ["170000\u001A", 170000],
    ["非公表", "missing"],
    ["‥", "missing"],
    ["#N/A", "missing"],
    ["=1+1", "no-number"],
    ["0x10", "no-number"],
    ["五割", "kanji"],
    ["4\uFFFD", "broken"],
  ])("%s is %s", (text, expected) => expect(parseNumber(text)).toBe(expected));
});

it.each([
  ["1,234 1)", { value: 1234, unit: "", mark: "1)" }],
  ["r1,234", { value: 1234, unit: "", mark: "r" }],
  ["12人", { value: 12, unit: "人", mark: "" }],
  ["△1,234 2)", { value: -1234, unit: "", mark: "2)" }],
  ["40.0％", { value: 40, unit: "%", mark: "" }],
])("readNumberCell(%s)", (text, expected) => expect(readNumberCell(text)).toEqual(expected));

describe("readCell", () => {
  it.each([
    ["1,234", { is: "number", value: 1234 }],
    ["△ 5.2", { is: "number", value: -5.2 }],
    ["0", { is: "number", value: 0 }],
    ["2007", { is: "number", value: 2007 }],
    ["令和5年度", { is: "year", year: 2023 }],
    ["R5", { is: "year", year: 2023 }],
    ["H21.6.12", { is: "day", day: "2009-06-12" }],
    ["２００９/６/１２", { is: "day", day: "2009-06-12" }],
    ["　", { is: "nothing", kind: "blank", sign: "" }],
    ["－", { is: "nothing", kind: "no-data", sign: "-" }],
    ["‐", { is: "nothing", kind: "no-data", sign: "‐" }],
    ["…", { is: "nothing", kind: "no-data", sign: "..." }],
    ["***", { is: "nothing", kind: "no-data", sign: "***" }],
    ["Ｘ", { is: "nothing", kind: "hidden", sign: "X" }],
    ["秘匿", { is: "nothing", kind: "hidden", sign: "秘匿" }],
    ["・", { is: "nothing", kind: "not-measurable", sign: "・" }],
    ["未実施", { is: "nothing", kind: "not-done", sign: "未実施" }],
    ["未調査", { is: "nothing", kind: "not-asked", sign: "未調査" }],
    ["13,75", { is: "text", text: "13,75" }],
    ["2009-02-31", { is: "text", text: "2009-02-31" }],
    ["'=1+1", { is: "text", text: "=1+1" }],
  ])("%s", (text, expected) => expect(readCell(text)).toEqual(expected));

  it("gives a form the figure alone, nothing for a sign of nothing, and what is no figure as it stands", () => {
    expect(["24名", "１，８７５", "―", "", "二", "-3"].map(figureText)).toEqual([
      "24",
      "1875",
      "",
      "",
      "二",
      "-3",
    ]);
  });
});
