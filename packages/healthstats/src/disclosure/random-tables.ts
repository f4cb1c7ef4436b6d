import fc from "fast-check";
import type { CountedTable, Dimension } from "./suppress-table.ts";

/** Counts as tables have them: mostly tiny, sparse, around the limit, or large with a few small ones. */
export function countsOf(length: number): fc.Arbitrary<(number | null)[]> {
  const kinds: fc.Arbitrary<number>[] = [
    fc.integer({ min: 0, max: 3 }),
    fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 30 })),
    fc.integer({ min: 0, max: 15 }),
    fc.oneof({ weight: 4, arbitrary: fc.integer({ min: 10, max: 10 ** 9 }) }, fc.integer({ min: 0, max: 9 })),
  ];
  const lists = kinds.map((kind) =>
    fc.array(fc.option(kind, { freq: 20 }), { minLength: length, maxLength: length }),
  );
  return fc.oneof(...lists);
}

export function dimension(name: string, size: number, total = true): Dimension {
  return { name, total, categories: Array.from({ length: size }, (_, i) => `${name}${i}`) };
}

/** Tables of one to three dimensions with some of their totals. */
export function tables(dimensions: 1 | 2 | 3, largest: number): fc.Arbitrary<CountedTable> {
  const sizes = fc.array(fc.integer({ min: 1, max: largest }), {
    minLength: dimensions,
    maxLength: dimensions,
  });
  const totals = fc.array(fc.integer({ min: 0, max: 6 }), { minLength: dimensions, maxLength: dimensions });
  return fc.tuple(sizes, totals).chain(([size, total]) =>
    countsOf(size.reduce((product, s) => product * s, 1)).map((counts) => ({
      dimensions: size.map((s, d) => dimension(`d${d}`, s, total[d]! > 0)),
      counts,
    })),
  );
}
