import type { Tab } from "../requests/inbox.rules.ts";

export const TAB_NAMES: Readonly<Record<Tab, string>> = {
  new: "新規",
  asking: "回答待ち",
  deciding: "要決定",
  today: "本日実施",
  overdue: "期限超過",
  followup: "報告済み",
  waiting: "順番待ち",
  fixed: "日程確定",
  all: "すべて",
};

export const INBOX = {
  title: "依頼",
  lead: "事業所からの依頼を、応援団につなぎます。",
  enter: "電話・紙で受けた依頼を登録する",
  publicPage: "事業所向け受付ページ",
  offers: "応援団と支援メニュー",
  statistics: "統計",
  letters: "メールの文面",
  find: "検索する",
  empty: "依頼はまだありません",
  emptyNext:
    "事業所向け受付ページのアドレス（URL）を、ちらしや商工会議所で周知してください。紙や電話で受けた依頼は、ここに登録します。",
  emptyTab: "この区分の依頼はありません",
  passed: "となりの圏域から引き継がれ、回答を待っているもの",
} as const;
