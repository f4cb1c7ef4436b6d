/**
 * From where on the national specific checkup (特定健診, 4th period, since April 2024) advises to act: 保健指導判定値. Source:
 * 標準的な健診・保健指導プログラム, as printed by insurers; of items whose value was not seen in print none stands here.
 */
export const REFERENCE_SET = "特定健診 第4期（2024年4月〜）保健指導判定値";

const VALUES: Readonly<Record<string, string>> = {
  bmi: "25以上",
  waist: "男85以上・女90以上",
  sbp: "130以上",
  dbp: "85以上",
  tg_fasting: "150以上",
  tg_casual: "175以上",
  hdl: "40未満",
  ldl: "120以上",
  non_hdl: "150以上",
  fpg: "100以上",
  casual_glucose: "100以上",
  hba1c: "5.6以上",
};

export const referenceOf = (item: string): string => VALUES[item] ?? "";
