import { expect, test } from "vitest";
import { holdGolden } from "../test/hold-golden.ts";
import { expectRefused } from "../test/refused.ts";
import { cochranArmitage } from "./cochran-armitage.ts";

holdGolden("cochran-armitage", { cochranArmitage });

test("only the distances of the scores matter, and turning them turns the sign", () => {
  const events = [4, 9, 15];
  const totals = [50, 60, 55];
  const plain = cochranArmitage(events, totals);
  expect(cochranArmitage(events, totals, [2010, 2015, 2020]).z).toBeCloseTo(plain.z!, 10);
  expect(cochranArmitage(events, totals, [0, -1, -2]).z).toBeCloseTo(-plain.z!, 10);
});

test("has no test where nobody has the feature", () => {
  expect(cochranArmitage([0, 0], [10, 10])).toEqual({ z: null, chiSquare: null, p: null });
});

test("refuses unfit groups", () => {
  expectRefused(() => cochranArmitage([1], [2]), "totals", "at least 2");
  expectRefused(() => cochranArmitage([1], [2, 2]), "events", "as many");
  expectRefused(() => cochranArmitage([1, 3], [2, 2]), "events[1]", "totals[1]");
  expectRefused(() => cochranArmitage([1, 1], [2, 0]), "totals[1]", "at least one");
  expectRefused(() => cochranArmitage([1, 1], [2, 2], [5, 5]), "scores", "equal");
});
