import type { Language } from "../model/offer.messages.ts";

const ja = {
  title: "順番待ち",
  choose: "現在、空きがありません。空きが出たら、順番に案内します。",
  which: "空きを待つ支援",
  join: "順番待ちに登録する",
  inLine: (title: string, place: number) =>
    `「${title}」の空きを待っています。現在の順番は${place}番目です。`,
  told: "空きが出たら、メールかこのページでお知らせします。",
  free: "空きが出ました",
  until: (title: string, until: string, day: string) =>
    `「${title}」の${day}の空きを、${until}までお取りしています。期限を過ぎると、次の事業所に案内します。`,
  otherDay: "ご希望の日には空きがありません。お受けになると、この日で打診します。",
  take: "この空きを受ける",
  decline: "今回は見送る",
};
const en: typeof ja = {
  title: "Waiting list",
  choose: "Nothing is free now. When a place becomes free, it is offered in the order of the list.",
  which: "What to wait for",
  join: "Join the waiting list",
  inLine: (title, place) => `You are number ${place} in the line for "${title}".`,
  told: "We tell you by mail or on this page when a place is free.",
  free: "A place is free",
  until: (title, until, day) =>
    `A place of "${title}" on ${day} is held for you until ${until}. After that it goes to the next.`,
  otherDay: "Nothing is free on the days that you wished for. If you take it, we ask for this day.",
  take: "Take this place",
  decline: "Not this time",
};
/** How it stands with waiting, for the secretariat. */
export const WAITS = {
  inLine: (title: string, place: number) => `「${title}」の空きを待っています（${place}番目）`,
  until: (title: string, until: string, day: string) =>
    `「${title}」の${day ? `${day}の` : ""}空きを、${until}まで取っています。事業所の回答待ちです`,
} as const;

export const WAITING: Readonly<Record<Language, typeof ja>> = { ja, en };
