import type { ModuleHelp } from "#foundation/help/public.ts";

/** What each page is for, and how its work is done. */
export const CHECKUP_HELP: ModuleHelp = {
  "areas/:area/checkups": {
    about: "健診データの取り決め・取り込み・公表・集計への入口です。",
    steps: ["取り決めを登録します。", "結果を取り込みます。", "版として公表し、調べます。"],
    terms: [],
  },
  "areas/:area/checkups/agreements": {
    about: "提供元ごとの取り決めを登録するページです。取り決めのないファイルは取り込めません。",
    steps: [
      "提供元・根拠・期間を登録します。",
      "表示できる最小の人数と、組み合わせてよいものを確認します。",
      "不要になった取り決めを終了します。",
    ],
    terms: [],
  },
  "areas/:area/checkups/editions": {
    about: "取り込んだ結果を、秘匿したうえで公表するページです。",
    steps: ["年度を選択します。", "条件を確認して公表します。"],
    terms: [],
  },
  "areas/:area/checkups/questions": {
    about: "公表した版を、区分を選択して調べるページです。",
    steps: ["指標と年度を選択します。", "集計の区分を2つまで選択します。", "CSVかExcelで保存します。"],
    terms: [],
  },
  "areas/:area/checkups/picture": {
    about: "地域の健診と職域の健診を並べて見るページです。",
    steps: ["年度を選択します。", "含まれない人を確認しながら比べます。"],
    terms: [],
  },
  "checkup-imports": {
    about: "健診結果の取り込みの一覧です。取り込みは、あとで取り消せます。",
    steps: ["ファイルを取り込みます。", "確認が必要な取り込みを開きます。"],
    terms: [],
  },
  "checkup-imports/new": {
    about: "健診結果のファイルを送信するページです。氏名や記号・番号のあるファイルは受け取りません。",
    steps: ["提供元の取り決めを選択します。", "ファイルを送信します。"],
    terms: [],
  },
  "checkup-imports/:import": {
    about: "1つの取り込みの列の対応・確認・取り消しのページです。",
    steps: ["列の対応を確認します。", "通常の範囲から外れた値の扱いを選択します。", "取り込みます。"],
    terms: [],
  },
  "checkup-hash": {
    about: "提供元が、氏名などを個人キーに置き換えるページです。ファイルはこの端末の外に送信されません。",
    steps: ["鍵を入力します。", "ファイルを選択します。", "変換したファイルを保健所に渡します。"],
    terms: [],
  },
};
