import type { ModuleHelp } from "#foundation/help/public.ts";

/** What each page is for, and how its work is done. */
export const HEALTH_RECORD_HELP: ModuleHelp = {
  "health-booklet": {
    about: "健診結果を毎年保存する健康ファイルの案内です。紙の冊子は、登録なしで印刷できます。",
    steps: ["冊子を印刷するか、アカウントを登録します。", "結果票を見ながら書き写します。"],
    terms: [],
  },
  "health-file": {
    about: "健診結果を毎年保存する、ご本人だけの健康ファイルです。職場や役所からは見えません。",
    steps: ["合言葉を決めて作成します。", "健診結果を入力します。", "年ごとの変化を確認します。"],
    terms: [],
  },
  "health-file/checkups/:entry": {
    about: "1回分の健診結果を入力するページです。",
    steps: ["受診日と健診の種類を入力します。", "結果票のとおりに値を入力します。", "保存します。"],
    terms: [],
  },
  "health-file/items/:item": {
    about: "1つの項目の、年ごとの変化を確認するページです。",
    steps: [
      "線と表で変化を確認します。",
      "判定の区分が変わった年を確認します。",
      "気になるときは相談先を探します。",
    ],
    terms: [],
  },
  "health-file/diary": {
    about: "体重・血圧・歩数・睡眠時間を、ご本人が記録するページです。",
    steps: ["測った日と値を入力します。", "保存します。", "変化を確認します。"],
    terms: [],
  },
  "health-file/shares": {
    about: "選んだ相手に、期間を決めて健康ファイルを見せるページです。いつでも止められます。",
    steps: ["相手と期間を決めます。", "リンクかコードを渡します。", "不要になったら共有を止めます。"],
    terms: [],
  },
  "health-file/keep": {
    about: "健康ファイルの書き出し・読み込み・合言葉の変更・削除を行うページです。",
    steps: [
      "書き出して手元に保存します。",
      "別の健康ファイルの記録を読み込みます。",
      "削除すると元に戻せません。",
    ],
    terms: [],
  },
};
