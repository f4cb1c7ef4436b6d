/** The page where the work with checkup data begins. */
export const HUB = {
  title: "健診データ",
  lead: (inForce: number) => `有効な取り決めは${inForce}件です。一人ひとりの結果を表示する画面はありません。`,
  work: "作業",
  steps: {
    agreements: { title: "提供の取り決め", detail: "根拠・項目・表示できる最小の人数・期間" },
    imports: { title: "健診結果の取り込み", detail: "個人キーに置き換えたファイルを取り込む" },
    editions: { title: "集計の公表", detail: "秘匿した版を作成する" },
    questions: { title: "集計を調べる", detail: "公表した版を、区分を選択して調べる" },
    picture: { title: "健診でみる地域と職域", detail: "地域と職域を並べて見る" },
    hash: { title: "個人情報を外すページ", detail: "提供元に渡すファイル" },
  },
} as const;
