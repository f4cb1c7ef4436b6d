import type { CheckupValues, Sex } from "../../src/scoring/checkup-values.ts";

/** The neutral checkup record that the stratification and the metabolic-syndrome vectors share. */
export function checkupValues(inputs: Record<string, unknown>): CheckupValues {
  const number = (key: string): number | null => (typeof inputs[key] === "number" ? inputs[key] : null);
  const flag = (value: unknown): boolean | null => (typeof value === "boolean" ? value : null);
  const medication = (inputs.medication ?? {}) as Record<string, unknown>;
  return {
    sex: inputs.sex as Sex,
    age: inputs.age as number,
    waistCm: number("waist"),
    bmi: number("bmi"),
    visceralFatCm2: number("visceral_fat_area"),
    systolic: number("sbp"),
    diastolic: number("dbp"),
    triglycerides: number("tg"),
    triglyceridesFasting: flag(inputs.tg_fasting),
    hdl: number("hdl"),
    fastingGlucose: number("fpg"),
    hba1c: number("hba1c"),
    casualGlucose: number("casual_glucose"),
    smoker: flag(inputs.smoker),
    medication: {
      bloodPressure: flag(medication.bp),
      lipids: flag(medication.lipid),
      glucose: flag(medication.glucose),
    },
  };
}
