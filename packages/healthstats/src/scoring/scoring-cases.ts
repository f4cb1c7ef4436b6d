import type { CheckupValues } from "./checkup-values.ts";

/** A man of 52 with nothing found; cases change what they are about. */
export function person(changes: Partial<CheckupValues> = {}): CheckupValues {
  return {
    sex: "male",
    age: 52,
    waistCm: 84,
    bmi: 23,
    visceralFatCm2: null,
    systolic: 118,
    diastolic: 74,
    triglycerides: 90,
    triglyceridesFasting: true,
    hdl: 55,
    fastingGlucose: 92,
    hba1c: null,
    casualGlucose: null,
    smoker: false,
    medication: { bloodPressure: false, lipids: false, glucose: false },
    ...changes,
  };
}
