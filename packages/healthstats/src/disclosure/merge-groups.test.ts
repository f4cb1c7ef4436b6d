import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mergeGroups } from "./merge-groups.ts";
import { dimension } from "./random-tables.ts";
import { roundCounts } from "./round-counts.ts";

const counts = fc.array(fc.integer({ min: 0, max: 25 }), { minLength: 1, maxLength: 8 });
const sum = (list: readonly number[], group: readonly number[]) =>
  group.reduce((all, i) => all + list[i]!, 0);

describe("mergeGroups", () => {
  it("merges ordered groups with neighbours only", () => {
    const { groups } = mergeGroups([3, 4, 20, 1, 0, 12, 9], { ordered: true });
    expect(groups).toEqual([[0, 1, 2, 3], [4], [5, 6]]);
  });

  it("gathers groups without order into one other", () => {
    expect(mergeGroups([3, 4, 20, 100], { ordered: false }).groups).toEqual([[3], [0, 1, 2]]);
    expect(mergeGroups([3, 8, 20, 100], { ordered: false }).groups).toEqual([[2], [3], [0, 1]]);
  });

  it("merges so that every row is publishable", () => {
    const rows = [
      [20, 30, 40],
      [20, 3, 40],
    ];
    expect(mergeGroups(rows, { ordered: true }).groups).toEqual([[0, 1], [2]]);
  });

  it("says when merging cannot help", () => {
    expect(mergeGroups([3, 4], { ordered: true })).toEqual({ groups: [[0, 1]], publishable: false });
  });

  it("leaves no small count, keeps the order, and no cut of neighbours keeps more groups", () => {
    fc.assert(
      fc.property(counts, fc.boolean(), (list, ordered) => {
        const { groups, publishable } = mergeGroups(list, { ordered });
        expect(groups.flat().sort((a, b) => a - b)).toEqual(list.map((_, i) => i));
        if (!publishable) return;
        for (const group of groups) expect(sum(list, group) === 0 || sum(list, group) >= 10).toBe(true);
        if (!ordered) return;
        expect(groups.flat()).toEqual(list.map((_, i) => i));
        expect(groups).toHaveLength(mostGroups(list));
      }),
      { seed: 9, numRuns: 300 },
    );
  });

  it.each([
    ["counts", []],
    ["counts[0][1]", [3, -1]],
    ["counts[1]", [[3, 4], [5]]],
  ])("refuses wrong %s", (argument, list) => {
    expect(() => mergeGroups(list as number[], { ordered: true })).toThrow(
      expect.objectContaining({ argument }),
    );
  });
});

/** Tries every way to cut the list. */
function mostGroups(list: readonly number[]): number {
  let most = 0;
  for (let cuts = 0; cuts < 2 ** (list.length - 1); cuts++) {
    const sums = [list[0]!];
    for (let i = 1; i < list.length; i++) {
      if (cuts & (1 << (i - 1))) sums.push(list[i]!);
      else sums[sums.length - 1]! += list[i]!;
    }
    if (sums.every((s) => s === 0 || s >= 10)) most = Math.max(most, sums.length);
  }
  return most;
}

describe("roundCounts", () => {
  const table = { dimensions: [dimension("a", 4)], counts: [0, 1, 10, 14] };

  it("rounds up so that a small count cannot be told from ten, and adds up the rounded", () => {
    expect(roundCounts(table).cells).toEqual([0, 10, 10, 20, 40]);
  });

  it("rounds to the nearest, half up", () => {
    expect(roundCounts({ ...table, counts: [4, 5, 14, null] }, { mode: "nearest" }).cells).toEqual([
      0,
      10,
      10,
      null,
      20,
    ]);
  });

  it("refuses a base that would show small counts", () => {
    expect(() => roundCounts(table, { base: 5 })).toThrow(expect.objectContaining({ argument: "base" }));
  });
});
