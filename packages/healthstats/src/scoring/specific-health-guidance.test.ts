import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { GUIDANCE_PERIOD_3 } from "../../data/specific-health-guidance.ts";
import type { CheckupValues } from "./checkup-values.ts";
import { person } from "./scoring-cases.ts";
import { specificHealthGuidance } from "./specific-health-guidance.ts";

const drugs = { bloodPressure: false, lipids: false, glucose: false };

describe("specificHealthGuidance", () => {
  it.each<[string, Partial<CheckupValues>, string | null]>([
    ["waist and two risks", { waistCm: 85, systolic: 130, triglycerides: 150 }, "intensive"],
    ["waist and one risk", { waistCm: 85, diastolic: 85 }, "motivational"],
    ["waist and smoking alone", { waistCm: 85, smoker: true }, "information"],
    ["waist, a risk and smoking", { waistCm: 85, hdl: 39, smoker: true }, "intensive"],
    ["body mass index and two risks", { bmi: 25, systolic: 130, fastingGlucose: 100 }, "motivational"],
    [
      "body mass index and three risks",
      { bmi: 25, systolic: 130, fastingGlucose: 100, hdl: 39 },
      "intensive",
    ],
    ["visceral fat overrules the waist", { waistCm: 90, visceralFatCm2: 99, systolic: 140 }, "information"],
    ["no more than motivational from 65", { age: 65, waistCm: 85, systolic: 130, hdl: 39 }, "motivational"],
    ["39 years", { age: 39 }, "out-of-scope"],
    ["75 years", { age: 75 }, "out-of-scope"],
    ["under treatment", { waistCm: 90, medication: { ...drugs, lipids: true } }, "excluded-medication"],
    ["woman below her waist threshold", { sex: "female", waistCm: 89.9, systolic: 140 }, "information"],
    [
      "glucose tests disagree: fasting glucose decides",
      { waistCm: 85, fastingGlucose: 99, hba1c: 5.6 },
      "information",
    ],
    [
      "HbA1c where fasting glucose is missing",
      { waistCm: 85, fastingGlucose: null, hba1c: 5.6 },
      "motivational",
    ],
    [
      "casual glucose where both are missing",
      { waistCm: 85, fastingGlucose: null, casualGlucose: 100 },
      "motivational",
    ],
    ["waist unknown, a risk found", { waistCm: null, systolic: 140 }, null],
    ["waist unknown, but nothing to count", { waistCm: null }, "information"],
    ["smoking unknown, where it decides", { waistCm: 85, systolic: 130, smoker: null }, null],
    ["blood pressure unknown, no obesity", { systolic: null, diastolic: null }, "information"],
    [
      "half of blood pressure unknown, the other high",
      { waistCm: 85, systolic: null, diastolic: 90 },
      "motivational",
    ],
    ["medicine unknown", { waistCm: 85, medication: { ...drugs, glucose: null } }, null],
  ])("%s", (_, changes, level) => {
    expect(specificHealthGuidance(person(changes)).level).toBe(level);
  });

  it("holds a casual triglyceride value against 175 in the fourth period and 150 in the third", () => {
    const values = person({ waistCm: 85, triglycerides: 160, triglyceridesFasting: false });
    expect(specificHealthGuidance(values).level).toBe("information");
    expect(specificHealthGuidance(values, { criteria: GUIDANCE_PERIOD_3 }).level).toBe("motivational");
  });

  it("cannot tell a triglyceride value of unknown timing between the thresholds", () => {
    expect(
      specificHealthGuidance(person({ triglycerides: 160, triglyceridesFasting: null })).lipids,
    ).toBeNull();
    expect(specificHealthGuidance(person({ triglycerides: 180, triglyceridesFasting: null })).lipids).toBe(
      true,
    );
  });

  it("never contradicts the full record when a value is taken away", () => {
    const keys = ["waistCm", "bmi", "systolic", "hdl", "fastingGlucose", "smoker", "triglycerides"] as const;
    const record = fc.record({
      waistCm: fc.integer({ min: 75, max: 100 }),
      bmi: fc.integer({ min: 20, max: 30 }),
      systolic: fc.integer({ min: 110, max: 150 }),
      hdl: fc.integer({ min: 30, max: 60 }),
      fastingGlucose: fc.integer({ min: 85, max: 120 }),
      triglycerides: fc.integer({ min: 80, max: 200 }),
      smoker: fc.boolean(),
      age: fc.integer({ min: 40, max: 74 }),
    });
    fc.assert(
      fc.property(record, fc.constantFrom(...keys), (values, key) => {
        const full = specificHealthGuidance(person(values)).level;
        const less = specificHealthGuidance(person({ ...values, [key]: null })).level;
        expect([full, null]).toContain(less);
      }),
      { seed: 4, numRuns: 500 },
    );
  });

  it.each<[string, Partial<CheckupValues>]>([
    ["age", { age: 52.5 }],
    ["waistCm", { waistCm: 0 }],
    ["hba1c", { hba1c: Number.NaN }],
    ["sex", { sex: "other" as never }],
  ])("refuses a wrong %s", (argument, changes) => {
    expect(() => specificHealthGuidance(person(changes))).toThrow(expect.objectContaining({ argument }));
  });
});
