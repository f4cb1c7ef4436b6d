import { METABOLIC_CHECKUP_2024, type MetabolicCriteria } from "../../data/metabolic-syndrome.ts";
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

export interface MetabolicResult {
  /** met 基準該当, preliminary 予備群該当, none 非該当; null: a missing value could change it. */
  readonly result: "met" | "preliminary" | "none" | null;
  readonly waist: Truth;
  readonly glucose: Truth;
  readonly lipids: Truth;
  readonly bloodPressure: Truth;
  readonly items: number | null;
  readonly criteria: string;
}

/**
 * Metabolic syndrome as judged at specific health checkups (メタボリックシンドローム判定).
 *
 * Required: waist or visceral fat. Then glucose (fasting glucose; HbA1c only if that is missing), lipids
 * and blood pressure, each also met by medicine for it where the criteria say so: two or more → met, one →
 * preliminary, else none. Body mass index and smoking play no part; the glucose thresholds are not those
 * of the guidance stratification.
 *
 * Refused: `sex` other than male or female; `age` that is no whole number of years; a measured value
 * that is not a finite number above zero.
 *
 * Source: data/metabolic-syndrome.ts.
 */
export function metabolicSyndrome(
  input: CheckupValues,
  criteria: MetabolicCriteria = METABOLIC_CHECKUP_2024,
): MetabolicResult {
  const values = checkedValues(input);
  const drug = (taken: Truth): Truth => (criteria.medicationCounts ? taken : false);
  const waist = centralObesity(values, criteria);
  const hba1c = criteria.hba1c === null ? null : atLeast(values.hba1c, criteria.hba1c);
  const glucose = either(
    atLeast(values.fastingGlucose, criteria.fastingGlucose) ?? hba1c,
    drug(values.medication.glucose),
  );
  const lipids = either(
    highTriglycerides(values, criteria.triglyceridesFasting, criteria.triglyceridesCasual),
    below(values.hdl, criteria.hdlBelow),
    drug(values.medication.lipids),
  );
  const bloodPressure = either(
    atLeast(values.systolic, criteria.systolic),
    atLeast(values.diastolic, criteria.diastolic),
    drug(values.medication.bloodPressure),
  );
  const items = [glucose, lipids, bloodPressure];
  const least = items.filter((item) => item === true).length;
  const most = least + items.filter((item) => item === null).length;
  return {
    result: judge(waist, least, most),
    waist,
    glucose,
    lipids,
    bloodPressure,
    items: least === most ? least : null,
    criteria: criteria.name,
  };
}

function judge(waist: Truth, least: number, most: number): MetabolicResult["result"] {
  if (waist === false || most === 0) return "none";
  if (waist === null) return null;
  if (least >= 2) return "met";
  return least === 1 && most === 1 ? "preliminary" : null;
}
