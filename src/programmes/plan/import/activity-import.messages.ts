/** It is neither needed nor left out: that hangs on the columns of the table. */
export const HOST_HINT = "表に「主催」の列がないときは、必ず入力します";

/** What is wrong with a row. */
export const ROW = {
  kind: "種類がわかりません（例 研修会）。",
  day: "実在する日付を入力してください（例 2009-06-12）。",
  serialDay: (day: string) =>
    `Excelで日付が番号に変わったもののようです（${day}）。日付で入力してください（例 2009-06-12）。`,
  when: "年度（例 2009）か日付（例 2009-06-12）を入力してください。",
  year: "年度を入力してください（例 2009、平成21、H21）。",
  same: (line: number, total: boolean) =>
    total
      ? `${line}行目と年度・種類・主催が同じです。1行にまとめてください。`
      : `${line}行目と日付・種類・名称・主催が同じです。1行にまとめるか、名称を分けてください。`,
} as const;

/** How a row is shown before it is taken in: when, what, how much, and how much until now. */
export const HEADS = ["年度・日", "種類", "名称", "回数・参加者", "変更前"] as const;

const n = (count: number) => count.toLocaleString("ja-JP");

/** Taking an import back as a whole, and bringing it back. */
export const WITHDRAWAL = {
  withdrawn: (when: string, who: string) => `${when}${who === "" ? "" : `　${who}が`}取り消しました`,
  ask: (activities: number) => `${n(activities)}件を取り消す`,
  asks: (activities: number, days: number) =>
    `活動${n(activities)}件を取り消します。集計と評価からも外れます。取り消してから${days}日以内は、元に戻せます。`,
  nothing: "取り消す活動はもうありません。",
  rule: "取り込み後に変更した活動、資料を付けた活動、別の取り込みで更新した活動は、残します。要らないものは、活動のページで1件ずつ消せます。",
  untilWhen: (days: number) => `取り消してから${days}日以内は、このページで元に戻せます。`,
  tooLate: (days: number) => `取り消してから${days}日を過ぎたため、戻せません。`,
  elsewhere: "取り込みごと取り消した活動は、取り込みのページで戻せます",
  /** What becomes of the activities, or became of them. */
  activities: (done: boolean) => ({
    removed: done ? "削除した活動" : "削除する活動",
    reverted: done ? "元の値に戻した活動" : "元の値に戻す活動",
    kept: done ? "あとで変えた活動" : "残す活動",
    gone: "もう削除してある活動",
  }),
} as const;
