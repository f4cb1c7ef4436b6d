import type {
  Fee,
  FieldGroup,
  Industry,
  Insurer,
  Intake,
  Kind,
  Residence,
  Size,
  SpokenLanguage,
  Topic,
  Wait,
  Week,
  Weekday,
} from "./resource-lists.schema.ts";

export type Language = "ja" | "en";
type Words = Readonly<Record<Language, string>>;

export const KIND_NAMES: Readonly<Record<Kind, Words>> = {
  window: { ja: "相談窓口", en: "Advice office" },
  occupational_health_centre: { ja: "地域産業保健センター", en: "Occupational health centre" },
  hospital: { ja: "病院", en: "Hospital" },
  clinic: { ja: "診療所", en: "Clinic" },
  dental_clinic: { ja: "歯科診療所", en: "Dental clinic" },
  pharmacy: { ja: "薬局", en: "Pharmacy" },
  checkup: { ja: "健診機関", en: "Check-up provider" },
  detailed_examination: { ja: "精密検査の医療機関", en: "Detailed examination" },
  exercise: { ja: "運動施設", en: "Place for exercise" },
  support_shop: { ja: "健康づくり応援店", en: "Shop that supports health" },
  group: { ja: "自主グループ", en: "Group" },
  work_life_balance: { ja: "ワーク・ライフ・バランスの相談先", en: "Advice on work-life balance" },
  class: { ja: "講座・教室", en: "Class or talk" },
  lending: { ja: "機器の貸出し", en: "Equipment on loan" },
  counselling: { ja: "こころの相談", en: "Counselling" },
  public_facility: { ja: "公共施設", en: "Public facility" },
  other: { ja: "その他", en: "Other" },
};

export const FEE_NAMES: Readonly<Record<Fee, Words>> = {
  free: { ja: "無料", en: "Free" },
  paid: { ja: "有料", en: "Paid" },
  insured: { ja: "保険診療", en: "Health insurance applies" },
  unknown: { ja: "未確認", en: "Not known" },
};

export const INSURER_NAMES: Readonly<Record<Insurer, Words>> = {
  kyoukai: { ja: "協会けんぽ", en: "Kyokai Kenpo" },
  society: { ja: "健康保険組合", en: "Health insurance society" },
  mutual_aid: { ja: "共済組合", en: "Mutual aid association" },
  national: { ja: "国民健康保険", en: "National Health Insurance" },
};

export const RESIDENCE_NAMES: Readonly<Record<Residence, Words>> = {
  any: { ja: "どなたでも", en: "Anybody" },
  lives: { ja: "地域にお住まいの方", en: "People who live here" },
  works: { ja: "地域で働く方", en: "People who work here" },
  lives_or_works: { ja: "地域にお住まいの方・働く方", en: "People who live or work here" },
};

export const LANGUAGE_NAMES: Readonly<Record<SpokenLanguage, Words>> = {
  en: { ja: "英語", en: "English" },
  zh: { ja: "中国語", en: "Chinese" },
  ko: { ja: "韓国・朝鮮語", en: "Korean" },
  pt: { ja: "ポルトガル語", en: "Portuguese" },
  vi: { ja: "ベトナム語", en: "Vietnamese" },
  tl: { ja: "フィリピノ語", en: "Filipino" },
  es: { ja: "スペイン語", en: "Spanish" },
  sign: { ja: "手話", en: "Sign language" },
};

export const INDUSTRY_NAMES: Readonly<Record<Industry, Words>> = {
  manufacturing: { ja: "製造業", en: "Manufacturing" },
  construction: { ja: "建設業", en: "Construction" },
  transport: { ja: "運輸業", en: "Transport" },
  retail: { ja: "卸売・小売業", en: "Wholesale and retail" },
  food_service: { ja: "飲食店", en: "Food service" },
  lodging: { ja: "宿泊業", en: "Lodging" },
  medical_welfare: { ja: "医療・福祉", en: "Medical and welfare" },
  agriculture_fishery: { ja: "農林漁業", en: "Farming, forestry, fishery" },
  services: { ja: "サービス業", en: "Services" },
  other: { ja: "その他", en: "Other" },
};

export const INTAKE_NAMES: Readonly<Record<Intake, Words>> = {
  open: { ja: "受付中", en: "Taking new people" },
  waiting: { ja: "順番待ち", en: "Waiting list" },
  talk: { ja: "事前の相談が必要", en: "Talk with them first" },
  closed: { ja: "受付停止中", en: "Not taking anybody" },
  unknown: { ja: "未確認（お問い合わせください）", en: "Not known: please ask" },
};

export const WAIT_NAMES: Readonly<Record<Wait, Words>> = {
  under_month: { ja: "1か月未満", en: "under a month" },
  one_to_three: { ja: "1～3か月", en: "1 to 3 months" },
  over_three: { ja: "3か月を超える", en: "over 3 months" },
  unknown: { ja: "未確認", en: "not known" },
};

export const GROUP_NAMES: Readonly<Record<FieldGroup, Words>> = {
  contact: { ja: "連絡先・所在地", en: "Address and contact" },
  hours: { ja: "利用できる日時", en: "Hours" },
  service: { ja: "内容・対象・費用", en: "Service, for whom, fees" },
};

export const SIZE_NAMES: Readonly<Record<Size, Words>> = {
  "1": { ja: "1～4人", en: "1 to 4" },
  "5": { ja: "5～29人", en: "5 to 29" },
  "30": { ja: "30～49人", en: "30 to 49" },
  "50": { ja: "50人以上", en: "50 or more" },
};

export const WEEKDAY_NAMES: Readonly<Record<Weekday, Words>> = {
  ...{ MO: { ja: "月", en: "Mon" }, TU: { ja: "火", en: "Tue" }, WE: { ja: "水", en: "Wed" } },
  ...{ TH: { ja: "木", en: "Thu" }, FR: { ja: "金", en: "Fri" }, SA: { ja: "土", en: "Sat" } },
  SU: { ja: "日", en: "Sun" },
};

export const WEEK_NAMES: Readonly<Record<Week, Words>> = {
  ...{ "1": { ja: "第1", en: "1st" }, "2": { ja: "第2", en: "2nd" }, "3": { ja: "第3", en: "3rd" } },
  ...{ "4": { ja: "第4", en: "4th" }, "5": { ja: "第5", en: "5th" }, "-1": { ja: "最終", en: "last" } },
};

export const TOPIC_NAMES: Readonly<Record<Topic, Words>> = {
  smoking: { ja: "禁煙", en: "Stopping smoking" },
  blood_pressure: { ja: "血圧", en: "Blood pressure" },
  diabetes: { ja: "糖尿病・血糖", en: "Diabetes" },
  lifestyle: { ja: "生活習慣病・肥満", en: "Lifestyle diseases" },
  mental_health: { ja: "こころの健康", en: "Mental health" },
  sleep: { ja: "睡眠", en: "Sleep" },
  alcohol: { ja: "お酒", en: "Alcohol" },
  checkup: { ja: "健康診断", en: "Health check-up" },
  checkup_results: { ja: "健診結果の相談", en: "Check-up results" },
  cancer_screening: { ja: "がん検診", en: "Cancer screening" },
  dental: { ja: "歯と口", en: "Teeth and mouth" },
  nutrition: { ja: "食事・栄養", en: "Food" },
  salt: { ja: "減塩", en: "Less salt" },
  exercise: { ja: "運動", en: "Exercise" },
  overwork: { ja: "長時間労働", en: "Overwork" },
  stress_check: { ja: "ストレスチェック", en: "Stress check" },
  return_to_work: { ja: "休職と復職", en: "Leave and return to work" },
  back_pain: { ja: "腰痛", en: "Back pain" },
  womens_health: { ja: "女性の健康", en: "Women's health" },
  infection: { ja: "感染症・予防接種", en: "Infections, vaccination" },
  heat: { ja: "熱中症", en: "Heat stroke" },
  work_environment: { ja: "職場の環境", en: "Work environment" },
  work_life_balance: { ja: "ワーク・ライフ・バランス", en: "Work-life balance" },
  treatment_and_work: { ja: "治療と仕事の両立", en: "Treatment and work" },
};

/** What else people call it: a word that holds one of these asks for the topic. Kana are compared in hiragana. */
export const TOPIC_WORDS: Readonly<Record<Topic, readonly string[]>> = {
  smoking: ["禁煙", "たばこ", "煙草", "喫煙", "きんえん", "ニコチン", "smoking", "tobacco"],
  blood_pressure: ["血圧", "けつあつ", "高血圧", "循環器", "blood pressure", "hypertension"],
  diabetes: ["糖尿", "血糖", "とうにょう", "hba1c", "diabetes"],
  lifestyle: ["生活習慣", "メタボ", "肥満", "特定保健指導", "脂質", "ダイエット", "lifestyle"],
  mental_health: ["こころ", "心の", "メンタル", "うつ", "精神", "心療", "悩み", "ストレス", "mental"],
  sleep: ["睡眠", "不眠", "眠れ", "すいみん", "無呼吸", "sleep"],
  alcohol: ["アルコール", "飲酒", "お酒", "断酒", "依存", "alcohol"],
  checkup: ["健診", "健康診断", "けんしん", "人間ドック", "checkup", "check-up"],
  checkup_results: ["健診結果", "再検査", "精密検査", "要精検", "意見聴取", "検査結果"],
  cancer_screening: ["がん検診", "癌検診", "がん", "マンモ", "胃カメラ", "cancer"],
  dental: ["歯", "口腔", "はみがき", "歯周", "dental"],
  nutrition: ["食事", "栄養", "食生活", "料理", "えいよう", "nutrition", "diet"],
  salt: ["減塩", "塩分", "げんえん", "salt"],
  exercise: ["運動", "体操", "うんどう", "ジム", "ウォーキング", "プール", "筋トレ", "exercise"],
  overwork: ["長時間労働", "過重労働", "残業", "過労", "overwork"],
  stress_check: ["ストレスチェック", "stress check"],
  return_to_work: ["休職", "復職", "職場復帰", "リワーク", "return to work"],
  back_pain: ["腰痛", "ようつう", "整形外科", "肩こり", "back pain"],
  womens_health: ["女性", "婦人科", "更年期", "妊娠", "women"],
  infection: ["予防接種", "ワクチン", "感染症", "インフルエンザ", "結核", "vaccin"],
  heat: ["熱中症", "暑さ", "heat"],
  work_environment: ["作業環境", "職場環境", "騒音", "粉じん", "職場巡視"],
  work_life_balance: ["ワークライフバランス", "ワーク・ライフ", "育児", "介護休", "子育て", "work-life"],
  treatment_and_work: ["両立支援", "両立", "治療と仕事"],
};

/** What else kinds are called. */
export const KIND_WORDS: Readonly<Partial<Record<Kind, readonly string[]>>> = {
  hospital: ["病院", "びょういん", "hospital"],
  clinic: ["診療所", "クリニック", "医院", "clinic"],
  dental_clinic: ["歯医者", "歯科医院", "dentist"],
  pharmacy: ["薬局", "くすり", "pharmacy"],
  exercise: ["スポーツクラブ", "フィットネス", "運動施設", "gym"],
  support_shop: ["応援店", "健康づくり応援店"],
  occupational_health_centre: ["地産保", "産業保健センター", "さんぽ"],
  detailed_examination: ["精検機関", "精密検査機関"],
  lending: ["貸出", "貸し出し", "レンタル"],
};
