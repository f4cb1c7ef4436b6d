import type { ModuleHelp } from "#foundation/help/public.ts";

/** What each page is for, and how its work is done. */
export const DIRECTORY_HELP: ModuleHelp = {
  "areas/:area/directory": {
    about: "健診・相談・講座・運動の場など、健康づくりに役立つところを検索するページです。",
    steps: [
      "知りたいことを、ふだんの言葉で入力します（例　禁煙外来 土曜）。",
      "種類・費用・従業員数・距離で絞り込みます。",
      "掲載を選ぶと、日時・受付の状況・連絡先を確認できます。",
    ],
    terms: ["地域資源"],
  },
  "areas/:area/directory/manage": {
    about: "地域資源の登録簿を管理するページです。",
    steps: [
      "「登録する」または「ファイルから取り込む」で追加します。",
      "確認日が古いものから、内容を確認します。",
      "重複の確認で、同じものを1つに統合します。",
    ],
    terms: ["地域資源", "受付の状況"],
  },
  "areas/:area/directory/new": {
    about: "地域資源を登録するページです。",
    steps: [
      "名称・種類・連絡先を入力します。",
      "利用できる日時を入力します。",
      "「掲載する」を選択して保存します。",
    ],
    terms: ["地域資源"],
  },
  "areas/:area/directory/:resource": {
    about: "1件の地域資源の内容を確認するページです。",
    steps: [
      "日時・費用・受付の状況を確認します。",
      "「申し込む・相談する」から、内容が入力済みの申込みに進めます。",
      "誤りに気づいた場合は、このページからお知らせください。",
    ],
    terms: ["地域資源", "受付の状況"],
  },
  "areas/:area/directory/:resource/edit": {
    about: "地域資源の内容・受付の状況・掲載の状況を変更するページです。",
    steps: [
      "内容を変更して保存します。",
      "受付の状況と、いつまでの状況かを入力します。",
      "掲載を終了する場合は「その他の操作」で行います。",
    ],
    terms: ["地域資源", "受付の状況"],
  },
  "areas/:area/directory/import": {
    about: "施設や団体の一覧のファイルを取り込むページです。",
    steps: [
      "ファイル（CSV・Excel）を送信します。",
      "列の対応と種類を確認します。",
      "内容を確認し、取り込みます。",
    ],
    terms: ["取り込み・取り下げ"],
  },
  "areas/:area/directory/import/:import": {
    about: "1回の取り込みの内容を確認するページです。",
    steps: [
      "新しい行と変わる行を確認します。",
      "修正が必要な行をダウンロードして直します。",
      "誤りがあれば取り消します。",
    ],
    terms: ["取り込み・取り下げ"],
  },
  "areas/:area/directory/duplicates": {
    about: "同じものが2件以上登録されていないかを確認するページです。",
    steps: [
      "2件の内容を見比べます。",
      "同じものは、残す方を選んで統合します。",
      "別のものは「別の掲載として残す」を押します。",
    ],
    terms: ["地域資源"],
  },
  "areas/:area/directory/print": {
    about: "掲載中の地域資源から、冊子とリーフレットのPDFを作成するページです。",
    steps: [
      "形式と言葉を選択します。",
      "種類やテーマで内容を絞り込みます。",
      "「PDFを作成する」を押します。",
    ],
    terms: ["地域資源"],
  },
};
