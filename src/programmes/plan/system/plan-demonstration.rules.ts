import type { LibraryEntry } from "../publishing/library.rules.ts";

/** What the source says of the two areas' plans, in the order of the chain. */
export type SampleIssue = Readonly<{
  title: string;
  description: string;
  seenIn: number;
  evidence: readonly Readonly<{
    kind: "indicator" | "finding";
    text: string;
    source: string;
    sector: string;
  }>[];
}>;

const H21 = "平成21年度 中小事業所実態調査（576／3,411事業所、回答率16.9%）";
const HABITS = "市民生活習慣実態調査（平成13年度・19年度）";
const WORKPLACE_SURVEY = "平成17年度 圏域職場の健康づくり実態調査";

export const SAGAMIHARA_ISSUES: readonly SampleIssue[] = [
  {
    title: "メタボリックシンドロームを含めた生活習慣病予防のための取り組みの必要性",
    description: "",
    seenIn: 2009,
    evidence: [
      {
        kind: "indicator",
        text: "定期健康診断の有所見率は51.65%（2007年度、相模原労働基準監督署管内。市とは別の区域）。全国49.9%、神奈川県50.09%より高く、年々増えている",
        source: "定期健康診断結果報告",
        sector: "labour_standards_office",
      },
      {
        kind: "indicator",
        text: "退職後に国保の件数が急増（60〜64歳は55〜59歳に比べ、糖尿病1.95倍、高血圧性疾患2.14倍、虚血性心疾患2.54倍、脳梗塞2.7倍）",
        source: "国民健康保険の件数",
        sector: "insurer",
      },
      {
        kind: "indicator",
        text: "40代男性の肥満は平成13年29.0%から平成19年36.9%に上昇。男性全体も24%で、目標15%以下を大きく上回る",
        source: HABITS,
        sector: "public_health_centre",
      },
      {
        kind: "finding",
        text: "健康診断の実施以外の取り組みはほとんどない",
        source: H21,
        sector: "public_health_centre",
      },
    ],
  },
  {
    title: "メンタルヘルス対策の必要性",
    description: "",
    seenIn: 2009,
    evidence: [
      {
        kind: "finding",
        text: "メンタルヘルスの問題を抱えた職員が多い。30代・50代の自殺率が高く、睡眠による休養がとれていない人が多い",
        source: "市民生活習慣実態調査（平成13年度、事業所調査）",
        sector: "public_health_centre",
      },
      {
        kind: "finding",
        text: "自分や家庭の時間が取れない・職場のチームワークが取れないと感じる人は、健康でないと思う人が多い",
        source: H21,
        sector: "public_health_centre",
      },
    ],
  },
];

export const HAMADA_ISSUES: readonly SampleIssue[] = [
  {
    title: "健康診断・指導の制度とサービスが事業所に知られていない",
    description: "小規模事業所（窯業・土木建築業・水産加工など）への聞き取りから。",
    seenIn: 2002,
    evidence: [
      {
        kind: "finding",
        text: "事業所として健康診断・指導の制度、サービスについて周知が不十分",
        source: "平成14年度 小規模事業所ヒアリング",
        sector: "public_health_centre",
      },
      {
        kind: "finding",
        text: "関係機関の連携や役割分担について不明確",
        source: "平成14年度 小規模事業所ヒアリング",
        sector: "public_health_centre",
      },
    ],
  },
  {
    title: "20歳代・30歳代男性の健康管理、食生活への意識が低い",
    description: "",
    seenIn: 2005,
    evidence: [
      {
        kind: "finding",
        text: "精密検査の未受診、缶コーヒーの摂取の増加など",
        source: WORKPLACE_SURVEY,
        sector: "public_health_centre",
      },
    ],
  },
  {
    title: "働き盛りの心の健康: ストレスが増え、男性の2割に相談相手がいない",
    description: "",
    seenIn: 2005,
    evidence: [
      {
        kind: "finding",
        text: "男女全体でストレスを感じている人が増えている",
        source: WORKPLACE_SURVEY,
        sector: "public_health_centre",
      },
      {
        kind: "finding",
        text: "男性全体の2割が「相談相手がいない」と答えている",
        source: WORKPLACE_SURVEY,
        sector: "public_health_centre",
      },
    ],
  },
];

/** 対策の柱 of Hamada, each with the place of the issue that it answers. */
export const HAMADA_PILLARS: readonly Readonly<{ title: string; issue: number }>[] = [
  { title: "健診（精密検査）・保健指導を受けやすい環境づくりの推進", issue: 0 },
  { title: "心身の健康に関する情報提供の充実", issue: 2 },
  { title: "生活改善等の動機づけ支援の充実", issue: 1 },
  { title: "保健指導の内容・教材の活用", issue: 1 },
];

/** Which pillar an initiative of Hamada serves; undefined stays unlinked, as it was in the source. */
export function pillarOf(entry: LibraryEntry): number | undefined {
  switch (entry.fineKind) {
    case "personal_file":
      return 0;
    case "resource_map":
    case "publicity":
    case "consultation":
      return 1;
    case "outreach_lecture":
    case "award":
      return 2;
    case "equipment_loan":
      return 3;
    default:
      return undefined;
  }
}

/** Whether an initiative of Sagamihara serves its printed goal, that employers and staff take an interest. */
export const servesInterest = (entry: LibraryEntry): boolean =>
  ["publicity", "training", "survey", "event", "workplace_action", "self_action", "event_corner"].includes(
    entry.fineKind,
  );
