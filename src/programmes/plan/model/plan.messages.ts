import type { ProgressClass, ProgressReason } from "@yui/healthstats";
import { fiscalYear, showFiscalYearJa } from "#platform/kernel/fiscal-year.ts";
import type { ActivityKind } from "./activity-kinds.schema.ts";
import type { FineKind, InitiativeKind, WhoActs } from "./plan.schema.ts";

type Texts<K extends string> = Readonly<Record<K, string>>;

const ACTIVITY: Texts<ActivityKind> = {
  training: "研修会",
  awareness: "普及啓発事業",
  mental_health_support: "メンタルヘルスケア支援事業",
  outreach_lecture: "出前講座",
  consultation: "健康相談",
  visit: "訪問",
  event: "催し",
  survey: "調査",
  meeting: "会議・検討会",
  other: "その他",
};
export const activityKindLabel = (kind: string): string => ACTIVITY[kind as ActivityKind] ?? kind;

const INITIATIVE: Texts<InitiativeKind> = {
  survey: "調査",
  health_promotion: "健康づくり",
  overall_planning: "全体企画",
  staff_training: "関係者の資質の向上",
};
export const initiativeKindLabel = (kind: string): string => INITIATIVE[kind as InitiativeKind] ?? kind;

const FINE: Texts<FineKind> = {
  research: "調査研究",
  survey: "実態調査",
  outreach_lecture: "出前講座",
  consultation: "相談",
  mental_health_support: "メンタルヘルスケア支援",
  visit: "訪問・助言",
  referral: "紹介・連携",
  event_corner: "催しでの相談コーナー",
  equipment_loan: "健康機器の貸出",
  personal_file: "健診の経年ファイル",
  bereaved_support: "自死遺族への支援",
  workplace_action: "事業所の取り組み",
  self_action: "本人の取り組み",
  event: "健康づくりの催し",
  publicity: "広報・啓発",
  resource_map: "情報マップ・資源の集約",
  environment: "環境づくり",
  award: "表彰",
  liaison: "連絡会議",
  training: "研修",
  supervision: "事業主への助言",
  case_conference: "事例検討・検討会",
};
export const fineKindLabel = (kind: string): string => FINE[kind as FineKind] ?? kind;

const ACTS: Texts<WhoActs> = {
  person: "本人・同僚",
  workplace: "事業所",
  partner_organisations: "関係機関",
  administration: "行政",
};
export const whoActsLabel = (who: string): string => ACTS[who as WhoActs] ?? who;

/** Where the profile says that the plan's figures are from, where the plan itself names no other source. */
export const FACT_SOURCE = {
  targets: "この地域の計画",
  activities: "この地域の計画に記録された活動",
} as const;

export const STATUS: Readonly<Record<string, string>> = {
  planned: "予定",
  running: "実施中",
  done: "終了",
  stopped: "中止",
};
/** What the plan may be narrowed down to. */
export const PLAN_STATE = {
  planned: "予定",
  running: "実施中",
  done: "終了",
  stopped: "中止",
  late: "期間超過",
  "no-target": "目標値 未設定",
  unevaluated: "未評価",
} as const;
export const EVALUATION: Readonly<Record<string, string>> = {
  structure: "構造（ストラクチャー）",
  process: "過程（プロセス）",
  output: "実施量（アウトプット）",
  outcome: "成果（アウトカム）",
};
/** What each kind asks, in the words of the guideline. */
export const EVALUATION_ASKS: Readonly<Record<string, string>> = {
  structure: "体制・予算・人は整っていたか",
  process: "手順と連携は計画どおりだったか",
  output: "どれだけ行ったか",
  outcome: "何が変わったか",
};
export const MEASURE: Readonly<Record<string, string>> = { output: "実施量", outcome: "成果" };
export const GRADE: Readonly<Record<string, string>> = { good: "良好", fair: "おおむね良好", poor: "要改善" };
export const DIRECTION: Readonly<Record<string, string>> = { at_least: "以上", at_most: "以下" };
export const EVIDENCE: Readonly<Record<string, string>> = {
  indicator: "指標",
  finding: "調査で評価結果",
  statement: "委員の声",
};

/** The classes of 健康日本21; a letter never stands without its word. */
export const CLASS: Texts<ProgressClass> = {
  A: "達成",
  B: "改善している",
  "B*": "改善しているが届かない見込み",
  C: "変わらない",
  D: "悪くなっている",
  E: "まだ判定できない",
};

export const REASON: Texts<ProgressReason> = {
  reached: "目標値に届いた",
  "improving-on-course": "このままの歩みで目標の年度に届く",
  "improving-behind-course": "よくなっているが、このままの歩みでは目標の年度に届かない",
  "target-year-passed": "よくなったが、目標の年度までに届かなかった",
  "change-not-significant": "基準値との差は偶然の範囲にある",
  "change-too-small": "基準値から5%以上は変わっていない",
  worse: "基準値より悪くなった",
  "no-baseline": "基準値がない",
  "no-latest": "基準値よりあとの値がまだない",
  suppressed: "値が秘匿されている",
  "other-definition": "数え方が変わったので比べられない",
  "not-later-than-baseline": "基準値よりあとの値ではない",
};

export const MISSING: Readonly<Record<string, string>> = {
  evidence: "根拠",
  goal: "目標",
  issue: "健康課題",
  target: "目標値",
  initiative: "事業",
};
/** What each kind of part of a plan is called. */
export const PART: Readonly<Record<string, string>> = {
  issue: "健康課題",
  evidence: "根拠",
  pillar: "対策の柱",
  goal: "目標",
  target: "目標値",
  target_value: "目標の年度の値",
  initiative: "事業",
  measure: "実施量・成果の指標",
  measure_value: "指標の年度の値",
  activity: "活動",
  file: "写真・資料",
  evaluation: "評価",
};

export const showYear = (year: number): string => showFiscalYearJa(fiscalYear(year));

/** Made once: making a formatter costs more than a hundred figures. */
const FIGURES = new Intl.NumberFormat("ja-JP", { maximumFractionDigits: 6 });
export const number = (value: number): string => FIGURES.format(value);
/** A dash where nothing is known, as the tables of the ministry print it. */
export const orDash = (value: number | null | undefined, unit = ""): string =>
  value === null || value === undefined ? "―" : `${number(value)}${unit}`;
/** 14回／330人 */
export const sessionsAndPeople = (sessions: number | null, participants: number | null): string =>
  sessions === null && participants === null
    ? "―"
    : [
        sessions === null ? "" : `${number(sessions)}回`,
        participants === null ? "" : `${number(participants)}人`,
      ]
        .filter(Boolean)
        .join("／");
