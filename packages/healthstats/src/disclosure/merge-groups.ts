import { count, notEmpty, refuse, sameLength } from "../guards.ts";
import { SMALLEST_SHOWN } from "./cell.ts";

export interface MergedGroups {
  /** Which of the given groups each new group holds, by index; in the order given. */
  readonly groups: readonly (readonly number[])[];
  /** False: even all groups together leave a count of 1 to 9; nothing can be published by merging. */
  readonly publishable: boolean;
}

/**
 * Merges groups (区分の統合) so that every count is 0 or at least ten, losing as few groups as possible.
 *
 * `counts` is one list, or several that share the groups (a row for each area, say); a merged group must
 * be publishable in each. Ordered groups (age, year, size of workplace) merge with neighbours only, by
 * exact search; among equally many groups the evenest is taken. Groups without order are gathered into one
 * "other": the small ones, and then the next smallest while that is not enough.
 *
 * Publish the merged table instead of the finer one, never beside an edition of the finer one.
 *
 * Refused: no group; lists of unequal length; a count that is not a whole number of zero or more.
 */
export function mergeGroups(
  counts: readonly number[] | readonly (readonly number[])[],
  options: { readonly ordered: boolean },
): MergedGroups {
  const rows = (Array.isArray(counts[0]) ? counts : [counts]) as readonly (readonly number[])[];
  const first = notEmpty(rows[0] ?? [], "counts");
  rows.forEach((row, r) => {
    if (!Array.isArray(row)) refuse(`counts[${r}]`, "must be a list like the first");
    sameLength(row, `counts[${r}]`, first, "counts[0]");
    row.forEach((value, i) => {
      count(value, `counts[${r}][${i}]`);
    });
  });
  const all = first.map((_, i) => i);
  if (!isPublishable(rows, all)) return { groups: [all], publishable: false };
  return { groups: options.ordered ? neighbours(rows, all.length) : others(rows, all), publishable: true };
}

function isPublishable(rows: readonly (readonly number[])[], group: readonly number[]): boolean {
  return rows.every((row) => {
    const sum = group.reduce((total, i) => total + row[i]!, 0);
    return sum === 0 || sum >= SMALLEST_SHOWN;
  });
}

interface Cut {
  readonly groups: number;
  /** Sum of squared lengths: the smaller, the evener. */
  readonly unevenness: number;
  readonly from: number;
}

/** Best way to cut the first `end` groups, for each `end` from the left. */
function neighbours(rows: readonly (readonly number[])[], n: number): number[][] {
  const best: (Cut | null)[] = [{ groups: 0, unevenness: 0, from: 0 }];
  const sums = rows.map(runningSums);
  for (let end = 1; end <= n; end++) {
    let chosen: Cut | null = null;
    for (let from = end - 1; from >= 0; from--) {
      const before = best[from];
      const fits = sums.every((sum) => {
        const merged = sum[end]! - sum[from]!;
        return merged === 0 || merged >= SMALLEST_SHOWN;
      });
      if (!before || !fits) continue;
      const cut: Cut = { groups: before.groups + 1, unevenness: before.unevenness + (end - from) ** 2, from };
      const better =
        chosen === null ||
        cut.groups > chosen.groups ||
        (cut.groups === chosen.groups && cut.unevenness < chosen.unevenness);
      if (better) chosen = cut;
    }
    best.push(chosen);
  }
  const groups: number[][] = [];
  for (let end = n; end > 0; ) {
    const { from } = best[end]!;
    groups.unshift(Array.from({ length: end - from }, (_, k) => from + k));
    end = from;
  }
  return groups;
}

function runningSums(row: readonly number[]): number[] {
  const sums = [0];
  for (const value of row) sums.push(sums.at(-1)! + value);
  return sums;
}

function others(rows: readonly (readonly number[])[], all: readonly number[]): number[][] {
  const size = (i: number): number => rows.reduce((sum, row) => sum + row[i]!, 0);
  const other = all.filter((i) => !isPublishable(rows, [i]));
  const rest = all.filter((i) => !other.includes(i)).sort((a, b) => size(a) - size(b) || a - b);
  if (other.length === 0) return all.map((i) => [i]);
  while (!isPublishable(rows, other)) {
    // An empty group would make "other" no larger.
    const next = rest.findIndex((i) => size(i) > 0);
    other.push(...rest.splice(Math.max(next, 0), 1));
  }
  return [...rest.sort((a, b) => a - b).map((i) => [i]), other.sort((a, b) => a - b)];
}
