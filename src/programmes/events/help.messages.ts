import type { ModuleHelp } from "#foundation/help/public.ts";

/** What each page is for, and how its work is done. */
export const EVENT_HELP: ModuleHelp = {
  "areas/:area/events": {
    about: "研修会・講演会・健康フェスタ・サロンなどの催しの一覧です（公開）。",
    steps: [
      "「催しを登録する」から、名称・日程・会場・定員を登録します。",
      "催しを開き、「公開する」を押すと、申込みを受け付けられます。",
      "終了した回は「実施済みにする」を押します。",
    ],
    terms: ["催し", "順番待ち"],
  },
  "areas/:area/events/:event": {
    about: "催しの内容と日程を確認し、公開・中止・実施状況を登録します。",
    steps: [
      "下書きの催しは「公開する」を押すと、申込みの受付が始まります。",
      "終了した回ごとに「実施済みにする」を押します。",
      "中止する場合は理由を入力し、お知らせの内容を確認してから中止します。",
    ],
    terms: ["催し"],
  },
  "areas/:area/events/:event/sign-ups": {
    about: "催しの申込者と順番待ちの方の一覧です。",
    steps: [
      "受付番号を選択すると、参加者のお名前の変更や取り下げができます。",
      "電話・FAXの申込みは、上のボタンから登録します。",
      "空席は、申込画面に表示しているルールに沿って順番にご案内します。",
    ],
    terms: ["順番待ち"],
  },
};
