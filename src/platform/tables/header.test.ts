import { describe, expect, it } from "vitest";
import { findHeader, isNote } from "./header.ts";

const KNOWN = new Set(["年度", "地域", "人口", "総数", "男", "女"]);
const found = (text: string, known = KNOWN) =>
  findHeader(
    text.split("\n").map((line, index) => ({ line: index + 1, cells: line.split(",") })),
    (name) => known.has(name),
  );

describe("the header of a table", () => {
  it.each([
    ["in the first line", "年度,地域,人口\n2021,出雲市,170000", ["年度", "地域", "人口"], 2, []],
    [
      "under titles",
      "第1表　市町村別人口,,\n（令和3年）,,\n年度,地域,人口\n2021,出雲市,1",
      ["年度", "地域", "人口"],
      4,
      ["第1表 市町村別人口", "(令和3年)"],
    ],
    [
      "of two lines, merged to the right",
      "年度,地域,人口,,\n,,総数,男,女\n2021,出雲市,3,1,2",
      ["年度", "地域", "人口 総数", "人口 男", "人口 女"],
      3,
      [],
    ],
    [
      "of three lines",
      "年度,地域,人口,,\n,,総数,性別,\n,,,男,女\n2021,出雲市,3,1,2",
      ["年度", "地域", "人口 総数", "人口 性別 男", "人口 性別 女"],
      4,
      [],
    ],
    [
      "whose known names stand in its second line",
      ",,人口,,\n年度,地域,総数,男,女\n2021,出雲市,3,1,2",
      ["年度", "地域", "人口 総数", "人口 男", "人口 女"],
      3,
      [],
    ],
    ["over a line of units", "年度,地域,人口\n,,人\n2021,出雲市,3", ["年度", "地域", "人口"], 3, []],
    ["that nobody knows", "いつ,どこ,ひまん\n2007,相模原市,24", ["いつ", "どこ", "ひまん"], 2, []],
  ] as const)("is found %s", (_where, text, names, bodyLine, titles) => {
    expect(found(text)).toMatchObject({ names, bodyLine, titles });
  });

  it("is none where there are only numbers, or one column", () => {
    expect(found("2021,1,2\n2022,3,4")).toBeUndefined();
    expect(found("表\n2021")).toBeUndefined();
  });
});

it.each([
  ["注）各年10月1日現在。", true],
  ["資料：国勢調査,,", true],
  ["※ 速報値,,", true],
  ["注文の多い会,NPO,浜田圏域", false],
  ["2021,,", false],
])("takes %s for a note: %s", (line, note) => expect(isNote(line.split(","), 3)).toBe(note));
