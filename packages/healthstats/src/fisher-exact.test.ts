import { expect, test } from "vitest";
import { holdGolden } from "../test/hold-golden.ts";
import { expectRefused } from "../test/refused.ts";
import { type FourfoldTable, fisherExact, R_ODDS_TOLERANCE } from "./fisher-exact.ts";
import { fisherExactTable } from "./fisher-exact-table.ts";

holdGolden("fisher-exact", { fisherExact });
holdGolden("fisher-exact-table", { fisherExactTable });

test.each<[FourfoldTable]>([
  [
    [
      [3, 1],
      [1, 3],
    ],
  ],
  [
    [
      [8, 2],
      [1, 5],
    ],
  ],
  [
    [
      [0, 7],
      [5, 2],
    ],
  ],
  [
    [
      [20, 15],
      [11, 30],
    ],
  ],
])("the walk through larger tables agrees with the fourfold test on %j", (table) => {
  expect(fisherExactTable(table)).toBeCloseTo(fisherExact(table).pTwoSided, 10);
});

test("turning the table keeps the p-value and turns the tails", () => {
  const there = fisherExact([
    [8, 2],
    [1, 5],
  ]);
  const turned = fisherExact([
    [2, 8],
    [5, 1],
  ]);
  expect(turned.pTwoSided).toBeCloseTo(there.pTwoSided, 12);
  expect(turned.pLess).toBeCloseTo(there.pGreater, 12);
  expect(turned.oddsRatioConditional!).toBeCloseTo(1 / there.oddsRatioConditional!, 9);
});

test("an odds ratio without an end is not given, one of zero is", () => {
  expect(
    fisherExact([
      [2, 3],
      [0, 4],
    ]),
  ).toMatchObject({ oddsRatioSample: null, oddsRatioConditional: null });
  expect(
    fisherExact([
      [0, 4],
      [2, 3],
    ]),
  ).toMatchObject({ oddsRatioSample: 0, oddsRatioConditional: 0 });
  expect(
    fisherExact([
      [0, 4],
      [0, 3],
    ]),
  ).toMatchObject({ pTwoSided: 1, oddsRatioConditional: null });
});

test("R's early stop can be asked for", () => {
  const { oddsRatioConditional } = fisherExact(
    [
      [8, 2],
      [1, 5],
    ],
    { oddsRatioTolerance: R_ODDS_TOLERANCE },
  );
  expect(oddsRatioConditional).toBeCloseTo(15.46969, 5);
});

test("a thousand million persons are summed", () => {
  const { pTwoSided, oddsRatioConditional } = fisherExact([
    [3e8, 2e8],
    [2.9999e8, 2.0001e8],
  ]);
  expect(pTwoSided).toBeCloseTo(0.5186, 3);
  expect(oddsRatioConditional).toBeCloseTo(1.0000833, 6);
});

test("refuses unfit tables", () => {
  expectRefused(
    () =>
      fisherExact([
        [0, 0],
        [0, 0],
      ]),
    "table",
    "every cell",
  );
  expectRefused(
    () =>
      fisherExact([
        [1, 2],
        [3, Number.NaN],
      ]),
    "table[1][1]",
    "finite",
  );
  expectRefused(
    () =>
      fisherExact([
        [1, 2, 3],
        [3, 4, 5],
      ] as never),
    "table",
    "two rows",
  );
  expectRefused(
    () =>
      fisherExactTable([
        [1, 2],
        [3, -1],
      ]),
    "table[1][1]",
    "negative",
  );
  expectRefused(
    () =>
      fisherExactTable([
        [4000, 2],
        [3000, 1],
      ]),
    "table",
    "small enough",
  );
});
