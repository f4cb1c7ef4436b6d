import { describe, expect, it } from "vitest";
import { readFrameFile, readFrameText } from "./frame-file.usecases.server.ts";
import { type DrawWish, draw, drawingRefused, SIZE_CLASSES, sizeClassOf } from "./sample.rules.ts";

/** 600, 300 and 100 workplaces of three sizes. */
const UNITS = Array.from({ length: 1000 }, (_, at) => ({
  ...{ id: `u${at}`, number: at + 1, industry: "製造業", town: "見本市" },
  sizeClass: SIZE_CLASSES[at < 600 ? 0 : at < 900 ? 2 : 4]!,
}));
const wish = (more: Partial<DrawWish>): DrawWish => ({
  ...{ way: "stratified", seed: "7", size: 100, by: ["sizeClass"], allocation: "proportional" },
  ...{ hand: new Map(), oversampling: 1 },
  ...more,
});
const numbers = (more: Partial<DrawWish>) =>
  Object.fromEntries(draw(UNITS, wish(more)).sampling.strata.map(({ name, drawn }) => [name, drawn]));

describe("a sample", () => {
  it("is the same for the same seed and another for another, each unit once", () => {
    const one = draw(UNITS, wish({})).drawn;
    expect(draw(UNITS.toReversed(), wish({})).drawn).toEqual(one);
    expect(draw(UNITS, wish({ seed: "8" })).drawn).not.toEqual(one);
    expect(new Set(one).size).toBe(100);
  });

  it("is allocated as the strata are, more to the small, by Neyman or by hand", () => {
    expect(numbers({})).toEqual({ "1～4人": 60, "10～29人": 30, "50人以上": 10 });
    const more = numbers({ oversampling: 3 });
    expect(more["1～4人"]).toBeGreaterThan(75);
    expect(Object.values(more).reduce((sum, one) => sum + one)).toBe(100);
    // The small ones differ most among each other: of 0.5·600, 0.4·300 and 0.4·100 they are two thirds.
    expect(numbers({ allocation: "neyman" })).toEqual({ "1～4人": 65, "10～29人": 26, "50人以上": 9 });
    expect(numbers({ allocation: "hand", hand: new Map([["50人以上", 999]]) })["50人以上"]).toBe(100);
  });

  it("goes by size only where the strata are sizes, and Neyman's way and over-sampling exclude each other", () => {
    expect(drawingRefused(wish({ allocation: "neyman" }))).toBeUndefined();
    expect(drawingRefused(wish({ oversampling: 3, by: ["industry", "sizeClass"] }))).toBeUndefined();
    expect(drawingRefused(wish({ by: ["industry"] }))).toBeUndefined();
    expect(drawingRefused(wish({ allocation: "neyman", oversampling: 2 }))).toContain("同時に");
    expect(drawingRefused(wish({ allocation: "neyman", by: ["industry"] }))).toContain("規模");
    expect(drawingRefused(wish({ oversampling: 2, by: ["town"] }))).toContain("規模");
  });
});

describe("a frame", () => {
  it("is read from a table under the names that offices use, with the lines to mend", async () => {
    const text = [
      "会社名,〒,所在地,従業員数,業種名,e-mail",
      "見本製作所,697-0001,見本町1,12人,製造業,soumu@example.jp",
      ",697-0002,見本町2,3,小売業,",
      "別の商店,697-0003,見本町3,多数,小売業,",
      "見本製作所,697-0001,見本町1,12,製造業,",
    ].join("\r\n");
    const table = await readFrameFile(new File([text], "frame.csv"));
    if (typeof table === "string") throw new Error(table);
    expect(table.units).toMatchObject([
      { name: "見本製作所", postalCode: "697-0001", workers: 12, sizeClass: "10～29人", way: "mail" },
    ]);
    expect(table.wrong.map(({ line }) => line)).toEqual([3, 4, 5]);
  });

  it("is read from typed lines, and a table without names is none", async () => {
    expect(readFrameText("見本商店,4,小売業,見本市\n別の店")).toMatchObject({
      units: [{ name: "見本商店", workers: 4, town: "見本市", way: "letter" }, { name: "別の店" }],
    });
    expect(await readFrameFile(new File(["住所,電話\nA,1\n"], "x.csv"))).toContain("事業所名");
  });

  it.each([
    [4, "", "1～4人"],
    [null, "１０〜２９人", "10～29人"],
    [null, "5-9", "5～9人"],
    [null, "不詳", "不詳"],
  ])("has a size class: %s %s", (workers, text, expected) =>
    expect(sizeClassOf(workers, text)).toBe(expected),
  );
});
