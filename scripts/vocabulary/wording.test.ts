import { expect, it } from "vitest";
import { wordingProblems } from "./wording.ts";

const PAGE = "src/programmes/a/messages.ts";

it.each([
  ["title: `きょうの仕事`", "本日"],
  ['label: "依頼のようす"', "状況"],
  ["submit: `もどす`", "戻る"],
  ['head: "もとの値"', "基準値"],
  ["18者が出席", "団体"],
  ['lead: "必要なことを書いてください。"', "入力してください"],
  ['help: "CSVを受け取る"', "ダウンロード"],
  ['yes: "行ける"', "対応できます"],
  ['lead: "ご確認くださいね。"', "です・ます"],
])("finds %s and says what to write", (line, instead) => {
  expect(wordingProblems(PAGE, `const a = 1;\n${line}\n`)).toEqual([
    expect.stringMatching(new RegExp(`^${PAGE}:2: 「.+」 → .*${instead}`)),
  ]);
});

it.each([
  'label: "協議会（きょうぎかい）"',
  'label: "関係者数3件"',
  'title: "結 Yui"',
  "// きょう is said",
  'name: "結果を書き出す"',
])("leaves %s alone", (line) => {
  expect(wordingProblems(PAGE, line)).toEqual([]);
});

it("asks nothing of tests", () => {
  expect(wordingProblems("src/a/b/messages.test.ts", "きょう")).toEqual([]);
});
