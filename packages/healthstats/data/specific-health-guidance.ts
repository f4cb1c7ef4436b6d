/**
 * Criteria of the stratification for specific health guidance (特定保健指導の階層化), by period of the
 * programme. Thresholds are "at least" unless the name says otherwise.
 */
export interface GuidanceCriteria {
  readonly name: string;
  readonly period: 3 | 4;
  /** First day of validity; the fiscal year of the checkup decides. */
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly source: string;
  /** False where a threshold was taken over from general knowledge and not read in the source. */
  readonly verified: boolean;
  readonly ages: { readonly from: number; readonly to: number; readonly noIntensiveFrom: number };
  readonly waistCm: { readonly male: number; readonly female: number };
  readonly visceralFatCm2: number;
  readonly bmi: number;
  readonly systolic: number;
  readonly diastolic: number;
  readonly triglyceridesFasting: number;
  readonly triglyceridesCasual: number;
  readonly hdlBelow: number;
  readonly fastingGlucose: number;
  readonly hba1c: number;
  readonly casualGlucose: number;
}

const shared = {
  ages: { from: 40, to: 74, noIntensiveFrom: 65 },
  waistCm: { male: 85, female: 90 },
  visceralFatCm2: 100,
  bmi: 25,
  systolic: 130,
  diastolic: 85,
  triglyceridesFasting: 150,
  hdlBelow: 40,
  fastingGlucose: 100,
  hba1c: 5.6,
  casualGlucose: 100,
} as const;

export const GUIDANCE_PERIOD_4: GuidanceCriteria = {
  ...shared,
  name: "specific-health-guidance-period-4",
  period: 4,
  validFrom: "2024-04-01",
  validTo: "2030-03-31",
  triglyceridesCasual: 175,
  source:
    "Ministry of Health, Labour and Welfare, standard programme of checkups and health guidance, fiscal 2024 edition",
  verified: true,
};

/** Before fiscal 2024 a triglyceride value was held against 150 however long after a meal it was taken. */
export const GUIDANCE_PERIOD_3: GuidanceCriteria = {
  ...shared,
  name: "specific-health-guidance-period-3",
  period: 3,
  validFrom: "2018-04-01",
  validTo: "2024-03-31",
  triglyceridesCasual: 150,
  source:
    "Ministry of Health, Labour and Welfare, standard programme of checkups and health guidance, fiscal 2018 edition (the casual threshold is the difference to the fourth period; the rest assumed unchanged)",
  verified: false,
};
