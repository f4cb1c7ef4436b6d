import type { ModuleHelp } from "#foundation/help/public.ts";

/** What each page is for, and how its work is done. */
export const ORGANISATION_HELP: ModuleHelp = {
  organisations: {
    about: "協議会の委員、支援機関、事業所など、登録されている機関の一覧です。",
    steps: [
      "名前・分野・地域で絞り込みます。",
      "機関を選ぶと、連絡先や担当地域を確認できます。",
      "一覧はCSV・Excelでダウンロードできます。",
    ],
    terms: ["関係機関", "保険者・協会けんぽ", "地域産業保健センター"],
  },
  "organisations/new": {
    about: "機関を登録するページです。",
    steps: [
      "同じ機関がないかを一覧で確認します。",
      "名称・分野・担当地域を入力します。",
      "登録すると、委員・支援機関・利用者の所属先に選べます。",
    ],
    terms: ["関係機関"],
  },
  "organisations/import": {
    about: "機関の一覧を表のファイルからまとめて登録するページです。",
    steps: [
      "ファイル（CSV・Excel）を選択します。",
      "列の対応付けを確認します。",
      "エラーのある行を直し、取り込みます。",
    ],
    terms: ["取り込み・取り下げ"],
  },
  "organisations/:organisation": {
    about: "1つの機関の情報を確認するページです。",
    steps: [
      "名称・分野・担当地域を確認します。",
      "変更があれば「編集」から直します。",
      "活動を終えた機関は、終了日を登録します（記録は残ります）。",
    ],
    terms: ["関係機関"],
  },
};
