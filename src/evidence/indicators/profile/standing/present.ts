import type { Language } from "../messages.ts";
import type { PresentedRow } from "../present.ts";
import type { MissedTarget } from "../schema.ts";
import { missedSentence } from "../sentences/messages.ts";

/** A figure with the target that it misses. */
export const presentMissed = (
  { row, target, worsening }: MissedTarget,
  presented: PresentedRow,
  language: Language,
) => ({
  row: presented,
  sentence: missedSentence(row, target, language),
  target_value: target.targetValue,
  direction: target.direction,
  unit: target.unit,
  target_year: target.targetYear,
  worsening,
});
