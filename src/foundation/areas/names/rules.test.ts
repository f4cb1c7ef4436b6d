import { beforeAll, describe, expect, it } from "vitest";
import { VISITOR } from "#foundation/actors/public.ts";
import { testApp } from "#test/app.ts";
import { withPermit } from "#test/permit.ts";
import { loadReferenceAreas } from "../shipping/usecases.server.ts";
import { romajiOf } from "./romaji.rules.ts";
import { readPlace, readPlaces } from "./rules.ts";
import type { PlaceIndex, PlaceReading } from "./schema.ts";
import { placeIndex } from "./usecases.server.ts";

const app = testApp();
let index: PlaceIndex;
beforeAll(async () => {
  await loadReferenceAreas(app);
  index = await withPermit(app, VISITOR, placeIndex);
});

const shown = (reading: PlaceReading): string => {
  switch (reading.is) {
    case "area":
      return reading.area.id;
    case "several":
      return reading.areas.map(({ id }) => id).join(" ");
    case "former":
      return `former, now ${reading.former!.into}, until ${reading.former!.validTo}`;
    case "county":
      return `county of ${reading.prefectureId}`;
    case "contradiction":
      return reading.areas.join(" ≠ ");
    case "unknown":
      return `unknown ${reading.likely.map(({ name }) => name).join()}`.trim();
    default:
      return reading.is;
  }
};

describe("readPlace", () => {
  it.each([
    ["島根県邑智郡邑南町", "32449"],
    ["邑智郡邑南町", "32449"],
    ["島根県 邑智郡 邑南町", "32449"],
    ["北海道釧路町", "01661"],
    ["広島県府中町", "34302"],
    ["00000", "jp"],
    ["塩釜市", "04203"],
    ["塩竈市", "04203"],
    ["竜ヶ崎市", "08208"],
    ["梼原町", "39405"],
    ["檮原町", "39405"],
    ["葛\u{E0100}城市", "29211"],
    ["千葉県巿川巿", "12203"],
    ["茅が崎市", "14207"],
    ["府中市", "13206 34208"],
    ["昭和村", "07446 10448"],
    ["那賀郡三隅町", "former, now 32202, until 2005-09-30"],
    ["邑智郡", "county of 32"],
    ["県計", "sum"],
    ["島根県計", "sum"],
    ["市部", "sum"],
    ["人口集中地区", "no-area"],
    ["浜田", "32202 sma-32-02"],
    ["Hamada-shi", "32202"],
    ["Hamada City", "32202"],
    ["Ōsaka-shi", "27100"],
    ["邑南丁", "unknown 邑南町"],
    ["322025", "wrong-code"],
    ["　", "blank"],
    ["ない町", "unknown"],
  ])("%s is %s", (text, expected) => expect(shown(readPlace(index, text))).toBe(expected));
});

describe("readPlaces", () => {
  it.each([
    [["鳥取県", "鳥取市"], "31201"],
    [["鳥取県", ""], "31"],
    [["島根県", "計"], "32"],
    [["32202", "浜田市"], "32202"],
    [["32203", "浜田市"], "島根県出雲市 ≠ 島根県浜田市"],
    [["広島県", "府中市"], "34208"],
    [["島根県", "邑智郡", "邑南町"], "32449"],
    [["島根県", "邑智郡", ""], "county of 32"],
    [["島根県", "鹿足郡", "邑南町"], "鹿足郡 ≠ 島根県邑南町"],
    [["島根県", "鳥取市"], "島根県 ≠ 鳥取県鳥取市"],
    [["32", "322024", "浜田市"], "32202"],
    [["島根県", "三隅町"], "former, now 32202, until 2005-09-30"],
    [["島根県", "市部"], "sum"],
    [["", ""], "blank"],
  ])("%s is %s", (texts, expected) => expect(shown(readPlaces(index, texts))).toBe(expected));
});

it.each([
  ["はまだし", "hamadashi"],
  ["とうきょうと", "tokyoto"],
  ["さっぽろし", "sapporoshi"],
  ["じゅうおうちょう", "juocho"],
])("romajiOf(%s) is %s", (kana, expected) => expect(romajiOf(kana)).toBe(expected));
