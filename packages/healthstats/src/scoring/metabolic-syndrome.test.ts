import { describe, expect, it } from "vitest";
import { METABOLIC_CHECKUP_2008, METABOLIC_CLINICAL_2005 } from "../../data/metabolic-syndrome.ts";
import type { CheckupValues } from "./checkup-values.ts";
import { metabolicSyndrome } from "./metabolic-syndrome.ts";
import { person } from "./scoring-cases.ts";

const none = { bloodPressure: false, lipids: false, glucose: false };

describe("metabolicSyndrome", () => {
  it.each<[string, Partial<CheckupValues>, string | null]>([
    ["no waist", { systolic: 150, triglycerides: 300, fastingGlucose: 130 }, "none"],
    ["waist and one item", { waistCm: 85, systolic: 140 }, "preliminary"],
    [
      "fasting glucose of 109 is no item here",
      { waistCm: 85, systolic: 140, fastingGlucose: 109 },
      "preliminary",
    ],
    ["waist and two items", { waistCm: 85, systolic: 140, fastingGlucose: 110 }, "met"],
    [
      "HbA1c does not count beside fasting glucose",
      { waistCm: 85, systolic: 140, hba1c: 6.3 },
      "preliminary",
    ],
    ["HbA1c alone counts", { waistCm: 85, systolic: 140, fastingGlucose: null, hba1c: 6.0 }, "met"],
    ["medicine counts", { waistCm: 88, medication: { ...none, bloodPressure: true } }, "preliminary"],
    ["waist unknown, something found", { waistCm: null, systolic: 140 }, null],
    ["lipids unknown, one item found", { waistCm: 85, systolic: 140, triglycerides: null }, null],
    [
      "lipids unknown, two items found",
      { waistCm: 85, systolic: 140, fastingGlucose: 110, hdl: null },
      "met",
    ],
  ])("%s", (_, changes, result) => {
    expect(metabolicSyndrome(person(changes)).result).toBe(result);
  });

  it("reads the definition it is given", () => {
    const casual = person({ waistCm: 85, triglycerides: 160, triglyceridesFasting: false });
    expect(metabolicSyndrome(casual).result).toBe("none");
    expect(metabolicSyndrome(casual, METABOLIC_CHECKUP_2008).result).toBe("preliminary");
    const treated = person({ waistCm: 85, hba1c: 7, medication: { ...none, glucose: true } });
    expect(metabolicSyndrome(treated).result).toBe("preliminary");
    expect(metabolicSyndrome(treated, METABOLIC_CLINICAL_2005).result).toBe("none");
  });
});
