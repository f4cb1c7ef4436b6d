import { count, notEmpty, refuse } from "../guards.ts";
import { LEAST_RESPONDENTS } from "./hanteizu.ts";

export interface StressGroup {
  readonly id: string;
  /** Smallest units that the group is made of; every unit counts once. */
  readonly units: readonly string[];
}

export interface StressGroupVerdict {
  readonly id: string;
  readonly respondents: number;
  readonly publishable: boolean;
  /** `difference`: with the groups before it, this one would give a group of under ten away. */
  readonly reason: "too-few-respondents" | "difference" | "too-many-small-units" | null;
}

/** Sets of small units tried for one group; beyond it the group is refused rather than guessed safe. */
const MOST_SETS = 20_000;

/**
 * Which groups of a stress check may be shown together (集団分析).
 *
 * A mean with its number of respondents is a sum, so shown groups can be added and subtracted: A and A + B
 * give B. Groups are taken in the order given; one is refused if it has under ten respondents, or if some
 * combination of it and the ones accepted before would depend only on units with under ten respondents
 * together. The test is of linear algebra: leaving those units' columns out of the table of shown groups
 * must not lower its rank.
 *
 * Give the whole workplace first, then departments, then sections: what comes first is kept.
 *
 * Refused: no group; respondents that are not a whole number; a group with a unit that has no number of
 * respondents, or with the same unit twice.
 */
export function publishableStressGroups(
  respondents: Readonly<Record<string, number>>,
  groups: readonly StressGroup[],
): StressGroupVerdict[] {
  notEmpty(groups, "groups");
  const units = Object.keys(respondents);
  const sizes = units.map((unit) => count(respondents[unit]!, `respondents.${unit}`));
  const small = units.map((_, i) => i).filter((i) => sizes[i]! > 0 && sizes[i]! < LEAST_RESPONDENTS);
  const accepted: number[][] = [];
  return groups.map((group) => {
    const row = rowOf(group, units, sizes);
    const size = row.reduce((sum, has, i) => sum + has * sizes[i]!, 0);
    const verdict = { id: group.id, respondents: size };
    if (size < LEAST_RESPONDENTS)
      return { ...verdict, publishable: false, reason: "too-few-respondents" as const };
    const reason = revealing([...accepted, row], small, sizes);
    if (reason !== null) return { ...verdict, publishable: false, reason };
    accepted.push(row);
    return { ...verdict, publishable: true, reason: null };
  });
}

function rowOf(group: StressGroup, units: readonly string[], sizes: readonly number[]): number[] {
  const row = units.map(() => 0);
  const named = new Set<string>();
  for (const unit of group.units) {
    const i = units.indexOf(unit);
    if (i < 0) refuse(`groups.${group.id}`, `names the unit ${unit}, which has no number of respondents`);
    if (named.has(unit)) refuse(`groups.${group.id}`, `names the unit ${unit} twice`);
    named.add(unit);
    // A unit without respondents adds nothing to any sum: it must not make two groups look different.
    row[i] = sizes[i]! > 0 ? 1 : 0;
  }
  return row;
}

/** Tries every largest set of small units with under ten respondents together. */
function revealing(
  shown: readonly number[][],
  small: readonly number[],
  sizes: readonly number[],
): "difference" | "too-many-small-units" | null {
  const rank = rankOf(shown);
  let sets = 0;
  const visit = (
    next: number,
    left: number,
    out: readonly number[],
  ): "difference" | "too-many-small-units" | null => {
    if (++sets > MOST_SETS) return "too-many-small-units";
    if (out.length > 0) {
      const rest = shown.map((row) => row.map((has, i) => (out.includes(i) ? 0 : has)));
      if (rankOf(rest) < rank) return "difference";
    }
    for (let k = next; k < small.length; k++) {
      const unit = small[k]!;
      if (sizes[unit]! > left) continue;
      const found = visit(k + 1, left - sizes[unit]!, [...out, unit]);
      if (found !== null) return found;
    }
    return null;
  };
  return visit(0, LEAST_RESPONDENTS - 1, []);
}

/** Rank by elimination with the largest pivot; entries are 0 and 1, so 1e-9 is far from any real pivot. */
function rankOf(rows: readonly (readonly number[])[]): number {
  const m = rows.map((row) => [...row]);
  const width = m[0]?.length ?? 0;
  let rank = 0;
  for (let column = 0; column < width && rank < m.length; column++) {
    let pivot = rank;
    for (let i = rank + 1; i < m.length; i++) {
      if (Math.abs(m[i]![column]!) > Math.abs(m[pivot]![column]!)) pivot = i;
    }
    if (Math.abs(m[pivot]![column]!) < 1e-9) continue;
    [m[rank], m[pivot]] = [m[pivot]!, m[rank]!];
    for (let i = rank + 1; i < m.length; i++) {
      const factor = m[i]![column]! / m[rank]![column]!;
      for (let j = column; j < width; j++) m[i]![j]! -= factor * m[rank]![j]!;
    }
    rank++;
  }
  return rank;
}
