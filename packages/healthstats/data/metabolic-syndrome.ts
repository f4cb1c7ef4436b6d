/** Criteria of metabolic syndrome as judged in Japan. Thresholds are "at least" unless the name says otherwise. */
export interface MetabolicCriteria {
  readonly name: string;
  readonly validFrom: string;
  readonly source: string;
  readonly verified: boolean;
  readonly waistCm: { readonly male: number; readonly female: number };
  readonly visceralFatCm2: number;
  readonly systolic: number;
  readonly diastolic: number;
  readonly triglyceridesFasting: number;
  readonly triglyceridesCasual: number;
  readonly hdlBelow: number;
  readonly fastingGlucose: number;
  /** Held against only when no fasting glucose was measured; null where the definition knows no HbA1c. */
  readonly hba1c: number | null;
  readonly medicationCounts: boolean;
}

const shared = {
  waistCm: { male: 85, female: 90 },
  visceralFatCm2: 100,
  systolic: 130,
  diastolic: 85,
  triglyceridesFasting: 150,
  hdlBelow: 40,
  fastingGlucose: 110,
} as const;

/** As judged at specific health checkups until fiscal 2023: one triglyceride threshold. */
export const METABOLIC_CHECKUP_2008: MetabolicCriteria = {
  ...shared,
  name: "metabolic-syndrome-checkup-2008",
  validFrom: "2008-04-01",
  source:
    "Specific health checkups, judgement of metabolic syndrome; Health Center of the University of Tokyo",
  verified: true,
  triglyceridesCasual: 150,
  hba1c: 6.0,
  medicationCounts: true,
};

/** From fiscal 2024, with the casual triglyceride threshold of the fourth period (assumed to hold here too). */
export const METABOLIC_CHECKUP_2024: MetabolicCriteria = {
  ...METABOLIC_CHECKUP_2008,
  name: "metabolic-syndrome-checkup-2024",
  validFrom: "2024-04-01",
  verified: false,
  triglyceridesCasual: 175,
};

/** The clinical definition that eight societies agreed on in 2005: no HbA1c, no medication in the tables. */
export const METABOLIC_CLINICAL_2005: MetabolicCriteria = {
  ...shared,
  name: "metabolic-syndrome-clinical-2005",
  validFrom: "2005-04-01",
  source:
    "Definition and diagnostic criteria of metabolic syndrome in Japan, joint committee of eight societies, 2005",
  verified: false,
  triglyceridesCasual: 150,
  hba1c: null,
  medicationCounts: false,
};
