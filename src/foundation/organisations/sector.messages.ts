import type { Sector } from "./schema.ts";

export type Language = "ja" | "en";

export const SECTOR_NAMES: Readonly<Record<Sector, Readonly<Record<Language, string>>>> = {
  public_health_centre: { ja: "保健所", en: "Public health centre" },
  prefecture: { ja: "都道府県", en: "Prefecture" },
  municipality: { ja: "市町村", en: "Municipality" },
  occupational_health_centre: { ja: "地域産業保健センター", en: "Occupational health centre" },
  labour_standards_office: { ja: "労働基準監督署", en: "Labour standards office" },
  medical_association: { ja: "医師会", en: "Medical association" },
  dental_association: { ja: "歯科医師会", en: "Dental association" },
  hospital: { ja: "病院・診療所", en: "Hospital or clinic" },
  pharmacy: { ja: "薬局", en: "Pharmacy" },
  dietitian_association: { ja: "栄養士会", en: "Dietitians' association" },
  dental_hygienist_association: { ja: "歯科衛生士会", en: "Dental hygienists' association" },
  occupational_physician: { ja: "産業医", en: "Occupational physician" },
  occupational_nurse: { ja: "産業保健師", en: "Occupational health nurse" },
  checkup_provider: { ja: "健診機関", en: "Health checkup provider" },
  insurer: { ja: "医療保険者・年金", en: "Health insurer or pension office" },
  commerce: { ja: "商工会議所・商工会", en: "Chamber of commerce" },
  industry_association: { ja: "業界団体", en: "Industry association" },
  worker_welfare: { ja: "勤労者福祉団体", en: "Workers' welfare body" },
  workplace: { ja: "事業所", en: "Workplace" },
  mental_health_centre: { ja: "精神保健福祉センター", en: "Mental health and welfare centre" },
  medical_examiner: { ja: "検案医", en: "Medical examiners" },
  welfare_commissioner: { ja: "民生委員", en: "Welfare commissioners" },
  health_promoter: { ja: "保健活動推進員", en: "Community health promoters" },
  bereaved_group: { ja: "自死遺族の会", en: "Bereaved families' group" },
  npo: { ja: "NPO・ボランティア", en: "NPO or volunteers" },
  police: { ja: "警察", en: "Police" },
  fire_service: { ja: "消防", en: "Fire service" },
  open_membership: { ja: "公募枠", en: "Open to joiners" },
};
