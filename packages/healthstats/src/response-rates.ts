import { count } from "./guards.ts";

/** What became of the units of a sample, each counted once. */
export interface Dispositions {
  readonly complete: number;
  readonly partial: number;
  readonly refused: number;
  /** The letter came back: nobody was asked, and whether there is anybody is not known. */
  readonly undeliverable: number;
  /** Closed or moved away: does not belong to whom is asked about. */
  readonly closed: number;
  readonly noReply: number;
}

/** Null where nobody could have answered. */
export interface ResponseRates {
  readonly rr1: number | null;
  readonly rr2: number | null;
  readonly rr3: number | null;
  /** e, the share of those whose fate is known that belong to whom is asked about. */
  readonly eligibleShare: number | null;
}

/**
 * Response rates 1 to 3 of the AAPOR standard definitions.
 *
 *     RR1 = I / (I + P + R + U)    RR2 = (I + P) / (I + P + R + U)    RR3 = I / (I + P + R + e·U)
 *
 * I complete, P partial, R refused, U unknown (no reply, letter returned); closed units stand in no denominator.
 * e = (I + P + R) / (I + P + R + closed).
 *
 * Source: AAPOR, Standard Definitions, 10th edition, 2023.
 * @throws RefusedArgument dispositions: each whole and not negative.
 */
export function responseRates(dispositions: Dispositions): ResponseRates {
  const { complete, partial, refused, undeliverable, closed, noReply } = dispositions;
  for (const [name, value] of Object.entries(dispositions)) count(value, name);
  const known = complete + partial + refused;
  const unknown = undeliverable + noReply;
  const of = (part: number, whole: number) => (whole > 0 ? part / whole : null);
  const eligibleShare = of(known, known + closed);
  return {
    rr1: of(complete, known + unknown),
    rr2: of(complete + partial, known + unknown),
    rr3: of(complete, known + (eligibleShare ?? 1) * unknown),
    eligibleShare,
  };
}
