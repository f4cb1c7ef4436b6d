/**
 * Criteria of "high stress" (高ストレス者の選定基準) as data: the ministry's manual gives them as
 * examples, and an employer may choose others with the health committee.
 *
 * High stress if B reaches `b`, or if A + C reaches `aAndC` and B reaches `bBeside`. In the totals
 * method high sums are stress ("at-least"), in the conversion method low points are ("at-most").
 */
export interface HighStressCriteria {
  readonly name: string;
  readonly direction: "at-least" | "at-most";
  readonly b: number;
  readonly aAndC: number;
  readonly bBeside: number;
  readonly source: string;
  readonly verified: boolean;
}

const manual = "Ministry of Health, Labour and Welfare, manual of the stress check programme";

export const HIGH_STRESS_TOTAL_57: HighStressCriteria = {
  name: "bjsq57-totals",
  direction: "at-least",
  b: 77,
  aAndC: 76,
  bBeside: 63,
  source: manual,
  verified: true,
};

export const HIGH_STRESS_CONVERSION_57: HighStressCriteria = {
  name: "bjsq57-conversion",
  direction: "at-most",
  b: 12,
  aAndC: 26,
  bBeside: 17,
  source: manual,
  verified: true,
};

export const HIGH_STRESS_TOTAL_23: HighStressCriteria = {
  name: "bjsq23-totals",
  direction: "at-least",
  b: 31,
  aAndC: 39,
  bBeside: 23,
  source: `${manual} (two of the three numbers from general knowledge)`,
  verified: false,
};
