import { refuse } from "../guards.ts";

export type Answer = number | null;

/** A form that could not be scored, and which items (numbered from 1) have no answer. */
export interface Incomplete {
  readonly status: "not-judged";
  readonly missing: readonly number[];
}

/**
 * Checks a form's answers and lists the unanswered items. Nothing is imputed: no rule for it exists.
 *
 * Refused: a list of another length than the form; an answer outside the scale.
 */
export function unanswered(
  answers: readonly Answer[],
  length: number,
  lowest: number,
  highest: number,
): number[] {
  if (answers.length !== length)
    refuse("answers", `must have ${length} entries, null for an item without answer`);
  const missing: number[] = [];
  for (let i = 0; i < length; i++) {
    const answer = answers[i];
    if (answer === null || answer === undefined) missing.push(i + 1);
    else if (!Number.isInteger(answer) || answer < lowest || answer > highest) {
      refuse(`answers[${i}]`, `must be a whole number from ${lowest} to ${highest}`);
    }
  }
  return missing;
}
