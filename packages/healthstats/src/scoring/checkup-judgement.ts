import {
  CHECKUP_THRESHOLDS_2024,
  type ItemThreshold,
  type Limit,
  type ThresholdSet,
} from "../../data/checkup-thresholds.ts";
import { finite, refuse } from "../guards.ts";
import type { Sex } from "./checkup-values.ts";

export interface ItemJudgement {
  /** Null: no value, or the threshold depends on a sex that is not given. */
  readonly class: "normal" | "guidance" | "referral" | null;
  readonly reason: "no-value" | "sex-needed" | null;
  readonly unit: string;
  /** How sure the thresholds behind this class are. */
  readonly evidence: Limit["evidence"];
  readonly thresholds: string;
}

const RANK = { read: 0, assumption: 1, conflict: 2 } as const;

/**
 * Judgement class of one checkup item: normal, health guidance (保健指導判定値) or referral
 * (受診勧奨判定値), by a dated set of thresholds.
 *
 * Refused: `item` that the set does not know; `value` that is not a finite number (null is "no value").
 */
export function judgeCheckupItem(
  item: string,
  value: number | null,
  sex: Sex | null = null,
  set: ThresholdSet = CHECKUP_THRESHOLDS_2024,
): ItemJudgement {
  if (!Object.hasOwn(set.items, item)) refuse("item", `is not in the set ${set.name}`);
  const entry = set.items[item]!;
  const threshold = thresholdFor(entry, sex);
  const shown = threshold ?? ("male" in entry ? entry.male : entry);
  const base = { unit: shown.unit, evidence: evidenceOf(shown), thresholds: set.name };
  if (value === null) return { ...base, class: null, reason: "no-value" };
  finite(value, "value");
  if (threshold === null) return { ...base, class: null, reason: "sex-needed" };
  if (threshold.referral !== null && reached(value, threshold.referral)) {
    return { ...base, class: "referral", reason: null };
  }
  return { ...base, class: reached(value, threshold.guidance) ? "guidance" : "normal", reason: null };
}

function thresholdFor(
  entry: ItemThreshold | { male: ItemThreshold; female: ItemThreshold },
  sex: Sex | null,
): ItemThreshold | null {
  if (!("male" in entry)) return entry;
  return sex === null ? null : entry[sex];
}

function reached(value: number, limit: Limit): boolean {
  if (limit.compare === ">=") return value >= limit.value;
  return limit.compare === "<" ? value < limit.value : value <= limit.value;
}

/** The less sure of the two thresholds speaks for both. */
function evidenceOf(threshold: ItemThreshold): Limit["evidence"] {
  const { guidance, referral } = threshold;
  if (referral === null) return guidance.evidence;
  return RANK[referral.evidence] > RANK[guidance.evidence] ? referral.evidence : guidance.evidence;
}
