import { plainDateIn, showDateJa } from "#platform/kernel/plain-date.ts";
import type { Wish } from "./rules.ts";

export const WISH_NAMES: Readonly<Record<Wish, string>> = {
  at_once: "その都度受信する",
  daily: "1日1回、朝8時にまとめて受信する",
  questions: "回答が必要なものだけ受信する",
};

export const WISH_TEXTS = {
  title: "メールの受信設定",
  label: "回答の依頼・お知らせの受信方法",
  lead: "日程の決定・変更・中止、期限前の再打診は、どれを選んでもすぐに届きます。回答期限が近いものも、まとめずにすぐ届きます。",
  save: "受信方法を保存する",
  saved: "受信方法を保存しました。",
  choose: "受信方法を選択してください。",
} as const;

export type DigestLine = Readonly<{ link: string; reference: string; answerBy: Date | null }>;

/** A digest tells how many there are and where each leads: no topic, no name, nothing of what they say. */
export function digestText(
  questions: readonly DigestLine[],
  news: readonly DigestLine[],
): Readonly<{ subject: string; body: string }> {
  const parts = [
    { name: "回答をお待ちしているもの", lines: questions },
    { name: "お知らせ", lines: news },
  ].filter(({ lines }) => lines.length > 0);
  return {
    subject: `まとめ: ${parts.map(({ name, lines }) => `${name} ${lines.length}件`).join("、")}`,
    body: [
      ...parts.flatMap(({ name, lines }) => [`${name} ${lines.length}件`, "", ...lines.flatMap(lineOf), ""]),
      "1件ずつ受信するには、「メールの受信設定」を変えてください。",
    ].join("\n"),
  };
}

function lineOf({ link, reference, answerBy }: DigestLine): string[] {
  const head = [
    reference,
    answerBy ? `回答期限 ${showDateJa(plainDateIn(answerBy, "Asia/Tokyo"))}` : "",
  ].filter(Boolean);
  return [`・${head.join("　")}`, ...(link ? [`  ${link}`] : [])];
}
