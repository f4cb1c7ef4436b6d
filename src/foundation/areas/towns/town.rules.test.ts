import { expect, it } from "vitest";
import { isTownRecord, townsOf } from "./town.rules.ts";

const record = (postcode: string, kana: string, town: string, code = "32202") => [
  ...[code, "697  ", postcode, "シマネケン", "ハマダシ", kana],
  ...["島根県", "浜田市", town, "0", "0", "0", "0", "0", "0"],
];

it("reads towns without their house numbers, each once, and the rest of a municipality as its own", () => {
  const towns = townsOf([
    record("6978501", "ﾄﾉﾏﾁ", "殿町"),
    record("6970000", "ｲｶﾆｹｲｻｲｶﾞﾅｲﾊﾞｱｲ", "以下に掲載がない場合"),
    record("6970001", "ハマダシノツギニバンチガクルバアイ", "浜田市の次に番地がくる場合"),
    record("6970002", "ムライチエン", "ある村一円"),
    record("6970003", "ナガハマチョウ(1-5)", "長浜町（１〜５、"),
    record("6970003", "(6-9)", "６〜９番地）"),
    record("6970003", "アツタチョウ", "熱田町"),
    record("6970003", "アツタチョウ", "熱田町（その他）"),
    record("5220341", "イチエン", "一円", "25443"),
  ]);
  const shown = towns.map(({ postcode, name, kana }) => [postcode, name, kana]);
  expect(shown).toEqual([
    ["6978501", "殿町", "トノマチ"],
    ["6970000", "", ""],
    ["6970001", "", ""],
    ["6970002", "", ""],
    ["6970003", "長浜町", "ナガハマチョウ"],
    ["6970003", "熱田町", "アツタチョウ"],
    ["5220341", "一円", "イチエン"],
  ]);
});

it("knows the layout by its codes", () => {
  expect(isTownRecord(record("6978501", "トノマチ", "殿町"))).toBe(true);
  expect(isTownRecord(["市区町村コード", "郵便番号"])).toBe(false);
  expect(isTownRecord(record("697-8501", "トノマチ", "殿町"))).toBe(false);
});
