import { METABOLIC_CHECKUP_2008, METABOLIC_CLINICAL_2005 } from "../../data/metabolic-syndrome.ts";
import { metabolicSyndrome } from "../../src/scoring/metabolic-syndrome.ts";
import { checkupValues } from "./checkup-inputs.ts";

/**
 * The vectors' formula knows one triglyceride threshold (150), as the checkup criteria had until fiscal
 * 2023; `params.definition` names the clinical definition of 2005 where that is meant.
 */
export function metabolicSyndromeJapan(
  inputs: Record<string, unknown>,
  params: Record<string, unknown>,
): Record<string, unknown> {
  const definition = typeof params.definition === "string" ? params.definition : "";
  const clinical = /2005|clinical|societ/.test(definition);
  const result = metabolicSyndrome(
    checkupValues(inputs),
    clinical ? METABOLIC_CLINICAL_2005 : METABOLIC_CHECKUP_2008,
  );
  return {
    waist: result.waist,
    glucose: result.glucose,
    lipid: result.lipids,
    bp: result.bloodPressure,
    items: result.items,
    result: result.result,
  };
}
