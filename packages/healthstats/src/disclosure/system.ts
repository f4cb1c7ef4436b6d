import { NO_DATA, type PublishedCell, SMALLEST_SHOWN, SUPPRESSED } from "./cell.ts";

/** One published sum: the cell `total` is the sum of the cells `parts`. */
export interface Relation {
  readonly total: number;
  readonly parts: readonly number[];
}

/**
 * What anyone can see of a set of linked tables: its cells, and which of them add up to which. Indexes
 * from `cells.length` on stand for sums or parts that exist but are not published.
 */
export interface Publication {
  readonly cells: readonly PublishedCell[];
  readonly unpublished: number;
  readonly relations: readonly Relation[];
  /** True: 0 is hidden like 1 to 9, so that a hidden cell may be 0. */
  readonly hidesZero?: boolean;
}

/** The same with the true values, before anything is hidden. */
export interface System {
  /** Published cells first, unpublished after them; 0 where there is no data. */
  readonly values: readonly number[];
  readonly published: number;
  readonly noData: readonly boolean[];
  /** What everybody knows already, so that it can neither be protected nor protect. */
  readonly known: readonly boolean[];
  /** Hidden from the start, for instance because an earlier edition hid it. */
  readonly hidden: readonly boolean[];
  /** What the loss of a cell costs: 1 for a cell of the body, more for totals. */
  readonly cost: readonly number[];
  readonly relations: readonly Relation[];
  /** True: 0 tells as much as 1 to 9 would, and is hidden with them. */
  readonly hidesZero?: boolean;
  /** The smallest count that may be shown, where it is more than ten. */
  readonly smallest?: number;
}

/** Whether a count of that many must not be found out. */
export function isSensitive(system: Pick<System, "hidesZero" | "smallest">, value: number): boolean {
  return value >= leastHidden(system) && value < smallestShown(system);
}

/** The smallest count that may be shown: never less than ten. */
export const smallestShown = ({ smallest = 0 }: Pick<System, "smallest">): number =>
  Math.max(smallest, SMALLEST_SHOWN);

/** The least that a hidden cell can be. */
export const leastHidden = ({ hidesZero }: Pick<System, "hidesZero">): 0 | 1 => (hidesZero ? 0 : 1);

/**
 * Who attacks. The outsider knows that zeros are shown, so a hidden cell is 1 or more. The insider also
 * guesses which cells were hidden for their own sake (1 to 9) and which to protect them (10 or more).
 */
export type Attacker = "outsider" | "insider";

/** What the attacker takes for possible before he reads the table. */
export function bounds(system: System, i: number, attacker: Attacker): readonly [number, number] {
  const value = system.values[i]!;
  if (isFixed(system, i)) return [value, value];
  if (i >= system.published) return [0, Number.POSITIVE_INFINITY];
  const least = leastHidden(system);
  if (attacker === "outsider") return [least, Number.POSITIVE_INFINITY];
  return isSensitive(system, value)
    ? [least, smallestShown(system) - 1]
    : [smallestShown(system), Number.POSITIVE_INFINITY];
}

/** What it costs to hide a cell: among equals rather the smaller one, which fewer persons miss. */
export function lossOf(weight: number, value: number): number {
  return weight + Math.log10(1 + value) / 100;
}

/** Zeros are shown unless the table hides them, known cells are known: neither can move in any table that the attacker imagines. */
export function isFixed(system: System, i: number): boolean {
  return (
    system.known[i]! || system.noData[i]! || (i < system.published && system.values[i]! < leastHidden(system))
  );
}

/** Everything that must not be found out: small published cells, and small unpublished parts of sums. */
export function sensitiveCells(system: System): number[] {
  const found: number[] = [];
  for (let i = 0; i < system.values.length; i++) {
    if (isSensitive(system, system.values[i]!) && !isFixed(system, i)) found.push(i);
  }
  return found;
}

export function publish(system: System, hidden: readonly boolean[]): Publication {
  const cells: PublishedCell[] = [];
  for (let i = 0; i < system.published; i++) {
    if (system.noData[i]) cells.push(NO_DATA);
    else cells.push(hidden[i] ? SUPPRESSED : { state: "shown", value: system.values[i]! });
  }
  const { relations, hidesZero = false } = system;
  const unpublished = system.values.length - system.published;
  return { cells, unpublished, relations, ...(hidesZero ? { hidesZero } : {}) };
}
