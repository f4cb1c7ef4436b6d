import type { EditionState } from "../model/edition.rules.ts";
import { mayOrder } from "../model/edition.rules.ts";
import { availableOf, type Copies } from "../model/stock.rules.ts";

/** Letters and digits that nobody takes for another when they are read out on the telephone. */
const SIGNS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

/** What is quoted on the telephone: S-7KQ4MTB. */
export const orderNumber = (chance: Uint8Array): string =>
  `S-${Array.from(chance.slice(0, 7), (byte) => SIGNS[byte % SIGNS.length]).join("")}`;

export type Refused = "over" | "many" | "few";

/** Why so many copies of an edition can't be promised; undefined where they can. */
export function refusalOf(
  amount: number,
  { state, copies, mostAnOrder }: Readonly<{ state: EditionState; copies: Copies; mostAnOrder: number }>,
): Refused | undefined {
  if (!mayOrder(state)) return "over";
  if (amount > mostAnOrder) return "many";
  return amount > availableOf(copies) ? "few" : undefined;
}
