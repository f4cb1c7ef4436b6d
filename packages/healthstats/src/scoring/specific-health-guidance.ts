import { GUIDANCE_PERIOD_4, type GuidanceCriteria } from "../../data/specific-health-guidance.ts";
import {
  atLeast,
  below,
  type CheckupValues,
  centralObesity,
  checkedValues,
  either,
  highTriglycerides,
  type Truth,
} from "./checkup-values.ts";

export type GuidanceLevel =
  | "intensive" // 積極的支援
  | "motivational" // 動機付け支援
  | "information" // 情報提供
  | "excluded-medication" // 服薬中のため対象外
  | "out-of-scope"; // 40–74歳以外

export interface GuidanceOptions {
  readonly criteria?: GuidanceCriteria;
  /** Both glucose tests measured: fasting glucose decides (default), or either may. */
  readonly glucosePriority?: "fasting-glucose" | "either";
}

export interface GuidanceResult {
  /** Null: a missing value could change the level, so it is not judged. */
  readonly level: GuidanceLevel | null;
  /** 1 waist or visceral fat, 2 body mass index, 0 neither. */
  readonly obesityStep: 0 | 1 | 2 | null;
  readonly bloodPressure: Truth;
  readonly lipids: Truth;
  readonly glucose: Truth;
  /** Smoking included where it counts. */
  readonly riskCount: number | null;
  readonly criteria: string;
}

/**
 * Stratification for specific health guidance (特定保健指導の階層化).
 *
 * Step 1: waist (or visceral fat) reaches its threshold → group 1; else body mass index → group 2; else
 * none. Step 2 counts risks: blood pressure, lipids, glucose, and smoking if there is one of the three.
 * Step 3: group 1 with two or more → intensive, one → motivational; group 2 with three or more →
 * intensive, one or two → motivational; otherwise information. Step 4: from age 65 motivational is the
 * most; who takes medicine for one of the three is no target.
 *
 * A missing value is carried through as "unknown": the level is given only if every value it could have
 * had leads to the same one.
 *
 * Refused: `sex` other than male or female; `age` that is no whole number of years; a measured value
 * that is not a finite number above zero.
 *
 * Source: data/specific-health-guidance.ts.
 */
export function specificHealthGuidance(input: CheckupValues, options: GuidanceOptions = {}): GuidanceResult {
  const values = checkedValues(input);
  const criteria = options.criteria ?? GUIDANCE_PERIOD_4;
  const { from, to, noIntensiveFrom } = criteria.ages;
  if (values.age < from || values.age > to) {
    return {
      level: "out-of-scope",
      obesityStep: null,
      bloodPressure: null,
      lipids: null,
      glucose: null,
      riskCount: null,
      criteria: criteria.name,
    };
  }
  const bloodPressure = either(
    atLeast(values.systolic, criteria.systolic),
    atLeast(values.diastolic, criteria.diastolic),
  );
  const lipids = either(
    highTriglycerides(values, criteria.triglyceridesFasting, criteria.triglyceridesCasual),
    below(values.hdl, criteria.hdlBelow),
  );
  const glucose = glucoseRisk(values, criteria, options.glucosePriority ?? "fasting-glucose");
  const steps = possibleSteps(centralObesity(values, criteria), atLeast(values.bmi, criteria.bmi));
  const counts = possibleCounts([bloodPressure, lipids, glucose], values.smoker);
  const medicated = either(
    values.medication.bloodPressure,
    values.medication.lipids,
    values.medication.glucose,
  );

  const levels = new Set<GuidanceLevel>();
  if (medicated !== false) levels.add("excluded-medication");
  if (medicated !== true) {
    for (const step of steps) {
      for (const count of counts) levels.add(levelFor(step, count, values.age >= noIntensiveFrom));
    }
  }
  return {
    level: only(levels),
    obesityStep: only(steps),
    bloodPressure,
    lipids,
    glucose,
    riskCount: only(counts),
    criteria: criteria.name,
  };
}

function glucoseRisk(values: CheckupValues, criteria: GuidanceCriteria, priority: string): Truth {
  const fasting = atLeast(values.fastingGlucose, criteria.fastingGlucose);
  const hba1c = atLeast(values.hba1c, criteria.hba1c);
  if (fasting === null && hba1c === null) return atLeast(values.casualGlucose, criteria.casualGlucose);
  if (priority === "either") return fasting === true || hba1c === true;
  return fasting ?? hba1c;
}

function possibleSteps(central: Truth, bmi: Truth): Set<0 | 1 | 2> {
  const steps = new Set<0 | 1 | 2>();
  if (central !== false) steps.add(1);
  if (central !== true && bmi !== false) steps.add(2);
  if (central !== true && bmi !== true) steps.add(0);
  return steps;
}

/** Every number of risks that the unknown ones leave open. */
function possibleCounts(risks: readonly Truth[], smoker: Truth): Set<number> {
  const known = risks.filter((risk) => risk === true).length;
  const unknown = risks.filter((risk) => risk === null).length;
  const counts = new Set<number>();
  for (let n = known; n <= known + unknown; n++) {
    if (n === 0 || smoker !== true) counts.add(n);
    if (n > 0 && smoker !== false) counts.add(n + 1);
  }
  return counts;
}

function levelFor(step: 0 | 1 | 2, risks: number, noIntensive: boolean): GuidanceLevel {
  if (step === 0 || risks === 0) return "information";
  const intensive = risks >= (step === 1 ? 2 : 3);
  return intensive && !noIntensive ? "intensive" : "motivational";
}

function only<T>(values: ReadonlySet<T>): T | null {
  const [first] = values;
  return values.size === 1 && first !== undefined ? first : null;
}
