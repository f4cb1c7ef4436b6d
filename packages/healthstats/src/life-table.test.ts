import { expect, test } from "vitest";
import { holdGolden } from "../test/hold-golden.ts";
import { expectRefused } from "../test/refused.ts";
import { lifeTable } from "./life-table.ts";

holdGolden("life-table", { lifeTable });

test("a constant rate gives its reciprocal as expectancy", () => {
  // With the exact separation factor of a constant rate the table is exact.
  const m = 0.05;
  const a = 1 / m - 5 / Math.expm1(5 * m);
  const { e, l } = lifeTable({ ages: [0, 5, 10], m: [m, m, m], a: [a, a, 1 / m] }, 1000);
  for (const years of e) expect(years).toBeCloseTo(20, 10);
  expect(l[1]).toBeCloseTo(1000 * Math.exp(-0.25), 8);
});

test("refuses unfit schedules", () => {
  const good = { ages: [0, 1, 5], m: [0.01, 0.001, 0.1], a: [0.1, 2, 10] };
  expectRefused(() => lifeTable({ ...good, ages: [0, 1, 1] }), "ages", "rise");
  expectRefused(() => lifeTable({ ...good, m: [0.01, 0.001, 0] }), "m[2]", "greater than zero");
  expectRefused(() => lifeTable({ ...good, m: [0.01] }), "m", "as many");
  expectRefused(() => lifeTable({ ...good, a: [2, 2, 2] }), "a[0]", "longer than its band");
  expectRefused(() => lifeTable(good, 0), "radix", "greater than zero");
});
