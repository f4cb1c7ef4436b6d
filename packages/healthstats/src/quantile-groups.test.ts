import fc from "fast-check";
import { expect, test } from "vitest";
import { holdGolden } from "../test/hold-golden.ts";
import { SEEDED } from "../test/property.ts";
import { expectRefused } from "../test/refused.ts";
import { quantileGroups } from "./quantile-groups.ts";

holdGolden("quantile-groups", { quantileGroups });

test("a higher value never stands in a group of lower ones, and equal values stand together", () => {
  const values = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 5, maxLength: 60 });
  fc.assert(
    fc.property(values, (list) => {
      const groups = quantileGroups(list, 5, { groupOne: "lowest" });
      return list.every((a, i) =>
        list.every((b, j) =>
          a === b ? groups[i] === groups[j] : a > b === groups[i]! >= groups[j]! || groups[i] === groups[j],
        ),
      );
    }),
    SEEDED,
  );
});

test("splits without ties into groups of one size", () => {
  const groups = quantileGroups([10, 20, 30, 40, 50, 60, 70, 80, 90, 100], 5);
  expect(groups).toEqual([5, 5, 4, 4, 3, 3, 2, 2, 1, 1]);
});

test("missing values get no group, and too few values get none at all", () => {
  expect(quantileGroups([1, null, 3], 2, { groupOne: "lowest" })).toEqual([1, null, 2]);
  expect(quantileGroups([1, 2, null], 3)).toEqual([null, null, null]);
});

test("refuses unfit values", () => {
  expectRefused(() => quantileGroups([], 5), "values", "empty");
  expectRefused(() => quantileGroups([1, Number.NaN], 2), "values[1]", "finite");
  expectRefused(() => quantileGroups([1, 2], 1), "groups", "two or more");
  expectRefused(() => quantileGroups([1, 2], 2.5), "groups", "whole");
});
