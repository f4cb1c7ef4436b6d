import type { Manifest } from "#platform/bundles/sealed-bundle.ts";

export type LedgerEntry = Readonly<{
  outgoing: boolean;
  id: string;
  number: number;
  state: "made" | "delivered" | "taken" | "late";
  madeAt: Date;
  takenAt: Date | null;
}>;

/**
 * What becomes of a bundle that verifies. Each holds all that changed since the last one that was acknowledged, so a late
 * one holds nothing that a later one did not bring, and a lost one nothing that the next does not bring again.
 */
export function placeOf(
  ledger: readonly LedgerEntry[],
  { id, number }: Pick<Manifest, "id" | "number">,
): "new" | "again" | "late" | "number used" {
  const taken = ledger.filter(({ outgoing }) => !outgoing);
  if (taken.some((one) => one.id === id)) return "again";
  if (taken.some((one) => one.number === number)) return "number used";
  return taken.some((one) => one.number > number) ? "late" : "new";
}

/** The numbers that never came, below the highest that did. */
export function gapsOf(ledger: readonly LedgerEntry[]): number[] {
  const came = new Set(ledger.filter(({ outgoing }) => !outgoing).map(({ number }) => number));
  return Array.from({ length: Math.max(0, ...came) }, (_, at) => at + 1).filter(
    (number) => !came.has(number),
  );
}

/** Rows that were being written while a bundle was made stand in the next. */
const OVERLAP_MS = 10 * 60_000;

/** From when on the next bundle tells what changed: the last one that is known to have arrived. Null: all there is. */
export function sinceOf(ledger: readonly LedgerEntry[]): Date | null {
  const delivered = ledger.filter(({ outgoing, state }) => outgoing && state === "delivered");
  if (delivered.length === 0) return null;
  return new Date(Math.max(...delivered.map(({ madeAt }) => madeAt.getTime())) - OVERLAP_MS);
}

/** The next number: after our own, and after what the receiver has seen of ours before we were restored. */
export const nextNumber = (ledger: readonly LedgerEntry[], heard: number): number =>
  Math.max(heard, 0, ...ledger.filter(({ outgoing }) => outgoing).map(({ number }) => number)) + 1;

const DAY_MS = 86_400_000;
/** A medium that goes once a week has come and gone twice. */
export const DAYS_TO_ACKNOWLEDGE = 14;

/** Bundles of ours that should have been acknowledged by now, unless a later one was. */
export function unacknowledged(ledger: readonly LedgerEntry[], now: Date): readonly LedgerEntry[] {
  const heard = Math.max(
    0,
    ...ledger.filter(({ outgoing, state }) => outgoing && state === "delivered").map(({ number }) => number),
  );
  return ledger.filter(
    ({ outgoing, state, number, madeAt }) =>
      outgoing &&
      state === "made" &&
      number > heard &&
      now.getTime() - madeAt.getTime() > DAYS_TO_ACKNOWLEDGE * DAY_MS,
  );
}
