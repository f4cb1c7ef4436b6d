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
    [
      "that names years",
      "○人口とは住んでいる人\n出典）総務省\n,,人口\n地域,コード,1970年,1975年\n出雲市,32203,3,4",
      ["地域", "コード", "人口 1970年", "人口 1975年"],
      5,
      ["○人口とは住んでいる人", "出典)総務省"],
    ],
    ["that names years alone", "地域,2019,2020,2021\n出雲市,3,4,5", ["地域", "2019", "2020", "2021"], 2, []],
    [
      "whose merged cells say the same in each",
      "表の題,表の題,表の題,表の題\n年度,地域,人口,人口\n年度,地域,男,女\n2021,出雲市,1,2",
      ["年度", "地域", "人口 男", "人口 女"],
      4,
      ["表の題"],
    ],
    [
      "under a unit at its right end",
      ",,（単位：人）\n年度,地域,人口\n2021,出雲市,3",
      ["年度", "地域", "人口"],
      3,
      ["(単位:人)"],
    ],
    [
      "whose first names stand over the line that is known best",
      "表の題,,,\nコード,都道府県,人,人\n,,男,女\n322024,島根県,1,2",
      ["コード", "都道府県", "人 男", "人 女"],
      4,
      ["表の題"],
    ],
    [
      "of four lines, the last under names of the third",
      "コード,令和7年,,,令和6年\n,人口,,世帯,動態\n,,,,転入\n,男,女,,国内\n322024,1,2,3,4",
      ["コード", "令和7年 人口 男", "令和7年 人口 女", "令和7年 世帯", "令和6年 動態 転入 国内"],
      5,
      [],
    ],
    [
      "under particulars of the table",
      "番号:1,,名前:浜田市,\n,,浜田市,国\n,地域,人口,人口\n1,い,2,3",
      ["", "地域", "浜田市 人口", "国 人口"],
      4,
      ["番号:1 名前:浜田市"],
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
  ["***,当該数値がないもの,", true],
  ["-,0,", false],
  ["この表は、届出の日ではなく起きた日で数えている。,,", true],
])("takes %s for a note: %s", (line, note) => expect(isNote(line.split(","), 3)).toBe(note));
