import { expect, test } from "vitest";
import { holdGolden } from "../test/hold-golden.ts";
import { expectRefused } from "../test/refused.ts";
import { similarAreas } from "./similar-areas.ts";

holdGolden("similar-areas", { similarAreas });

const ROWS = [1, 2, 4, 7, 11, 16, 22].map((x) => [x, x * x, null] as (number | null)[]);

test("a variable that few areas know does not count, and the unit of one is no matter", () => {
  const found = similarAreas(ROWS, 0, 2);
  expect(found).toMatchObject({ status: "found", variables: [0, 1] });
  const inThousands = ROWS.map(([x, y, z]) => [x! / 1000, y!, z!]);
  expect(similarAreas(inThousands, 0, 2)).toMatchObject({ similar: [{ area: 1 }, { area: 2 }] });
});

test("an area that lacks a variable is left out instead of looking near", () => {
  const rows = [...ROWS, [1, null, null]];
  expect(similarAreas(rows, 0, 1)).toMatchObject({ similar: [{ area: 1 }] });
});

test("says why nothing was found", () => {
  expect(similarAreas(ROWS.slice(0, 5), 0)).toEqual({ status: "not-found", reason: "too-few-variables" });
  expect(similarAreas(ROWS, 0, 7)).toEqual({ status: "not-found", reason: "too-few-areas" });
});

test("refuses unfit values", () => {
  expectRefused(() => similarAreas([], 0), "areas", "empty");
  expectRefused(() => similarAreas(ROWS, 9), "target", "place");
  expectRefused(() => similarAreas([[1, Number.NaN]], 0), "areas[0][1]", "finite");
  expectRefused(() => similarAreas(ROWS, 0, 0), "count", "");
});
