import type { Industry, Intake, OfferKind, Place, Profession, Topic } from "./offer.schema.ts";

export type Language = "ja" | "en";
type Words = Readonly<Record<Language, string>>;

export const ERRORS = {
  long: (most: number) => `${most}文字以内で入力してください。`,
  limit: (most: number) =>
    `0から${most.toLocaleString("ja-JP")}までの整数で入力してください。制限がない場合は空欄にしてください。`,
  day: "実在する日付を入力してください（例 2026-12-03）。",
  time: "時刻を 09:00 のように入力してください。",
  hours: "終わりの時刻は、始まりの時刻よりあとにしてください。",
  days: "終了日は、開始日と同じか、あとにしてください。",
  twice: "同じ機関が2回あります。異なる機関を選ぶか、空欄にしてください。",
  order: "上限は、下限と同じか大きい数にしてください。",
  title: "支援メニューの名称を入力してください（例 出前講座「心の健康」）。",
  kind: "種類を選択してください。",
  places: "場所を1つ以上選択してください。",
  fee: "無料か有料かを選択してください。",
  organisation: "担当する機関を選択してください。",
  email: "メールアドレスを確認してください（例 kenshin@example.jp）。",
  rrule: "月の何週目かを選んだときは、曜日も選択してください。",
  reason: "受付を止める（順番待ちにする）理由を入力してください。事業所に表示されます。",
  service: "地域産業保健センターのどの業務かを選択してください。",
} as const;

export const KIND_NAMES: Readonly<Record<OfferKind, Words>> = {
  lecture: { ja: "出前講座", en: "Talk at your workplace" },
  check_corner: { ja: "健康チェック", en: "Health check corner" },
  consultation: { ja: "個別相談", en: "Individual consultation" },
  workplace_visit: { ja: "職場への訪問", en: "Visit to the workplace" },
  chisanpo: { ja: "地域産業保健センターの業務", en: "Occupational health centre service" },
};

export const TOPIC_NAMES: Readonly<Record<Topic, Words>> = {
  mental_health: { ja: "心の健康", en: "Mental health" },
  blood_pressure: { ja: "血圧", en: "Blood pressure" },
  lifestyle: { ja: "生活習慣病の予防", en: "Preventing lifestyle diseases" },
  checkup_results: { ja: "健診の結果", en: "Check-up results" },
  overwork: { ja: "長時間労働", en: "Overwork" },
  smoking: { ja: "たばこ", en: "Smoking" },
  dental: { ja: "歯と口", en: "Teeth and mouth" },
  nutrition: { ja: "食事", en: "Food" },
  exercise: { ja: "運動", en: "Exercise" },
  tuberculosis: { ja: "結核の予防", en: "Preventing tuberculosis" },
  cancer: { ja: "がん検診", en: "Cancer screening" },
  womens_health: { ja: "女性の健康", en: "Women's health" },
  back_pain: { ja: "腰痛", en: "Back pain" },
  heat: { ja: "熱中症", en: "Heat stroke" },
  work_environment: { ja: "職場の環境", en: "Work environment" },
  stress_check: { ja: "ストレスチェック", en: "Stress check" },
  return_to_work: { ja: "休職と復職", en: "Leave and return to work" },
};

export const PROFESSION_NAMES: Readonly<Record<Profession, Words>> = {
  doctor: { ja: "医師", en: "doctor" },
  dentist: { ja: "歯科医師", en: "dentist" },
  public_health_nurse: { ja: "保健師", en: "public health nurse" },
  nurse: { ja: "看護師", en: "nurse" },
  dietitian: { ja: "栄養士", en: "dietitian" },
  dental_hygienist: { ja: "歯科衛生士", en: "dental hygienist" },
  psychologist: { ja: "心理職", en: "psychologist" },
  exercise_instructor: { ja: "運動指導員", en: "exercise instructor" },
  work_environment_engineer: { ja: "労働衛生工学専門員", en: "work environment engineer" },
};

export const INDUSTRY_NAMES: Readonly<Record<Industry, Words>> = {
  ceramics: { ja: "窯業", en: "Ceramics" },
  seafood: { ja: "水産加工", en: "Seafood processing" },
  manufacturing: { ja: "そのほかの製造業", en: "Other manufacturing" },
  construction: { ja: "建設業", en: "Construction" },
  transport: { ja: "運輸業", en: "Transport" },
  retail: { ja: "卸売・小売業", en: "Wholesale and retail" },
  food_service: { ja: "飲食店", en: "Food service" },
  lodging: { ja: "宿泊業", en: "Lodging" },
  medical_welfare: { ja: "医療・福祉", en: "Medical and welfare" },
  agriculture_fishery: { ja: "農林漁業", en: "Farming, forestry, fishery" },
  services: { ja: "サービス業", en: "Services" },
  other: { ja: "そのほか", en: "Other" },
};

export const PLACE_NAMES: Readonly<Record<Place, Words>> = {
  on_site: { ja: "事業所へ訪問", en: "At our workplace" },
  centre: { ja: "窓口に来所", en: "At the centre" },
  online: { ja: "オンライン", en: "Online" },
};

/** Where, as those read it who come. */
export const PLACES_SAID: Readonly<Record<Place, string>> = {
  on_site: "事業所へ訪問",
  centre: "窓口に来所",
  online: "オンライン",
};

export const INTAKE_NAMES: Readonly<Record<Intake, string>> = {
  open: "受付中",
  waiting_list: "順番待ち",
  suspended: "受付停止中",
};

export const INTAKE = {
  stop: "受付を停止する",
  resume: "受付を再開する",
  reason: "停止の理由",
  reasonHint: "事業所に表示されます。例: 今年度の予算が上限に達したため",
} as const;

export const FEE_NAMES: Readonly<Record<"free" | "paid", Words>> = {
  free: { ja: "無料", en: "Free" },
  paid: { ja: "有料", en: "Fee" },
};
