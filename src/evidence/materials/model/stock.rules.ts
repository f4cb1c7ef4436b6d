import { conflict, ok, type Result } from "#platform/kernel/result.ts";
import type { Movement } from "./material-kinds.schema.ts";

/**
 * Copies of an edition: `stock` lies on the shelf, `promised` of it is kept back for orders that have not gone out yet.
 * What was sent is in no order's promise any more, so it is taken off once.
 */
export type Copies = Readonly<{ stock: number; promised: number }>;

export const availableOf = ({ stock, promised }: Copies): number => stock - promised;

const SIGNS = { receive: 1, return: 1, send: -1, discard: -1 } as const;

/**
 * By how much a movement changes the stock; a count says how many there are, and moves by the difference. Nothing is taken
 * off that is not there, nor what is promised to an order: a count may find less than is promised, for that is what there is.
 */
export function changeBy(kind: Movement, amount: number, copies: Copies): Result<number> {
  if (kind === "count") return ok(amount - copies.stock);
  const change = SIGNS[kind] * amount;
  const left = availableOf(copies) + change;
  return change < 0 && left < 0 ? conflict(tooFew(availableOf(copies), copies.promised)) : ok(change);
}

const tooFew = (available: number, promised: number): string =>
  `在庫が足りません。出庫できる部数は${Math.max(0, available)}部です${promised > 0 ? `（ほかに注文用の取り置きが${promised}部）` : ""}。`;

/** Whether it is time to print more. */
export const isLow = (copies: Copies, lowAt: number | null): boolean =>
  lowAt !== null && availableOf(copies) <= lowAt;

/** One line for each edition, however many an order names it: what is checked is the sum. */
export function mergedLines<Id extends string>(
  lines: readonly Readonly<{ edition: Id; amount: number }>[],
): Readonly<{ edition: Id; amount: number }>[] {
  const sums = new Map<Id, number>();
  for (const { edition, amount } of lines) sums.set(edition, (sums.get(edition) ?? 0) + amount);
  // All orders lock editions in this order, so that no two wait for each other.
  return [...sums]
    .map(([edition, amount]) => ({ edition, amount }))
    .sort((a, b) => (a.edition < b.edition ? -1 : 1));
}
