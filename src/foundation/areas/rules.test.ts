import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  areaIdOfCode,
  checkDigitOf,
  hasRightCheckDigit,
  normaliseWords,
  parseAreaQuery,
  withCheckDigit,
} from "./rules.ts";

const codes = ["prefectures", "municipalities"].flatMap((file) =>
  [
    ...readFileSync(new URL(`../../../reference/areas/${file}.csv`, import.meta.url), "utf8").matchAll(
      /^\d{6}/gm,
    ),
  ].map((match) => match[0]),
);

describe("the check digit", () => {
  it("is right in every code that is shipped", () => {
    expect(codes).toHaveLength(47 + 1919);
    expect(codes.filter((code) => !hasRightCheckDigit(code))).toEqual([]);
  });

  it.each([
    ["01000", "6"],
    ["01100", "2"],
    ["14150", "0"],
    ["32202", "4"],
    ["13101", "6"],
    // Weighted sums below 11.
    ["00001", "9"],
    ["00011", "6"],
    ["00000", "1"],
  ])("of %s is %s", (digits, expected) => {
    expect(checkDigitOf(digits)).toBe(expected);
  });

  it("tells a single wrong digit in a shipped code, as far as the method can", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...codes),
        fc.nat({ max: 4 }),
        fc.integer({ min: 1, max: 9 }),
        (code, at, by) => {
          const digits = [...code];
          digits[at] = String((Number(digits[at]) + by) % 10);
          // Remainders 0 and 10 of the sum share the digit 1: codes of the two can't be told apart.
          const changed = digits.join("");
          const remainder = (five: string) =>
            [6, 5, 4, 3, 2].reduce((s, w, i) => s + w * Number(five[i]), 0) % 11;
          const same = [remainder(code), remainder(changed)].every((value) => value === 0 || value === 10);
          return same || !hasRightCheckDigit(changed);
        },
      ),
      { seed: 2, numRuns: 2000 },
    );
  });

  it("refuses what is no five digits", () => {
    expect(() => withCheckDigit("123")).toThrow(RangeError);
    expect(hasRightCheckDigit("12345x")).toBe(false);
  });
});

it.each([
  ["140007", "14"],
  ["141500", "14150"],
  ["141501", undefined],
])("areaIdOfCode(%s) is %s", (code, expected) => {
  expect(areaIdOfCode(code)).toBe(expected);
});

it.each([
  ["サガミハラ", "さがみはら"],
  ["相模原市　緑区", "相模原市緑区"],
  ["ＳＡＧＡＭＩＨＡＲＡ", "sagamihara"],
  ["鎌ヶ谷", "鎌け谷"],
  ["鎌ケ谷", "鎌け谷"],
  ["ﾊﾏﾀﾞ", "はまだ"],
])("normaliseWords(%s) is %s", (text, expected) => {
  expect(normaliseWords(text)).toBe(expected);
});

it.each([
  ["１４１５００", { kind: "id", id: "14150" }],
  ["14150", { kind: "id", id: "14150" }],
  ["14", { kind: "id", id: "14" }],
  ["14000", { kind: "id", id: "14" }],
  ["JP-14", { kind: "id", id: "14" }],
  ["sma-32-02", { kind: "id", id: "sma-32-02" }],
  ["jp", { kind: "id", id: "jp" }],
  ["141501", { kind: "wrong-code", digits: "141501", expected: "141500" }],
  ["浜田", { kind: "words", words: "浜田" }],
] as const)("parseAreaQuery(%s)", (text, expected) => {
  expect(parseAreaQuery(text)).toMatchObject(expected);
});
