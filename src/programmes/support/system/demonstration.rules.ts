import type { OfferDraft, OfferKind, Profession, Topic } from "../model/offer.schema.ts";

type Sample = Readonly<{
  key: string;
  title: string;
  titleEn: string;
  kind: OfferKind;
  service?: string;
  topics: readonly Topic[];
  by: readonly Readonly<{ organisation: string; professions: readonly Profession[]; mailbox: string }>[];
  rest?: Partial<OfferDraft>;
}>;

const CENTRE = {
  organisation: "浜田保健所",
  professions: ["public_health_nurse"] as const,
  mailbox: "hokenshi@hamada-hokenjo",
};
const CHISANPO = {
  organisation: "浜田地域産業保健センター",
  professions: ["doctor", "public_health_nurse"] as const,
  mailbox: "tantou@hamada-sanpo",
};
const office = (organisation: string, mailbox: string, ...professions: Profession[]) => ({
  organisation,
  professions,
  mailbox,
});

/** Limits of the sample are assumptions: the source tells who offers what, not how often. */
export const SMALL = { sizeTo: 49, perWorkplace: 2 } as const;
const WEEKDAYS = "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR";

/**
 * The support team of Hamada as the source tells of it: who takes part, on which topics the centre itself teaches,
 * and what the occupational health centre does.
 */
export const HAMADA_OFFERS: readonly Sample[] = [
  {
    key: "centre-mental",
    title: "出前講座「心の健康と血圧」",
    titleEn: "Talk: mental health and blood pressure",
    kind: "lecture",
    topics: ["mental_health", "blood_pressure"],
    by: [CENTRE],
    rest: { perMonth: 6, equipment: "スクリーンと机" },
  },
  {
    key: "centre-lifestyle",
    title: "出前講座「生活習慣病を防ぐ」",
    titleEn: "Talk: preventing lifestyle diseases",
    kind: "lecture",
    topics: ["lifestyle", "blood_pressure", "nutrition", "smoking"],
    by: [CENTRE],
    rest: { perMonth: 6 },
  },
  {
    key: "centre-dental",
    title: "出前講座「歯周病を防ぐ」",
    titleEn: "Talk: preventing gum disease",
    kind: "lecture",
    topics: ["dental"],
    by: [CENTRE],
    rest: { perMonth: 2 },
  },
  {
    key: "centre-tb",
    title: "出前講座「結核を防ぐ」",
    titleEn: "Talk: preventing tuberculosis",
    kind: "lecture",
    topics: ["tuberculosis"],
    by: [CENTRE],
  },
  {
    key: "joint",
    title: "出前講座と健康相談（保健所と地産保の共同）",
    titleEn: "Talk with consultations (health centre and occupational health centre)",
    kind: "lecture",
    topics: ["mental_health", "lifestyle", "blood_pressure"],
    by: [CENTRE, CHISANPO],
    rest: { ...SMALL, perMonth: 2, leadDays: 21 },
  },
  {
    key: "hamada-city",
    title: "出前講座「健診を受けよう」",
    titleEn: "Talk: go to your check-up",
    kind: "lecture",
    topics: ["checkup_results", "cancer", "blood_pressure"],
    by: [office("浜田市", "hoken@hamada-shi", "public_health_nurse")],
    rest: { municipalities: ["32202"], perMonth: 3 },
  },
  {
    key: "gotsu-city",
    title: "健康教室（江津市）",
    titleEn: "Health class (Gotsu City)",
    kind: "lecture",
    topics: ["lifestyle", "nutrition", "exercise"],
    by: [office("江津市", "kenkou@gotsu-shi", "public_health_nurse", "dietitian")],
    rest: { municipalities: ["32207"] },
  },
  {
    key: "doctors",
    title: "医師の講話",
    titleEn: "Talk by a doctor",
    kind: "lecture",
    topics: ["blood_pressure", "mental_health", "lifestyle"],
    by: [office("医師会（応援団）", "ishikai@hamada-ouendan", "doctor")],
    rest: { fee: "paid", feeNote: "講師料は相談", perMonth: 2, leadDays: 28 },
  },
  {
    key: "dentists",
    title: "歯科医師の講話と相談",
    titleEn: "Talk and advice by a dentist",
    kind: "lecture",
    topics: ["dental"],
    by: [office("歯科医師会（応援団）", "shikaishikai@hamada-ouendan", "dentist")],
    rest: { fee: "paid", feeNote: "講師料は相談", leadDays: 28 },
  },
  {
    key: "hospital",
    title: "病院の専門職による講座",
    titleEn: "Talk by hospital staff",
    kind: "lecture",
    topics: ["blood_pressure", "mental_health", "back_pain", "cancer"],
    by: [office("医療センター（応援団）", "iryou-center@hamada-ouendan", "nurse")],
    rest: { perMonth: 2, rrule: "FREQ=WEEKLY;BYDAY=TU,TH" },
  },
  {
    key: "dietitians",
    title: "減塩の話と味噌汁の塩分測定",
    titleEn: "Talk on salt, with measuring",
    kind: "check_corner",
    topics: ["nutrition", "blood_pressure", "lifestyle"],
    by: [office("栄養士会（応援団）", "eiyoushikai@hamada-ouendan", "dietitian")],
    rest: { fee: "paid", feeNote: "1回 5,000円と交通費", equipment: "塩分計（貸出あり）" },
  },
  {
    key: "hygienists",
    title: "歯科衛生士による歯みがき講座",
    titleEn: "Brushing class by a dental hygienist",
    kind: "lecture",
    topics: ["dental"],
    by: [office("歯科衛生士会（応援団）", "shikaeisei@hamada-ouendan", "dental_hygienist")],
  },
  {
    key: "sanpo-advice",
    title: "健康相談（地産保）",
    titleEn: "Consultations (occupational health centre)",
    kind: "consultation",
    topics: ["mental_health", "blood_pressure", "lifestyle", "overwork"],
    by: [CHISANPO],
    rest: { ...SMALL, perMonth: 4, newFirst: true },
  },
  {
    key: "sanpo-opinion",
    title: "医師からの意見聴取",
    titleEn: "Doctor's opinion on check-up results",
    kind: "chisanpo",
    service: "opinion",
    topics: ["checkup_results"],
    by: [CHISANPO],
    rest: {
      ...SMALL,
      places: ["centre", "on_site"],
      perMonth: 8,
      newFirst: true,
      rrule: "FREQ=MONTHLY;BYDAY=2TH,4TH",
      opensAt: "13:30",
      closesAt: "16:30",
      leadDays: 7,
    },
  },
  {
    key: "sanpo-overwork",
    title: "長時間働いた人への面接指導",
    titleEn: "Interview after long working hours",
    kind: "chisanpo",
    service: "overwork",
    topics: ["overwork"],
    by: [CHISANPO],
    rest: { ...SMALL, places: ["centre", "online"], perMonth: 4, leadDays: 3 },
  },
  {
    key: "sanpo-stress",
    title: "高ストレスの人への面接指導",
    titleEn: "Interview after a stress check",
    kind: "chisanpo",
    service: "stress",
    topics: ["stress_check", "mental_health"],
    by: [CHISANPO],
    rest: {
      ...SMALL,
      places: ["centre", "online"],
      perMonth: 4,
      leadDays: 7,
      intake: "waiting_list",
      intakeReason: "今月の枠が埋まりました。空きが出たら順にご案内します。",
    },
  },
  {
    key: "sanpo-cvd",
    title: "脳・心臓の病気を防ぐ保健指導",
    titleEn: "Guidance on heart and brain disease risk",
    kind: "chisanpo",
    service: "consult_cvd",
    topics: ["checkup_results", "blood_pressure", "lifestyle"],
    by: [CHISANPO],
    rest: { ...SMALL, places: ["centre", "on_site"], perMonth: 6 },
  },
  {
    key: "sanpo-mental",
    title: "メンタルヘルスの相談",
    titleEn: "Mental health consultation",
    kind: "chisanpo",
    service: "consult_mh",
    topics: ["mental_health", "return_to_work"],
    by: [CHISANPO],
    rest: { ...SMALL, places: ["centre", "online"], perMonth: 6 },
  },
  {
    key: "sanpo-visit",
    title: "訪問による職場の点検",
    titleEn: "Visit to look over the workplace",
    kind: "chisanpo",
    service: "visit",
    topics: ["work_environment", "heat", "back_pain"],
    by: [CHISANPO],
    rest: {
      ...SMALL,
      perYear: 12,
      intake: "suspended",
      intakeReason: "今年度の受付は終わりました（来年4月から）",
    },
  },
];

/** What a sample leaves unsaid. */
export const COMMON: Partial<OfferDraft> = {
  rrule: WEEKDAYS,
  places: ["on_site"],
  fee: "free",
  leadDays: 14,
};
