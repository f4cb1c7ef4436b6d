/**
 * Thresholds of checkup items: from which value health guidance (保健指導判定値) and from which value a
 * visit to a doctor (受診勧奨判定値) is advised.
 *
 * `evidence` says how sure the value is: `read` in the source, `assumption` from general knowledge,
 * `conflict` where sources disagree. A page that shows a class prints it.
 */
export interface Limit {
  readonly compare: ">=" | "<" | "<=";
  readonly value: number;
  readonly evidence: "read" | "assumption" | "conflict";
}

export interface ItemThreshold {
  readonly unit: string;
  readonly guidance: Limit;
  readonly referral: Limit | null;
}

export interface ThresholdSet {
  readonly name: string;
  readonly validFrom: string;
  readonly source: string;
  /** One threshold for both sexes, or one for each. */
  readonly items: Readonly<Record<string, ItemThreshold | { male: ItemThreshold; female: ItemThreshold }>>;
}

type Evidence = Limit["evidence"];
type Compare = Limit["compare"];

function item(
  unit: string,
  compare: Compare,
  guidance: number,
  referral: number | null,
  evidence: Evidence = "read",
  referralEvidence: Evidence = evidence,
): ItemThreshold {
  return {
    unit,
    guidance: { compare, value: guidance, evidence },
    referral: referral === null ? null : { compare, value: referral, evidence: referralEvidence },
  };
}

export const CHECKUP_THRESHOLDS_2024: ThresholdSet = {
  name: "checkup-thresholds-2024",
  validFrom: "2024-04-01",
  source:
    "Ministry of Health, Labour and Welfare, standard programme of checkups and health guidance, fiscal 2024 edition; leaflets of checkup institutions",
  items: {
    systolic: item("mmHg", ">=", 130, 140),
    diastolic: item("mmHg", ">=", 85, 90),
    triglyceridesFasting: item("mg/dL", ">=", 150, 300),
    triglyceridesCasual: item("mg/dL", ">=", 175, 300),
    // A leaflet of 2024 prints a referral value below 35; whether the programme still has one is unclear.
    hdl: item("mg/dL", "<", 40, 35, "read", "conflict"),
    ldl: item("mg/dL", ">=", 120, 140),
    nonHdl: item("mg/dL", ">=", 150, 170),
    fastingGlucose: item("mg/dL", ">=", 100, 126),
    casualGlucose: item("mg/dL", ">=", 100, 126),
    hba1c: item("%", ">=", 5.6, 6.5),
    ast: item("U/L", ">=", 31, 51, "assumption"),
    alt: item("U/L", ">=", 31, 51, "assumption"),
    gammaGt: item("U/L", ">=", 51, 101, "assumption"),
    egfr: item("mL/min/1.73m2", "<", 60, 45),
    haemoglobin: {
      male: item("g/dL", "<=", 13, 12, "assumption"),
      female: item("g/dL", "<=", 12, 11, "assumption"),
    },
    bmi: item("kg/m2", ">=", 25, null),
    waist: { male: item("cm", ">=", 85, null), female: item("cm", ">=", 90, null) },
  },
};
