import { describe, expect, it } from "vitest";
import { NO_HOURS } from "../model/hours.rules.ts";
import { readNeed, sizesOf, tokensAsked, topicsSaid, weekdaysOf } from "./need.rules.ts";

describe("a need in plain words", () => {
  it.each([
    ["禁煙外来 土曜", ["|tsmoking", "|dSA"], []],
    ["きんえんがいらい", ["|tsmoking"], []],
    ["禁煙がいらい", ["|tsmoking"], []],
    ["たばこ　無料", ["|tsmoking", "|f"], []],
    ["血圧", ["|tblood_pressure"], []],
    ["smoking saturday", ["|tsmoking", "|dSA"], []],
    ["夜間 歯医者", ["|e", "|kdental_clinic"], []],
    ["ストレスチェック", ["|tstress_check"], []],
    ["浜田", [], ["浜田"]],
  ])("%s", (text, marks, words) => {
    expect(readNeed(text)).toEqual({ marks, words });
  });

  it("asks the index for pairs of letters of what it does not know", () => {
    expect(tokensAsked(readNeed("浜田市 血圧"))).toEqual(["|tblood_pressure", "浜田", "田市"]);
    expect(tokensAsked(readNeed(""))).toEqual([]);
  });
});

it("finds topics in the words of an entry, whatever was ticked", () => {
  expect(topicsSaid("はまべクリニック 禁煙外来と減塩の相談")).toEqual(["smoking", "salt"]);
});

it("knows weekdays and sizes", () => {
  const rows = [{ weeks: ["2" as const], days: ["SA" as const], from: "09:00", to: "12:00" }];
  expect(weekdaysOf({ ...NO_HOURS, rows })).toEqual(["SA"]);
  expect(sizesOf(null, 49)).toEqual(["1", "5", "30"]);
  expect(sizesOf(30, null)).toEqual(["30", "50"]);
  expect(sizesOf(null, null)).toHaveLength(4);
});
