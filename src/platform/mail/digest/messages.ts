import { plainDateIn, showDateJa } from "#platform/kernel/plain-date.ts";
import type { Wish } from "./rules.ts";

export const WISH_NAMES: Readonly<Record<Wish, string>> = {
  at_once: "そのつど受け取る",
  daily: "1日1回、朝8時にまとめて受け取る",
  questions: "返事がいるものだけ受け取る",
};

export const WISH_TEXTS = {
  title: "メールの受け取り方",
  label: "返事のお願いやお知らせを",
  lead: "日程の決定・変更・取りやめ、期限前のもう一度のおたずねは、どれを選んでもすぐに届きます。返事の期限が近いものも、まとめずにすぐ届きます。",
  save: "受け取り方を保存する",
  saved: "受け取り方を保存しました。",
  choose: "受け取り方を選んでください。",
} as const;

export type DigestLine = Readonly<{ link: string; reference: string; answerBy: Date | null }>;

/** A digest tells how many there are and where each leads: no topic, no name, nothing of what they say. */
export function digestText(
  questions: readonly DigestLine[],
  news: readonly DigestLine[],
): Readonly<{ subject: string; body: string }> {
  const parts = [
    { name: "返事をお待ちしているもの", lines: questions },
    { name: "お知らせ", lines: news },
  ].filter(({ lines }) => lines.length > 0);
  return {
    subject: `まとめ: ${parts.map(({ name, lines }) => `${name} ${lines.length}件`).join("、")}`,
    body: [
      ...parts.flatMap(({ name, lines }) => [`${name} ${lines.length}件`, "", ...lines.flatMap(lineOf), ""]),
      "ひとつずつ受け取るには、「メールの受け取り方」を変えてください。",
      "このメールには返信できません。",
    ].join("\n"),
  };
}

function lineOf({ link, reference, answerBy }: DigestLine): string[] {
  const head = [
    reference,
    answerBy ? `返事の期限 ${showDateJa(plainDateIn(answerBy, "Asia/Tokyo"))}` : "",
  ].filter(Boolean);
  return [`・${head.join("　")}`, ...(link ? [`  ${link}`] : [])];
}
