import type { TodayItem } from "#platform/web/today.ts";

export const TODAY = {
  title: "本日の業務",
  parts: {
    overdue: "期限超過",
    today: "本日対応",
    waiting: "回答・確認待ち",
    begin: "はじめに行うこと",
    know: "お知らせ",
  } satisfies Record<TodayItem["urgency"], string>,
  none: "本日対応が必要なものはありません。",
  next: (day: string, title: string) => `次の期限：${day} ${title}`,
  ways: "よく使うメニュー",
  due: "期限",
  over: (days: number) => `${days}日超過`,
  left: (days: number) => (days === 0 ? "本日" : `あと${days}日`),
  soon: "今後2週間の予定",
  nothingSoon: "予定はありません。",
  all: "予定をすべて見る",
  year: (label: string) => `${label}の協議会`,
  now: "現在",
  done: "済",
  ahead: "今後",
  report: "評価・年報",
  start: "年度開始",
};

export const CALENDAR = {
  title: "予定",
  month: "月",
  week: "週",
  view: "表示の切り替え",
  before: "前へ",
  after: "次へ",
  today: "本日",
  none: "この期間の予定はありません。",
  list: "予定の一覧",
  feeds: "お使いのカレンダーとの連携",
  feedsLead: "予定を、お使いのカレンダー（Outlook、Googleカレンダーなど）に自動で表示できます。",
  feed: (area: string) => `${area}の連携用アドレス（URL）を発行・管理する`,
  days: ["日", "月", "火", "水", "木", "金", "土"],
};
