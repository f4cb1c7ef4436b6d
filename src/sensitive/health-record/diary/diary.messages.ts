export const DIARY = {
  title: "日々の記録",
  lead: "体重・血圧・歩数・睡眠時間を、測った日に記録します。同じ日の記録は、後から入力したものに置き換わります。",
  saved: "保存する",
  empty: "記録はまだありません。",
  weight: "体重の変化",
  recent: "最近の記録",
  remove: "削除する",
} as const;
