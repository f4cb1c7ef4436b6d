import type { PathStep, StockAnswer, TrainedKind, VoiceStep } from "./prevention-kinds.schema.ts";

export const options = <K extends string>(words: Readonly<Record<K, string>>) =>
  (Object.entries(words) as [K, string][]).map(([value, label]) => ({ value, label }));

export const PATH_STEP_WORDS: Readonly<Record<PathStep, string>> = {
  begin: "同意書の返送",
  interview: "面接",
  week: "1週間後の支援",
  month: "1か月後の支援",
  end: "終了",
  withdraw: "同意の撤回",
};
export const PATH_STATE_WORDS = { open: "支援中", ended: "終了", withdrawn: "撤回" } as const;
export const VOICE_STEP_WORDS: Readonly<Record<VoiceStep, string>> = {
  request: "協力のお願い",
  contact: "連絡と窓口",
  interview: "面接",
  care: "面接の後の支援",
};
export const CONFERENCE_THEME_WORDS: Readonly<Record<string, string>> = {
  ...{
    finding: "早く気付く仕組み",
    linking: "機関どうしの連携",
    care: "医療につながる道",
    work: "働く場での支援",
  },
  ...{ living: "生活・経済の支援", "after-attempt": "未遂の後の支援", bereaved: "自死遺族への支援" },
  staff: "支援者への支援",
};
export const READING_WORDS = { none: "記載なし", waiting: "確認待ち", read: "確認済み" } as const;
export const STOCK_ANSWER_WORDS: Readonly<Record<StockAnswer, string>> = {
  does: "実施している",
  plans: "実施の予定がある",
  none: "実施していない",
};
export const STOCK_PROGRESS_WORDS = { "not-begun": "未着手", "under-way": "進行中", done: "達成" } as const;
export const MEASURE_LIST_WORDS: Readonly<Record<string, string>> = {
  ...{ basic: "基本施策", focus: "重点施策", outline: "自殺総合対策大綱の項目" },
};
export const REACH_WORDS = {
  any: "いつでも",
  morning: "午前",
  afternoon: "午後",
  evening: "17時以降",
} as const;
export const WISH_WORDS = {
  silent: "公開しない",
  phone: "会の名称と電話番号だけを公開する",
  dates: "開催日も公開する",
} as const;
export const TRAINED_WORDS: Readonly<Record<TrainedKind, string>> = {
  welfare_commissioner: "民生委員",
  health_promoter: "保健活動推進員",
  staff: "職員",
  workplace: "事業所",
  resident: "住民",
};
export const FIVE_WORDS: Readonly<Record<string, string>> = {
  ...{ male: "男性", female: "女性", "20-39": "20〜39歳", "40-59": "40〜59歳", "60-": "60歳以上" },
  ...{ employed: "有職", unemployed: "無職", "with-others": "同居", alone: "独居" },
};
export const TODAY = {
  calls: (count: number) => `折り返しの電話が${count}件あります`,
  hotlines: (count: number) => `1年以内に確認していない相談電話が${count}件あります`,
  open: "開く",
} as const;
