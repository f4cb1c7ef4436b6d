import type { Status } from "../model/request.rules.ts";

export const OWN = {
  title: "お申し込み一覧",
  lead: "この事業所から送った依頼です。ログインせずに送ったものは、受付のときのリンクを開いて加えられます。",
  ask: "新しく相談する",
  empty: "まだ依頼がありません",
  emptyNext: "「新しく相談する」から送ると、ここに並びます。",
  what: "内容・受付番号",
  made: "送った日",
  state: "現在の状況",
  when: "日程・希望",
  next: "次に",
  again: "もう一度",
  againLink: "同じ内容で申し込む",
  propose: "おまかせ",
  received: "受け付けました",
  consult: "相談",
} as const;

/** What the workplace itself does next; most of the time others are at work. */
export const NEXT: Readonly<Record<Status, string>> = {
  new: "事務局からの連絡を待つ",
  asking: "回答がそろうのを待つ",
  deciding: "日程が決まるのを待つ",
  waiting: "空きの案内を待つ",
  fixed: "当日の準備をする",
  held: "感想を送信する",
  reported: "感想を送信する・次に使えるものを見る",
  closed: "",
  unmet: "別の内容で相談する",
  withdrawn: "",
  passed: "となりの窓口からの連絡を待つ",
  taken: "引き受けた窓口からの連絡を待つ",
};
