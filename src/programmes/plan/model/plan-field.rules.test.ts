import { describe, expect, it } from "vitest";
import { day } from "#platform/kernel/form-fields.ts";
import { readNumber } from "#platform/kernel/typed.ts";
import { rangeLeftFar, showRange } from "./plan-field.rules.ts";
import { count, figure, year } from "./plan-field.schema.ts";

it.each([
  ["74.1", 74.1],
  ["７４．１", 74.1],
  ["1,875", 1875],
  ["１，８７５", 1875],
  [" 24 ", 24],
  ["−3", -3],
  ["", undefined],
  ["　", undefined],
  ["-", undefined],
  ["－", undefined],
  ["…", undefined],
  ["***", undefined],
  ["74,1", Number.NaN],
  ["二十", Number.NaN],
  ["1e3", Number.NaN],
  ["0x10", Number.NaN],
  [12, 12],
  [undefined, undefined],
])("reads %j as %j", (typed, number) => expect(readNumber(typed)).toBe(number));

describe("fields", () => {
  it.each([
    ["a year", year, "", "年度を入力してください（例 2026、令和8）。"],
    ["a year", year, "2026.5", "年度を入力してください（例 2026、令和8）。"],
    ["a year", year, "来年", "年度を入力してください（例 2026、令和8）。"],
    ["a year", year, "昭和20年度", "1950年度よりあとの年度にしてください。"],
    ["a year", year, "8", "1950年度よりあとの年度にしてください。"],
    ["a figure", figure, "", "数で入力してください（例 74.1）。"],
    ["a figure", figure, "-", "数で入力してください（例 74.1）。"],
    ["a figure", figure, "多い", "数で入力してください（例 74.1）。"],
    ["a count", count("参加者数"), "-3", "参加者数は0以上の数で入力してください。"],
    ["a count", count("参加者数"), "2.5", "参加者数は整数で入力してください。"],
  ])("%s refuses what it can't be: %#", (_what, schema, typed, sentence) => {
    const read = schema.safeParse(typed);
    expect(read.error?.issues.map((issue) => issue.message)).toEqual([sentence]);
  });

  it.each(["2026", "２０２６", "令和８年度", "R8"])("take %s as a year", (typed) =>
    expect(year.parse(typed)).toBe(2026),
  );

  it("takes an empty count as not known", () => {
    expect(count("回数").parse("")).toBe(null);
    expect(count("回数").parse(undefined)).toBe(null);
    expect(count("回数").parse("-")).toBe(null);
    expect(count("回数").parse("０")).toBe(0);
  });
});

describe("a day that may be left open", () => {
  const optionalDay = day("終了日", { optional: true });
  it.each([
    ["2026-12-03", "2026-12-03"],
    ["", null],
    [undefined, null],
    [null, null],
  ])("%j is %j", (typed, day) => expect(optionalDay.parse(typed)).toBe(day));

  it("says of 31 February what to mend", () => {
    const read = optionalDay.safeParse("2026-02-31");
    expect(read.error?.issues[0]?.message).toBe("「終了日」は暦にない日です。月と日を確認してください。");
  });
});

describe("a figure far from its past", () => {
  it.each([
    [741, [74.1], 1, { least: 74.1, most: 74.1 }],
    [7.41, [74.1], 1, { least: 74.1, most: 74.1 }],
    [300, [74.1, 60], 1, undefined],
    [371, [74.1, 60], 1, { least: 60, most: 74.1 }],
    [741, [74.1, 80], 3, undefined],
    [741, [], 1, undefined],
    [741, [0, 0], 1, undefined],
  ])("%d after %j where %d must be known", (now, past, fewest, left) =>
    expect(rangeLeftFar(now, past, fewest)).toEqual(left),
  );

  it.each([
    [{ least: 60, most: 74.1 }, "60%〜74.1%"],
    [{ least: 60, most: 60 }, "60%"],
  ])("shows %j as %s", (range, shown) => expect(showRange(range, (figure) => `${figure}%`)).toBe(shown));
});
