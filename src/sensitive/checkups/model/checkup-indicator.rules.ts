import {
  CHECKUP_THRESHOLDS_2024,
  type CheckupValues,
  type ItemThreshold,
  metabolicSyndrome,
  specificHealthGuidance,
} from "@yui/healthstats";
import { CHECKUP_ITEMS } from "../data/checkup-item.schema.ts";
import { CHECKUP_INDICATORS } from "./checkup-indicator.schema.ts";
import { type CheckupValue, isBound, rangeOf } from "./checkup-value.rules.ts";

/** Of whom the values are; `casual` where they were taken after a meal, `unusable` within three and a half hours of one. */
export type Examined = Readonly<{
  sex: 1 | 2;
  ageAtEnd: number;
  examDay: string;
  meal: "fasting" | "casual" | "unusable" | undefined;
}>;

const AT = new Map(CHECKUP_ITEMS.map(({ key }, at) => [key, at]));
/** Where an item stands among the values of a record. */
export const itemAt = (key: string): number => AT.get(key)!;

const I = Object.fromEntries(AT) as Readonly<Record<string, number>>;
const POSITION = new Map<string, number>(CHECKUP_INDICATORS.map(({ key }, at) => [key, at]));
const at = (key: (typeof CHECKUP_INDICATORS)[number]["key"]) => POSITION.get(key)!;

type Truth = -1 | 0 | 1;
/** One for each indicator: 1 found, 0 not found, -1 not judged. */
export type Findings = Int8Array;
/** Of more bounds than these not all ends are tried. */
const MOST_BOUNDS = 6;
/** What is judged by the answers to the questionnaire alone, which are no bounds. */
const ASKED = CHECKUP_INDICATORS.map(({ key }) => /^(q\d|smoking$|drinking$|treated_)/.test(key));

/**
 * What was found, where every value that the record may hold says the same: of a bound both ends are tried, and an
 * indicator on which they differ is not judged. With more bounds than can be tried, only the questions are.
 */
export function findingsOf(person: Examined, values: readonly (CheckupValue | undefined)[]): Findings {
  const numbers = new Float64Array(CHECKUP_ITEMS.length).fill(Number.NaN);
  const bounds: number[] = [];
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (!value) continue;
    if (isBound(value.mark)) bounds.push(i);
    else numbers[i] = value.number;
  }
  if (bounds.length === 0) return judge(person, numbers);
  if (bounds.length > MOST_BOUNDS) return judge(person, numbers).map((one, i) => (ASKED[i] ? one : -1));
  let agreed: Findings | undefined;
  for (let ends = 0; ends < 1 << bounds.length; ends++) {
    bounds.forEach((i, bit) => {
      numbers[i] = rangeOf(values[i]!)![(ends >> bit) & 1]!;
    });
    const found = judge(person, numbers);
    agreed ??= found;
    for (let i = 0; i < found.length; i++) if (found[i] !== agreed[i]) agreed[i] = -1;
  }
  return agreed!;
}

const { items: LIMITS } = CHECKUP_THRESHOLDS_2024;
const guidance = (key: string) => (LIMITS[key] as ItemThreshold).guidance.value;
const LIMIT = {
  systolic: guidance("systolic"),
  diastolic: guidance("diastolic"),
  tgFasting: guidance("triglyceridesFasting"),
  tgCasual: guidance("triglyceridesCasual"),
  hdl: guidance("hdl"),
  ldl: guidance("ldl"),
  fpg: guidance("fastingGlucose"),
  casual: guidance("casualGlucose"),
  hba1c: guidance("hba1c"),
  ast: guidance("ast"),
  alt: guidance("alt"),
  ggt: guidance("gammaGt"),
  egfr: guidance("egfr"),
} as const;
const HEMOGLOBIN = LIMITS.haemoglobin as { male: ItemThreshold; female: ItemThreshold };
const OBESE = 25;
const WAIST = { 1: 85, 2: 90 } as const;
/** From this day on question 22 asks whether guidance was had; before it asked for the wish. Source: 第4期の標準的な質問票. */
const QUESTIONS_2024 = "2024-04-01";
const NGSP_FROM = "2013-04-01";

const least = (value: number, limit: number): Truth => (Number.isNaN(value) ? -1 : value >= limit ? 1 : 0);
const below = (value: number, limit: number): Truth => (Number.isNaN(value) ? -1 : value < limit ? 1 : 0);
const most = (value: number, limit: number): Truth => (Number.isNaN(value) ? -1 : value <= limit ? 1 : 0);
/** Found where one is; not found where those that were judged are not; a missing one is not held against it. */
const any = (...truths: readonly Truth[]): Truth => {
  let judged: Truth = -1;
  for (const one of truths) {
    if (one === 1) return 1;
    if (one === 0) judged = 0;
  }
  return judged;
};
const answered = (value: number, ...wanted: readonly number[]): Truth =>
  Number.isNaN(value) ? -1 : wanted.includes(value) ? 1 : 0;
const first = (...values: readonly number[]): number =>
  values.find((value) => !Number.isNaN(value)) ?? Number.NaN;

/** Values as they are judged: the blood pressure that was reported, else the second, else the first; fasting apart from casual. */
export function judgedValues({ meal, examDay }: Pick<Examined, "meal" | "examDay">, n: Float64Array) {
  const get = (key: string) => n[I[key]!]!;
  const usable = meal !== "unusable";
  const casual = meal === "casual";
  const fasting = (key: string) => (usable && !casual ? get(key) : Number.NaN);
  const taken = (key: string, of: string) =>
    usable ? first(get(key), casual ? get(of) : Number.NaN) : Number.NaN;
  const height = get("height");
  return {
    sbp: first(get("sbp"), get("sbp_2"), get("sbp_1")),
    dbp: first(get("dbp"), get("dbp_2"), get("dbp_1")),
    bmi: first(get("bmi"), get("weight") / (height / 100) ** 2),
    tgFasting: fasting("tg_fasting"),
    tgCasual: taken("tg_casual", "tg_fasting"),
    fpg: fasting("fpg"),
    casualGlucose: taken("casual_glucose", "fpg"),
    // JDS and NGSP are two scales: what may be either is not judged.
    hba1c: examDay >= NGSP_FROM ? get("hba1c") : Number.NaN,
  };
}

function judge(person: Examined, n: Float64Array): Findings {
  const get = (key: string) => n[I[key]!]!;
  const v = judgedValues(person, n);
  const found = new Int8Array(CHECKUP_INDICATORS.length).fill(-1);
  const set = (key: Parameters<typeof at>[0], truth: Truth) => {
    found[at(key)] = truth;
    return truth;
  };
  const pressure = set("blood_pressure", any(least(v.sbp, LIMIT.systolic), least(v.dbp, LIMIT.diastolic)));
  const lipids = set(
    "lipids",
    any(
      least(v.tgFasting, LIMIT.tgFasting),
      least(v.tgCasual, LIMIT.tgCasual),
      below(get("hdl"), LIMIT.hdl),
      least(get("ldl"), LIMIT.ldl),
    ),
  );
  const glucose = set(
    "glucose",
    !Number.isNaN(v.fpg)
      ? least(v.fpg, LIMIT.fpg)
      : !Number.isNaN(v.hba1c)
        ? least(v.hba1c, LIMIT.hba1c)
        : least(v.casualGlucose, LIMIT.casual),
  );
  const liver = set(
    "liver",
    any(least(get("ast"), LIMIT.ast), least(get("alt"), LIMIT.alt), least(get("ggt"), LIMIT.ggt)),
  );
  const protein = set("urine_protein", least(get("urine_protein"), 2));
  set("kidney", any(below(get("egfr"), LIMIT.egfr), protein));
  const sexed = person.sex === 1 ? HEMOGLOBIN.male : HEMOGLOBIN.female;
  const anaemia = set("anaemia", most(get("hemoglobin"), sexed.guidance.value));
  const sugar = set("urine_glucose", least(get("urine_glucose"), 2));
  const ecg = set("ecg", least(get("ecg"), 1));
  const xray = set("chest_xray", least(get("chest_xray"), 1));
  set("any_finding", any(pressure, lipids, glucose, liver, protein, anaemia, sugar, ecg, xray));
  set("obesity", least(v.bmi, OBESE));
  set("waist", least(get("waist"), WAIST[person.sex]));
  syndrome(person, n, v, set);
  set("smoking", answered(get("q8"), 1));
  set("drinking", answered(get("q18"), 1));
  set("treated_blood_pressure", answered(get("q1"), 1));
  set("treated_glucose", answered(get("q2"), 1));
  set("treated_lipids", answered(get("q3"), 1));
  for (const key of ["q4", "q5", "q6", "q7", "q9", "q14", "q15", "q16", "q17", "q21"] as const)
    set(key, answered(get(key), 1));
  for (const key of ["q10", "q11", "q12", "q20"] as const) set(key, answered(get(key), 2));
  set("q13", answered(get("q13"), 2, 3));
  set("q19", answered(get("q19"), 3, 4, 5));
  if (person.examDay >= QUESTIONS_2024) set("q22", answered(get("q22"), 1));
  return found;
}

const orNull = (value: number) => (value > 0 ? value : null);
const yes = (value: number) => (Number.isNaN(value) ? null : value === 1);

function syndrome(
  person: Examined,
  n: Float64Array,
  v: ReturnType<typeof judgedValues>,
  set: (key: Parameters<typeof at>[0], truth: Truth) => Truth,
): void {
  const get = (key: string) => n[I[key]!]!;
  if (Number.isNaN(get("waist")) && Number.isNaN(v.bmi) && Number.isNaN(get("visceral_fat"))) return;
  const input: CheckupValues = {
    sex: person.sex === 1 ? "male" : "female",
    age: person.ageAtEnd,
    waistCm: orNull(get("waist")),
    bmi: orNull(v.bmi),
    visceralFatCm2: orNull(get("visceral_fat")),
    systolic: orNull(v.sbp),
    diastolic: orNull(v.dbp),
    triglycerides: orNull(first(v.tgFasting, v.tgCasual)),
    triglyceridesFasting: !Number.isNaN(v.tgFasting) ? true : !Number.isNaN(v.tgCasual) ? false : null,
    hdl: orNull(get("hdl")),
    fastingGlucose: orNull(v.fpg),
    hba1c: orNull(v.hba1c),
    casualGlucose: orNull(v.casualGlucose),
    smoker: yes(get("q8")),
    medication: { bloodPressure: yes(get("q1")), lipids: yes(get("q3")), glucose: yes(get("q2")) },
  };
  const { result } = metabolicSyndrome(input);
  if (result !== null) {
    set("metabolic", result === "met" ? 1 : 0);
    set("metabolic_preliminary", result === "preliminary" ? 1 : 0);
  }
  const { level } = specificHealthGuidance(input);
  if (level === null || level === "out-of-scope") return;
  set("guidance_intensive", level === "intensive" ? 1 : 0);
  set("guidance_motivational", level === "motivational" ? 1 : 0);
}
