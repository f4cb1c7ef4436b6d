/**
 * What is counted of checkups. Definition 1: health guidance thresholds of the standard programme, fiscal 2024 edition;
 * criteria of metabolic syndrome and of guidance as `packages/healthstats` has them with their dates. A new definition is a
 * new number: figures made by an earlier one stay what they were.
 */
export const DEFINITION = 1;

export type CheckupIndicator = Readonly<{ key: string; label: string; note: string }>;
const indicator = (key: string, label: string, note = ""): CheckupIndicator => ({ key, label, note });

export const CHECKUP_INDICATORS = [
  indicator(
    "any_finding",
    "有所見（いずれか）",
    "血圧・脂質・血糖・肝機能・貧血・尿・心電図・胸部X線のいずれかに所見のある人（実人数）",
  ),
  indicator("obesity", "肥満（BMI 25以上）"),
  indicator("waist", "腹囲（男85cm・女90cm以上）"),
  indicator("blood_pressure", "血圧（130/85mmHg以上）"),
  indicator("lipids", "脂質", "中性脂肪150（随時175）以上、HDL40未満、LDL120以上のいずれか"),
  indicator("glucose", "血糖", "空腹時血糖100以上。ないときはHbA1c（NGSP）5.6以上、または随時血糖100以上"),
  indicator("liver", "肝機能", "AST31・ALT31・γ-GT51以上のいずれか"),
  indicator("kidney", "腎機能", "eGFR60未満、または尿蛋白（+）以上"),
  indicator("anaemia", "貧血", "血色素量 男13.0・女12.0以下"),
  indicator("urine_glucose", "尿糖（+）以上"),
  indicator("urine_protein", "尿蛋白（+）以上"),
  indicator("ecg", "心電図の所見"),
  indicator("chest_xray", "胸部X線の所見"),
  indicator("metabolic", "メタボリックシンドローム該当"),
  indicator("metabolic_preliminary", "メタボリックシンドローム予備群"),
  indicator("guidance_intensive", "積極的支援"),
  indicator("guidance_motivational", "動機付け支援"),
  indicator("smoking", "喫煙"),
  indicator("drinking", "毎日飲酒"),
  indicator("treated_blood_pressure", "血圧の薬を服用"),
  indicator("treated_glucose", "血糖の薬を服用"),
  indicator("treated_lipids", "脂質の薬を服用"),
  indicator("q4", "脳卒中の既往"),
  indicator("q5", "心臓病の既往"),
  indicator("q6", "慢性腎臓病の既往"),
  indicator("q7", "貧血の既往"),
  indicator("q9", "20歳から10kg以上の体重増加"),
  indicator("q10", "30分以上の運動習慣なし"),
  indicator("q11", "1日1時間以上の歩行なし"),
  indicator("q12", "歩く速度が遅い"),
  indicator("q13", "食事がかみにくい"),
  indicator("q14", "食べる速度が速い"),
  indicator("q15", "就寝前の夕食が週3回以上"),
  indicator("q16", "毎日間食"),
  indicator("q17", "朝食を抜くことが週3回以上"),
  indicator("q19", "飲酒量2合以上"),
  indicator("q20", "睡眠で休養がとれていない"),
  indicator("q21", "生活習慣を改善するつもりはない"),
  indicator(
    "q22",
    "保健指導を受けたことがある",
    "2024年度から。それより前の同じ列は保健指導の希望を確認したもののため、数えません",
  ),
] as const satisfies readonly CheckupIndicator[];

/** Measured values of which means are made, in the unit of their item. */
export const MEASURED = [
  "bmi",
  "waist",
  "sbp",
  "dbp",
  "tg_fasting",
  "hdl",
  "ldl",
  "fpg",
  "hba1c",
  "alt",
  "ggt",
  "egfr",
] as const;

export const measureKey = (item: string): string => `mean:${item}`;
export const INDICATOR_LABELS: Readonly<Record<string, string>> = Object.fromEntries(
  CHECKUP_INDICATORS.map(({ key, label }) => [key, label]),
);
