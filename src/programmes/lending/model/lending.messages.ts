import type { CONDITIONS, LoanState, ModelKind, SIZES, UnitState } from "./lending-states.schema.ts";

export const KIND_WORDS: Readonly<Record<ModelKind, string>> = {
  ...{ pedometer: "歩数計・活動量計", heart_rate: "心拍計", blood_sugar: "糖度計", salt: "塩分計" },
  ...{ blood_pressure: "血圧計", body: "体組成計", panel: "パネル・模型", other: "その他" },
};
export const LOAN_WORDS: Readonly<Record<LoanState, string>> = {
  short: "台数が足りません",
  asked: "申込み（確認待ち）",
  promised: "貸出し決定",
  out: "貸出中",
  returned: "返却済み",
  refused: "お断り",
  cancelled: "取下げ",
};
export const UNIT_WORDS: Readonly<Record<UnitState, string>> = {
  in_use: "使用可",
  repair: "修理中",
  lost: "紛失",
  retired: "廃棄",
};
export const CONDITION_WORDS: Readonly<Record<(typeof CONDITIONS)[number], string>> = {
  good: "異常なし",
  damaged: "破損・故障",
  lost: "紛失",
};
export const SIZE_WORDS: Readonly<Record<(typeof SIZES)[number], string>> = {
  under_50: "50人未満",
  from_50: "50人以上",
};
export const WEEKDAYS = ["月", "火", "水", "木", "金", "土", "日"] as const;

export const SAY = {
  order: "返却は受取りより後の日時にしてください。",
  past: "受取りは今より後の日時にしてください。",
  lead: (days: number) => `受取りの${days}日前までにお申し込みください。`,
  ahead: (days: number) => `受取りは${days}日先までの日にしてください。`,
  closed: (what: string) => `${what}の日は、窓口が開いている日にしてください。`,
  hours: (what: string, opens: string, closes: string) =>
    `${what}の時刻は、${opens}から${closes}までにしてください。`,
  long: (most: number, counts: boolean, days: number) =>
    `貸出しは${counts ? "窓口の開いている日で" : ""}${most}日までです（選択した期間は${days}日）。`,
  nothing: "借りる台数を1台以上入力してください。",
  reach: "電話番号またはメールアドレスを入力してください。",
  tooMany: "本日のお申し込みが多いため、窓口へ電話でお問い合わせください。",
  lead404: "この窓口では、現在お申し込みを受け付けていません。",
  taken: (day: string) =>
    `${day}から別の予約が入っているため、延長できません。返却日の変更は窓口で調整してください。`,
  notBack: "前の貸出しの返却、または清掃・消去の確認が済んでいない機器があります。",
  early: "受取りの日になってから引き渡してください。",
  promised: (numbers: readonly string[]) =>
    `この機器を使う予定の貸出しがあり、代わりの機器がありません：${numbers.join("、")}。先に貸出しの期間を変更してください。`,
  isOut: "貸出中の機器です。返却の登録をしてください。",
  erase: "測定値が残る機種です。消去したことを確認し、チェックを入れてください。",
  none: "返却された機器を1台以上選択してください。",
} as const;
