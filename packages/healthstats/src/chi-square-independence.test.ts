import { expect, test } from "vitest";
import { holdGolden } from "../test/hold-golden.ts";
import { expectRefused } from "../test/refused.ts";
import { chiSquareIndependence } from "./chi-square-independence.ts";

holdGolden("chi-square-independence", { chiSquareIndependence });

test("turning the table leaves the test as it is", () => {
  const there = chiSquareIndependence([
    [5, 9, 12],
    [7, 14, 3],
  ]);
  const back = chiSquareIndependence([
    [5, 7],
    [9, 14],
    [12, 3],
  ]);
  expect(there.statistic).toBeCloseTo(back.statistic, 12);
  expect(there.p).toBeCloseTo(back.p, 12);
});

test("the correction never overshoots", () => {
  const even = chiSquareIndependence(
    [
      [10, 10],
      [10, 10],
    ],
    { continuityCorrection: true },
  );
  expect(even).toMatchObject({ statistic: 0, p: 1 });
});

test("counts of a billion do not overflow", () => {
  expect(
    chiSquareIndependence([
      [1e9, 1e9],
      [1e9, 1e9],
    ]).statistic,
  ).toBe(0);
});

test("refuses unfit tables", () => {
  expectRefused(() => chiSquareIndependence([[1, 2]]), "table", "at least 2");
  expectRefused(() => chiSquareIndependence([[1], [2]]), "table[0]", "at least 2");
  expectRefused(() => chiSquareIndependence([[1, 2], [3]]), "table[1]", "as many");
  expectRefused(
    () =>
      chiSquareIndependence([
        [1, 2],
        [3, -4],
      ]),
    "table[1][1]",
    "negative",
  );
  expectRefused(
    () =>
      chiSquareIndependence([
        [1, 2],
        [0, 0],
      ]),
    "table",
    "empty row or column",
  );
});
