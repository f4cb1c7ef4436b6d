import fc from "fast-check";
import { expect, it } from "vitest";
import { readRecoveryCode, readTotp, recoveryCode } from "./code.rules.ts";

it.each([
  ["abcde-23456", "abcde-23456"],
  ["ABCDE 23456", "abcde-23456"],
  ["ａｂｃｄｅ－２３４５６", "abcde-23456"],
  [" abcde23456 ", "abcde-23456"],
])("reads %j as it was given out", (typed, code) => {
  expect(readRecoveryCode(typed)).toBe(code);
});

it("gives out codes that read back, without signs that look alike", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(30), { minLength: 10, maxLength: 10 }), (numbers) => {
      const rest = [...numbers];
      const code = recoveryCode(() => rest.shift()!);
      expect(code).toMatch(/^[a-hjkmnp-z2-9]{5}-[a-hjkmnp-z2-9]{5}$/);
      expect(readRecoveryCode(code.toUpperCase())).toBe(code);
    }),
    { seed: 1 },
  );
});

it.each([
  ["123 456", "123456"],
  ["１２３４５６", "123456"],
])("reads the digits of %j", (typed, digits) => {
  expect(readTotp(typed)).toBe(digits);
});
