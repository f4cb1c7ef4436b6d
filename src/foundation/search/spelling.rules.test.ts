import { describe, expect, it } from "vitest";
import { askedText, findableText } from "./spelling.rules.ts";

const finds = (source: string, text: string) => {
  const { words, grams } = findableText(source);
  const { asked, grams: steps } = askedText(text);
  const inIndex = steps.at(-1)!.every((gram) => grams.includes(gram));
  return asked.length > 0 && inIndex && asked.every((word) => words.includes(word));
};

describe("the spelling in which things are found", () => {
  it.each([
    ["浜田市 はまだし", "浜田"],
    ["浜田市 はまだし", "はまだ"],
    ["浜田市 はまだし", "ハマダ"],
    ["浜田市 はまだし", "ﾊﾏﾀﾞ"],
    ["浜田市 はまだし", "hamada"],
    ["浜田市 はまだし", "HAMADA"],
    ["浜田市 はまだし", "ｈａｍａｄ"],
    ["出前講座「血圧と減塩」", "血圧"],
    ["出前講座「血圧と減塩」", "減塩 血圧"],
    ["呉市 くれし", "呉"],
    ["相模原市 さがみはらし", "sagamihara"],
    ["新潟市 にいがたし", "niigata"],
    ["新潟市 にいがたし", "nigata"],
    ["東京都 とうきょうと", "tokyo"],
    ["東京都 とうきょうと", "Tōkyō"],
    ["東京都 とうきょうと", "toukyou"],
    ["大津市 おおつし", "otu"],
    ["大津市 おおつし", "ohtsu".replace("h", "")],
    ["新橋 しんばし", "shimbashi"],
    ["新橋 しんばし", "sinbasi"],
    ["一戸町 いちのへまち", "ichinohemachi"],
    ["八丁堀 はっちょうぼり", "hatchobori"],
    ["八丁堀 はっちょうぼり", "hattyoubori"],
    ["千々石町 ちぢわちょう", "chijiwa"],
    ["三津 みづ", "mizu"],
    ["センター", "senta"],
    ["6970041", "697-0041"],
    ["697-0041", "６９７０"],
    ["7KQ-4MTB", "7kq4m"],
    ["地域産業保健センター", "ｾﾝﾀｰ"],
  ])("finds %s by %s", (source, text) => expect(finds(source, text)).toBe(true));

  it.each([
    ["浜田市 はまだし", "田浜"],
    ["浜田市 はまだし", "浜市"],
    ["浜田市 はまだし", "浜田 江津"],
    ["呉市 くれし", "市"],
    ["浜田市", " 　・"],
    ["shimane", "himene"],
  ])("does not find %s by %s", (source, text) => expect(finds(source, text)).toBe(false));

  it("asks first for the whole word, then for what begins with it, then for what holds it", () => {
    const { grams } = findableText("浜田市 はまだし hamada");
    const inIndex = (text: string) =>
      askedText(text).grams.map((step) => step.every((gram) => grams.includes(gram)));
    expect(inIndex("hamada")).toEqual([true, true, true]);
    expect(inIndex("浜田")).toEqual([false, true, true]);
    expect(inIndex("田市")).toEqual([false, false, true]);
    expect(inIndex("浜")).toEqual([false, true, true]);
  });

  it("asks for a few words of few letters, however much was typed", () => {
    const { asked, grams } = askedText(`${"あいうえおかきくけこ".repeat(20)} b c d e f g h`);
    expect(asked).toHaveLength(5);
    expect(grams.flat().length).toBeLessThan(150);
  });
});
