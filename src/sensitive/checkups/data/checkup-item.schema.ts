/**
 * What checkups measure, by the names and codes under which files bring it. Edition 2026-10: names of four layouts in use
 * between 2017 and 2024 (two of a health insurance society, two of employers), codes of the national list of specific
 * checkups, 4th period (2024 to 2029): the first five characters, and the mark 1299 at the sixth to ninth for what was
 * taken after a meal. `possible`: outside of it a value is a slip. `usual`: outside of it somebody confirms it.
 */
export type ItemKind = "number" | "sign" | "answer" | "finding" | "judgement";
export type ItemGroup = "body" | "pressure" | "blood" | "urine" | "findings" | "questionnaire" | "judgement";
export type CheckupItem = Readonly<{
  key: string;
  label: string;
  kind: ItemKind;
  group: ItemGroup;
  unit: string;
  names: readonly string[];
  codes: readonly string[];
  possible?: readonly [number, number];
  usual?: readonly [number, number];
}>;

/** key; label; group (with the kind, where it is no number); unit; possible; usual; codes; other names */
const ROWS = `
height; 身長; body; cm; 100~220; 130~200; 9N001
weight; 体重; body; kg; 20~250; 30~150; 9N006
bmi; BMI; body; kg/m2; 8~90; 13~50; 9N011; BMI値
visceral_fat; 内臓脂肪面積; body; cm2; 1~600; 5~350; 9N021
waist; 腹囲; body; cm; 40~200; 50~150; 9N016; 腹囲（実測）|腹囲（自己判定）|腹囲（自己申告）
sbp; 収縮期血圧; pressure; mmHg; 50~300; 80~220; 9A755; 血圧（収縮期）|収縮期血圧（報告値）|収縮期血圧（その他）|最高血圧
sbp_2; 収縮期血圧（2回目）; pressure; mmHg; 50~300; 80~220; 9A752; 収縮期血圧2回目
sbp_1; 収縮期血圧（1回目）; pressure; mmHg; 50~300; 80~220; 9A751; 収縮期血圧1回目
dbp; 拡張期血圧; pressure; mmHg; 20~200; 40~130; 9A765; 血圧（拡張期）|拡張期血圧（報告値）|拡張期血圧（その他）|最低血圧
dbp_2; 拡張期血圧（2回目）; pressure; mmHg; 20~200; 40~130; 9A762; 拡張期血圧2回目
dbp_1; 拡張期血圧（1回目）; pressure; mmHg; 20~200; 40~130; 9A761; 拡張期血圧1回目
total_cholesterol; 総コレステロール; blood; mg/dL; 20~1000; 80~400; 3F050
tg_fasting; 空腹時中性脂肪; blood; mg/dL; 5~15000; 20~1500; 3F015; 中性脂肪|空腹時中性脂肪（トリグリセリド）|トリグリセリド
tg_casual; 随時中性脂肪; blood; mg/dL; 5~15000; 20~1500; 3F015:1299; 随時中性脂肪（トリグリセリド）
hdl; HDLコレステロール; blood; mg/dL; 5~250; 20~150; 3F070; HDL・CO
ldl; LDLコレステロール; blood; mg/dL; 5~700; 30~350; 3F077; LDL・CO
non_hdl; Non-HDLコレステロール; blood; mg/dL; 10~900; 40~400; 3F069; Non・HDLCO
ast; AST; blood; U/L; 1~5000; 5~500; 3B035; AST（GOT）|GOT（AST）|GOT
alt; ALT; blood; U/L; 1~5000; 2~500; 3B045; ALT（GPT）|GPT（ALT）|GPT
ggt; γ-GT; blood; U/L; 1~10000; 3~1500; 3B090; γ・GTP|γ-GTP|γ-GT（γ-GTP）
creatinine; 血清クレアチニン; blood; mg/dL; 0.1~30; 0.3~10; 3C015; クレアチニン
egfr; eGFR; blood; mL/min/1.73m2; 1~250; 5~160; 8A065
uric_acid; 尿酸; blood; mg/dL; 0.1~30; 1~13; 3C020; 尿酸値|血清尿酸
fpg; 空腹時血糖; blood; mg/dL; 20~1200; 50~400; 3D010
casual_glucose; 随時血糖; blood; mg/dL; 20~1200; 50~450; 3D010:1299
hba1c; HbA1c; blood; %; 3~20; 4~14; 3D046; HbA1c（NGSP）|HbA1c（NGSP値）|ヘモグロビンA1c
hba1c_jds; HbA1c（JDS）; blood; %; 3~20; 4~14; 3D045; HbA1c（JDS値）
hemoglobin; 血色素量; blood; g/dL; 2~25; 6~20; 2A030; 血色素量（ヘモグロビン値）|ヘモグロビン
rbc; 赤血球数; blood; 10^4/μL; 50~1000; 200~700; 2A020
hematocrit; ヘマトクリット; blood; %; 5~80; 20~60; 2A040; ヘマトクリット値
wbc; 白血球数; blood; /μL; 1~500000; 10~30000; 2A010
urine_glucose; 尿糖; sign:urine; ; ; ; 1A020; 尿糖定性
urine_protein; 尿蛋白; sign:urine; ; ; ; 1A010; 尿蛋白定性
urine_blood; 尿潜血; sign:urine; ; ; ; 1A100; 尿潜血定性
ecg; 心電図; finding:findings; ; ; ; 9A110; 心電図所見|心電図（所見）|[Met]心電図所見有無|心電図（所見の有無）
chest_xray; 胸部X線; finding:findings; ; ; ; 9N206 9N221; 胸部X線検査判定|胸部X線検査（所見）|[Met]胸部X線所見有無
fundus; 眼底; finding:findings; ; ; ; ; 眼底精密所見
sputum; 喀痰; finding:findings; ; ; ; 6A010; 喀痰検査（塗抹鏡検 一般細菌）（所見）|喀痰判定区分名称
overall; 総合判定; judgement:judgement; ; ; ; ; 総合判定区分名称|総合判定区分コード
q1; 服薬（血圧）; answer:questionnaire; ; ; ; 9N701; 服薬・血圧|服薬1（血圧）|[Met]高血圧（服薬有無）
q2; 服薬（血糖）; answer:questionnaire; ; ; ; 9N706; 服薬・血糖|服薬2（血糖）|[Met]糖尿病（服薬有無）
q3; 服薬（脂質）; answer:questionnaire; ; ; ; 9N711; 服薬・コレステロール|服薬3（脂質）|[Met]脂質（服薬有無）
q4; 脳卒中の既往; answer:questionnaire; ; ; ; 9N716; 脳卒中|既往歴1（脳血管）|[Met]既往歴1（脳血管有無）
q5; 心臓病の既往; answer:questionnaire; ; ; ; 9N721; 心臓病|既往歴2（心血管）|[Met]既往歴2（心血管有無）
q6; 慢性腎臓病の既往; answer:questionnaire; ; ; ; 9N726; 慢性腎臓病|既往歴3（腎不全・人工透析）|[Met]既往歴3（腎不全・人工透析有無）|[Met]既往歴3（腎不全・人口透析有無）
q7; 貧血の既往; answer:questionnaire; ; ; ; 9N731; 貧血|[Met]貧血既往有無
q8; 喫煙; answer:questionnaire; ; ; ; 9N736; たばこ|[Met]習慣的喫煙
q9; 20歳から10kg以上の体重増加; answer:questionnaire; ; ; ; 9N741; 体重10キロ増|20歳からの体重変化|[Met]20歳からの体重変化
q10; 1回30分以上の運動; answer:questionnaire; ; ; ; 9N746; 汗かく運動|30分以上の運動習慣|[Met]30分以上の運動習慣
q11; 1日1時間以上の歩行; answer:questionnaire; ; ; ; 9N751; 歩行1時間以上|歩行又は身体活動|[Met]歩行又は身体活動
q12; 歩く速度; answer:questionnaire; ; ; ; 9N756; 歩行速度|[Met]歩行速度
q13; 食事をかむ状態; answer:questionnaire; ; ; ; 9N872; 食事噛む状態|咀嚼|[Met]咀嚼
q14; 食べる速度; answer:questionnaire; ; ; ; 9N766; 食べ方1（早食い等）|[Met]食べ方1（早食い等）
q15; 就寝前の夕食; answer:questionnaire; ; ; ; 9N771; 就寝前食事|食べ方2（就寝前）|[Met]食べ方2（就寝前）
q16; 間食; answer:questionnaire; ; ; ; 9N782; 食べ方3（間食）|食べ方3_夜食間食|[Met]食べ方3（間食）
q17; 朝食を抜く; answer:questionnaire; ; ; ; 9N781; 朝食抜き|食習慣|[Met]食習慣（朝食）
q18; 飲酒の頻度; answer:questionnaire; ; ; ; 9N786; お酒・頻度|飲酒|[Met]飲酒習慣
q19; 飲酒の量; answer:questionnaire; ; ; ; 9N791; お酒・量|飲酒量|[Met]飲酒量
q20; 睡眠で休養; answer:questionnaire; ; ; ; 9N796; 睡眠|[Met]睡眠
q21; 生活習慣の改善の意思; answer:questionnaire; ; ; ; 9N801; 改善の意思|生活習慣の改善|[Met]生活習慣の改善意志
q22; 保健指導; answer:questionnaire; ; ; ; 9N808; 指導受診意思|指導受診歴|特定保健指導の受診歴|保健指導の希望|[Met]保健指導の希望
`;

const rangeOf = (text: string): readonly [number, number] | undefined => {
  const [low, high] = text.split("~").map(Number);
  return text === "" ? undefined : [low!, high!];
};

function itemOf(row: string): CheckupItem {
  const [key = "", label = "", of = "", unit = "", possible = "", usual = "", codes = "", names = ""] = row
    .split(";")
    .map((cell) => cell.trim());
  const [kind, group] = of.includes(":") ? of.split(":") : ["number", of];
  const ranges = { possible: rangeOf(possible), usual: rangeOf(usual) };
  return {
    ...{ key, label, unit, kind: kind as ItemKind, group: group as ItemGroup },
    codes: codes.split(" ").filter(Boolean),
    names: [label, ...names.split("|").filter(Boolean)],
    ...(ranges.possible && { possible: ranges.possible }),
    ...(ranges.usual && { usual: ranges.usual }),
  };
}

export const CHECKUP_ITEMS: readonly CheckupItem[] = ROWS.trim().split("\n").map(itemOf);

/** Legal items of the yearly checkup that came or went. Source: 労働安全衛生規則44条の改正, in force on 2027-04-01. */
const STATUTORY_DATES: Readonly<Record<string, Readonly<{ from?: string; until?: string }>>> = {
  creatinine: { from: "2027-04-01" },
  sputum: { until: "2027-03-31" },
};

/** Whether the law lets an employer's yearly checkup hold that item on that day. */
export const isStatutoryOn = (item: string, day: string): boolean => {
  const { from = day, until = day } = STATUTORY_DATES[item] ?? {};
  return from <= day && day <= until;
};
