import type { Tab } from "../requests/inbox.rules.ts";

export const TAB_NAMES: Readonly<Record<Tab, string>> = {
  new: "新しい",
  asking: "返事待ち",
  deciding: "決める",
  today: "きょう行く",
  overdue: "遅れている",
  followup: "報告のあと",
  waiting: "順番待ち",
  fixed: "決まった",
  all: "すべて",
};

export const INBOX = {
  title: "依頼",
  lead: "事業所からの依頼を、応援団につなぎます。",
  enter: "紙・電話の依頼を書く",
  publicPage: "事業所が見るページ",
  offers: "応援団と提供",
  statistics: "統計",
  letters: "手紙の文",
  find: "探す",
  empty: "ここには依頼がありません",
  emptyNext:
    "事業所が見るページのアドレス（URL）を、ちらしや商工会議所で知らせてください。紙や電話で受けたものは、ここに書き入れます。",
  emptyTab: "この見出しの依頼はありません。",
  passed: "となりの圏域から引き継がれ、返事を待っているもの",
} as const;
