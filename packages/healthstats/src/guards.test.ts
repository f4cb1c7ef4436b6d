import { expect, test } from "vitest";
import { expectRefused } from "../test/refused.ts";
import {
  count,
  each,
  finite,
  nonNegative,
  notEmpty,
  positive,
  positiveCount,
  probability,
} from "./guards.ts";

const guards = { finite, nonNegative, positive, count, positiveCount };
const entries = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, -1, -0, 0, 0.5, 1, 2 ** 53];

test.each(Object.entries(guards))("%s lets the same entries pass alone and in a list", (_, guard) => {
  for (const entry of entries) {
    const passes = (call: () => unknown) => {
      try {
        call();
        return true;
      } catch {
        return false;
      }
    };
    expect(
      passes(() => each([1, entry], "list", guard)),
      String(entry),
    ).toBe(passes(() => guard(entry, "one")));
  }
});

test("a refused entry is named by its place", () => {
  expectRefused(() => each([1, 2, -3], "deaths", count), "deaths[2]", "negative");
  expectRefused(() => each([0.5, 2], "shares", probability), "shares[1]", "between 0 and 1");
});

test("what is no number is refused, also if it comes in untyped", () => {
  for (const entry of [null, undefined, "3", [], true]) {
    expectRefused(() => each([1, entry as never], "list", count), "list[1]", "finite");
    expectRefused(() => count(entry as never, "one"), "one", "finite");
  }
});

test("a list says how short it is", () => {
  expectRefused(() => notEmpty([], "years"), "years", "must not be empty");
  expectRefused(() => notEmpty([1], "years", 2), "years", "at least 2");
});
