import { finite, refuse } from "../guards.ts";

export type Sex = "male" | "female";

/**
 * What one person's checkup found. `null` is "not measured" or "not answered" and is never filled in.
 * A triglyceride value taken less than 3.5 hours after a meal may not be used: pass null.
 */
export interface CheckupValues {
  readonly sex: Sex;
  /** Age reached by the end of the fiscal year (31 March). */
  readonly age: number;
  readonly waistCm: number | null;
  readonly bmi: number | null;
  /** Replaces the waist where it was measured. */
  readonly visceralFatCm2: number | null;
  readonly systolic: number | null;
  readonly diastolic: number | null;
  readonly triglycerides: number | null;
  /** True: ten hours or more after a meal. */
  readonly triglyceridesFasting: boolean | null;
  readonly hdl: number | null;
  readonly fastingGlucose: number | null;
  readonly hba1c: number | null;
  readonly casualGlucose: number | null;
  readonly smoker: boolean | null;
  readonly medication: {
    readonly bloodPressure: boolean | null;
    readonly lipids: boolean | null;
    readonly glucose: boolean | null;
  };
}

const MEASURES = [
  "waistCm",
  "bmi",
  "visceralFatCm2",
  "systolic",
  "diastolic",
  "triglycerides",
  "hdl",
  "fastingGlucose",
  "hba1c",
  "casualGlucose",
] as const;

/**
 * Refused: `sex` other than male or female (the criteria know no third); `age` that is no whole number
 * from 0 to 130; a measured value that is not a finite number above zero.
 */
export function checkedValues(values: CheckupValues): CheckupValues {
  if (values.sex !== "male" && values.sex !== "female") refuse("sex", "must be male or female");
  if (!Number.isInteger(values.age) || values.age < 0 || values.age > 130) {
    refuse("age", "must be a whole number of years from 0 to 130");
  }
  for (const key of MEASURES) {
    const value = values[key];
    if (value !== null && !(finite(value, key) > 0))
      refuse(key, "must be greater than zero, or null if not measured");
  }
  return values;
}

/** Yes, no, or cannot be told because a value is missing. */
export type Truth = boolean | null;

export function atLeast(value: number | null, threshold: number): Truth {
  return value === null ? null : value >= threshold;
}

export function below(value: number | null, threshold: number): Truth {
  return value === null ? null : value < threshold;
}

/** True once one is true; false only when all are known to be false. */
export function either(...truths: readonly Truth[]): Truth {
  if (truths.includes(true)) return true;
  return truths.includes(null) ? null : false;
}

/** Unknown timing is decided only where both thresholds agree. */
export function highTriglycerides(values: CheckupValues, fasting: number, casual: number): Truth {
  if (values.triglyceridesFasting === true) return atLeast(values.triglycerides, fasting);
  if (values.triglyceridesFasting === false) return atLeast(values.triglycerides, casual);
  const one = atLeast(values.triglycerides, fasting);
  return one === atLeast(values.triglycerides, casual) ? one : null;
}

/** Visceral fat area where measured, waist otherwise. */
export function centralObesity(
  values: CheckupValues,
  criteria: {
    readonly waistCm: { readonly male: number; readonly female: number };
    readonly visceralFatCm2: number;
  },
): Truth {
  if (values.visceralFatCm2 !== null) return values.visceralFatCm2 >= criteria.visceralFatCm2;
  return atLeast(values.waistCm, criteria.waistCm[values.sex]);
}
