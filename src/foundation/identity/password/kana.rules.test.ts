import { expect, it } from "vitest";
import { hasKana, romanised } from "./kana.rules.ts";

it.each([
  ["さくら", "sakura"],
  ["サクラ", "sakura"],
  ["ｻｸﾗ", "sakura"],
  ["こんにちは", "konnichiha"],
  ["しゃちょう", "shachou"],
  ["きょうと", "kyouto"],
  ["がっこう", "gakkou"],
  ["じゅんび", "junbi"],
  ["ラーメン", "ramen"],
  ["つづき", "tsuzuki"],
  ["abcさ1", "abcsa1"],
  ["桜", "桜"],
])("spells %s as %s", (kana, latin) => {
  expect(romanised(kana)).toBe(latin);
});

it.each([
  ["さ", true],
  ["ｻ", true],
  ["桜 sakura", false],
])("sees kana in %s: %s", (text, has) => {
  expect(hasKana(text)).toBe(has);
});
